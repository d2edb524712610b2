// The language of the chat: the page's own, until a visitor of the demonstration picks another.

const KEY = "atelier:language";
const buttons = [...document.querySelectorAll("[data-language]")];

/** Tells the chat what was picked, now or on an earlier page, and makes the buttons pick. */
export function offerLanguages() {
  for (const button of buttons) {
    button.addEventListener("click", () => {
      localStorage[KEY] = button.dataset.language;
      speak(button.dataset.language);
    });
  }
  const picked = localStorage[KEY];
  if (picked) speak(picked);
}

function speak(language) {
  for (const button of buttons) button.ariaPressed = String(button.dataset.language === language);
  Grelot("set", "language", language);
}
