// What the three examples share: Grelot on a page, and off it again.

/**
 * Puts the chat of a shop on the page. Gives what takes it off, with all that it listens to. The tag is
 * added once; what is said before it has come waits in line.
 */
export function beginChat({ edge, site }) {
  window.Grelot ||= (...call) => (window.Grelot.q ||= []).push(call);
  window.Grelot("boot", { site });
  const src = `${edge}/grelot.js`;
  if (!document.querySelector(`script[src="${src}"]`)) {
    document.head.append(Object.assign(document.createElement("script"), { src, async: true }));
  }
  return () => window.Grelot("shutdown");
}

/** Says who the shopper is, by the token that the shop has signed, or that nobody is signed in. */
export function introduce(token) {
  if (token) window.Grelot("loginUser", { token });
  else window.Grelot("logoutUser");
}
