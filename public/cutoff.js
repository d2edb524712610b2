/*
 * Until when to order, on a product page: plain text that counts down by the minute.
 *
 *   <script async src="https://EDGE/cutoff.js" data-site="KEY"></script>
 *   <grelot-cutoff country="FR" postcode="69003" for="2026-12-24"></grelot-cutoff>
 *
 * `postcode` and `for`, the day by which it is to be there, may be left out; `site` stands for the
 * tag's `data-site`. The element takes no room until it has something to say, names no moment that
 * has passed, stores nothing, and is silent when the edge is. Its parts `text` and `left` are the
 * shop's to style. It speaks the page's language, whose words the build makes a module of each;
 * it puts the tags of those that there are in the place of `LANGUAGES`.
 */
(() => {
  const { src, dataset } = document.currentScript;
  const edge = new URL(src).origin;
  const MINUTE = 60000;
  const FRESH = 10 * MINUTE;

  const tag = document.documentElement.lang || navigator.language;
  const [primary] = tag.toLowerCase().split("-");
  const isSpoken = JSON.parse(LANGUAGES).includes(primary);
  const language = isSpoken ? primary : "en";
  const locale = isSpoken ? tag : "en-GB";
  const french = language === "fr";
  const words = import(`${edge}/cutoff/${language}.js`);
  // An element waits for them. Without an element, nobody misses them.
  words.catch(() => {});

  const format = (options) => {
    const { format } = new Intl.DateTimeFormat(locale, { numberingSystem: "latn", ...options });
    // French counts the first of a month, and only that.
    return (date) => (french ? format(date).replace(/\b1(?= )/, "1er") : format(date));
  };
  const weekday = format({ weekday: "long", day: "numeric", month: "long" });
  const day = format({ day: "numeric", month: "long" });
  const clock = format({ hour: "numeric", minute: "2-digit" });
  const hours = (date) => {
    const minutes = twoDigits(date.getMinutes());
    return date.getHours() + "\u00a0h" + (minutes > 0 ? "\u00a0" + minutes : "");
  };
  const time = french ? hours : clock;

  function twoDigits(number) {
    return String(number).padStart(2, "0");
  }

  /** What is said of an offer, at a moment of which it is known that it is still open. */
  function sentence(say, { kind, label, arrives_by, order_before }, now) {
    const before = new Date(order_before);
    const isToday = before.toDateString() === new Date(now).toDateString();
    const said = { what: label, day: weekday(before), time: time(before) };
    if (kind !== "delivery") return say(isToday ? "still-today" : "still", said);
    const due = new Date(arrives_by + "T12:00");
    // In French a day of the same month is its number.
    const isNear = french && before.getMonth() === due.getMonth() && due.getDate() > 1;
    return say(isToday ? "today" : "order", { ...said, due: isNear ? String(due.getDate()) : day(due) });
  }

  /** How long something lasts, in its largest fitting unit. */
  function lasting(say, millis) {
    const minutes = Math.max(1, Math.floor(millis / MINUTE));
    if (minutes >= 48 * 60) return say("days", { days: Math.floor(minutes / (24 * 60)) });
    if (minutes < 60) return say("minutes", { minutes });
    return say("hours", { hours: Math.floor(minutes / 60), minutes: twoDigits(minutes % 60) });
  }

  // A constructed sheet, because a strict policy of the shop forbids inline styles.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(":host{display:block;contain:content}:host([hidden]){display:none}");

  class Cutoff extends HTMLElement {
    static observedAttributes = ["country", "postcode", "for", "site"];

    #root = this.attachShadow({ mode: "open" });
    #text = this.#part("text");
    #left = this.#part("left");
    #wake = () => document.hidden || this.#look();
    #say;
    #answer;
    #askedAt;
    #heardAt;
    #request;
    #timer;

    connectedCallback() {
      this.#root.adoptedStyleSheets = [sheet];
      this.#root.replaceChildren(this.#text, " · ", this.#left);
      this.hidden = true;
      document.addEventListener("visibilitychange", this.#wake);
      addEventListener("pageshow", this.#wake);
      this.#ask();
    }

    disconnectedCallback() {
      document.removeEventListener("visibilitychange", this.#wake);
      removeEventListener("pageshow", this.#wake);
      this.#request.abort();
      this.#request = null;
      clearTimeout(this.#timer);
    }

    attributeChangedCallback(name, before, value) {
      if (!this.#request || before === value) return;
      this.#answer = null;
      this.#show();
      this.#ask();
    }

    /** Asks anew. What an unreachable edge said before still holds; what it refuses doesn't. */
    async #ask() {
      this.#request?.abort();
      const { signal } = (this.#request = new AbortController());
      this.#askedAt = Date.now();
      const query = new URLSearchParams();
      for (const name of ["country", "postcode", "for"]) {
        const value = this.getAttribute(name);
        if (value) query.set(name, value);
      }
      const site = encodeURIComponent(this.getAttribute("site") || dataset.site);
      try {
        const url = `${edge}/api/v1/sites/${site}/cutoffs?${query}`;
        const response = await fetch(url, { signal, credentials: "omit" });
        const answer = response.ok ? await response.json() : null;
        const { say } = await words;
        if (signal.aborted) return;
        this.#say = say;
        this.#answer = answer;
        this.#heardAt = performance.now();
        this.#show();
      } catch {
        // An element that says nothing harms no shop.
      }
    }

    /** Shows what is true by now, and looks again when that may have changed. */
    #look() {
      this.#show();
      if (Math.abs(Date.now() - this.#askedAt) > FRESH) this.#ask();
    }

    #show() {
      clearTimeout(this.#timer);
      const now = this.#now();
      const offer = this.#answer?.options?.find(({ order_before }) => order_before > now);
      this.hidden = !offer;
      if (!offer) return;
      const left = offer.order_before - now;
      this.#text.textContent = sentence(this.#say, offer, now);
      this.#left.textContent = lasting(this.#say, left);
      this.#timer = setTimeout(this.#wake, Math.min(left, MINUTE));
    }

    /** The later of two clocks, since either may be slow: the device's, and the edge's since it
     * answered. */
    #now() {
      return Math.max(Date.now(), this.#answer?.now + performance.now() - this.#heardAt || 0);
    }

    #part(name) {
      const part = document.createElement("span");
      part.part = name;
      part.lang = language;
      return part;
    }
  }

  if (!customElements.get("grelot-cutoff")) customElements.define("grelot-cutoff", Cutoff);
})();
