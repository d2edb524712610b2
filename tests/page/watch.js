// Runs in every frame before anything else there, and notes what somebody would who looks at the
// page with a watch: when the launcher is seen, when it is pressed, when the panel can be written
// to, and for how long nothing else could have happened. Instants are milliseconds since 1970.
(() => {
  const LAUNCHER = "button[aria-expanded]";
  const FIELD = "textarea";
  const noted = { launcher: 0, pressed: 0, usable: 0, tasks: [], shifted: 0 };
  let memory;
  Object.defineProperty(noted, "memory", { get: () => memory?.buffer.byteLength ?? 0 });
  window.noted = noted;

  const now = (at = performance.now()) => performance.timeOrigin + at;
  const roots = [document];
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    roots.push(root);
    return root;
  };

  // Of the memory of WebAssembly, nobody else tells.
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await instantiateStreaming.apply(WebAssembly, given);
    memory = Object.values(made.instance.exports).find((part) => part instanceof WebAssembly.Memory);
    return made;
  };

  function find(selector) {
    for (const root of roots) {
      const found = root.querySelector(selector);
      if (found) return found;
    }
    return null;
  }

  function isSeen(element) {
    if (!element?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height, top, left } = element.getBoundingClientRect();
    return width > 1 && height > 1 && top < innerHeight && left < innerWidth;
  }

  function isUsable(field) {
    if (field?.disabled || !isSeen(field)) return false;
    const { x, y, width, height } = field.getBoundingClientRect();
    return field.getRootNode().elementFromPoint(x + width / 2, y + height / 2) === field;
  }

  function look() {
    if (!noted.launcher && isSeen(find(LAUNCHER))) noted.launcher = now();
    if (!noted.usable && isUsable(find(FIELD))) noted.usable = now();
    if (!noted.usable) requestAnimationFrame(look);
  }

  requestAnimationFrame(look);
  if (window !== top) return;
  addEventListener("click", ({ timeStamp }) => (noted.pressed ||= now(timeStamp)), true);
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe("longtask", ({ startTime, duration }) => noted.tasks.push([now(startTime), duration]));
  observe("layout-shift", ({ value }) => (noted.shifted += value));
})();
