// The least that a chat on a page can be: a launcher, and once it is pressed a frame that has nothing but a
// field. No page can have one for less, so what this costs is the floor under what Grelot may.
(() => {
  const host = document.createElement("grelot-chat");
  const root = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "button,iframe{position:fixed;right:20px}button{bottom:20px;width:56px;height:56px;border:0;border-radius:50%;" +
      "background:#225;color:#fff}iframe{bottom:96px;width:320px;height:400px}",
  );
  root.adoptedStyleSheets = [sheet];
  const launcher = document.createElement("button");
  launcher.textContent = "Chat";
  launcher.ariaExpanded = "false";
  launcher.onclick = () => {
    launcher.ariaExpanded = "true";
    root.append(Object.assign(document.createElement("iframe"), { src: FRAME }));
  };
  root.append(launcher);
  document.documentElement.append(host);
})();
