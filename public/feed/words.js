// The languages: which there are, and the one that is spoken. The build makes a module of each,
// which also starts the panel and has its style. It puts what is said outside the panel, in all of
// them, in the place of `OUTSIDE_WORDS`, and the frame's own style in that of `FRAME_STYLE`: a style
// that comes with code costs no request.

const OUTSIDE = JSON.parse(OUTSIDE_WORDS);
const FROM_RIGHT = ["ar"];

let wanted;

/** Says a message of the panel by its name, with what is to be put into it. */
export let say = () => "";

/** The language to speak to somebody who asked for this one. */
export function spoken(tag) {
  const primary = String(tag).toLowerCase().split("-")[0];
  return Object.hasOwn(OUTSIDE, primary) ? primary : "en";
}

/** Tells the page's style which language is spoken, and whether the panel is seen. */
export function dress(language, isOpen) {
  const { documentElement: root } = document;
  root.lang = language;
  root.dir = FROM_RIGHT.includes(language) ? "rtl" : "ltr";
  root.classList.toggle("closed", !isOpen);
}

let isPreloading = false;
let isStyled = false;

/** Has the browser fetch the panel in a language, without running it. */
export function preload(language) {
  if (isPreloading) return;
  isPreloading = true;
  const hints = [
    { rel: "modulepreload", href: address(language) },
    { rel: "preload", href: "/widget/widget_bg.wasm", as: "fetch", crossOrigin: "anonymous" },
  ];
  for (const hint of hints) document.head.append(Object.assign(document.createElement("link"), hint));
}

/** Speaks a language from now on, once its words are here. Gives what starts the panel. */
export async function speak(language) {
  wanted = language;
  const { default: start, say: next, style } = await import(address(language));
  if (!isStyled) wear(style);
  isStyled = true;
  // Somebody may have asked for yet another one meanwhile.
  if (wanted === language) say = next;
  return start;
}

/** The few words beside the launcher, which need no panel. */
export function outside(language) {
  return OUTSIDE[language];
}

/** Puts a style sheet's text into force. */
function wear(style) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}

function address(language) {
  return `/widget/${language}.js`;
}

wear(FRAME_STYLE);
