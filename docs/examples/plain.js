// A page without a framework that puts the chat on and takes it off.

import { beginChat, introduce } from "./chat.js";

const app = document.getElementById("app");
const { edge, site, token } = app.dataset;

function account() {
  const end = beginChat({ edge, site });
  const leave = () => {
    end();
    home();
  };
  show("My account", ["Sign in", () => introduce(token)], ["Sign out", () => introduce(null)], ["Leave", leave]);
}

function home() {
  show("Home", ["My account", account]);
}

function show(title, ...buttons) {
  const heading = Object.assign(document.createElement("h1"), { textContent: title });
  const made = buttons.map(([textContent, onclick]) =>
    Object.assign(document.createElement("button"), { type: "button", textContent, onclick }),
  );
  app.replaceChildren(heading, ...made);
}

account();
