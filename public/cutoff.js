/*
 * Until when to order, on a product page: plain text that counts down by the minute.
 *
 *   <script async src="https://EDGE/cutoff.js" data-site="KEY"></script>
 *   <grelot-cutoff country="FR" postcode="69003" for="2026-12-24"></grelot-cutoff>
 *
 * `postcode` and `for`, the day by which it is to be there, may be left out; `site` stands for the
 * tag's `data-site`. The element takes no room until it has something to say, names no moment that
 * has passed, stores nothing, and is silent when the edge is. Its parts `text` and `left` are the
 * shop's to style.
 */
(() => {
  const { src, dataset } = document.currentScript;
  const edge = new URL(src).origin;
  const MINUTE = 60000;
  const FRESH = 10 * MINUTE;

  const tag = document.documentElement.lang || navigator.language;
  const french = /^fr\b/i.test(tag);
  const locale = french || /^en\b/i.test(tag) ? tag : "en-GB";

  const format = (options) => {
    const { format } = new Intl.DateTimeFormat(locale, options);
    // French counts the first of a month, and only that.
    return (date) => (french ? format(date).replace(/\b1(?= )/, "1er") : format(date));
  };
  const weekday = format({ weekday: "long", day: "numeric", month: "long" });
  const day = format({ day: "numeric", month: "long" });
  const clock = format({ hour: "numeric", minute: "2-digit" });
  const hours = (date) => {
    const minutes = String(date.getMinutes()).padStart(2, "0");
    return date.getHours() + "\u00a0h" + (minutes > 0 ? "\u00a0" + minutes : "");
  };

  const say = french
    ? {
        order: (day, time, due) => `Commandez avant ${day} à ${time} pour le recevoir le ${due}`,
        today: (time, due) => `Commandez aujourd’hui avant ${time} pour le recevoir le ${due}`,
        still: (what, day, time) => `Encore possible\u202f: ${what}, jusqu’au ${day} à ${time}`,
        stillToday: (what, time) => `Encore possible aujourd’hui jusqu’à ${time}\u202f: ${what}`,
        days: (days) => `encore ${days}\u00a0jours`,
        hours: (hours, minutes) => `encore ${hours}\u00a0h\u00a0${minutes}`,
        minutes: (minutes) => `encore ${minutes}\u00a0min`,
        time: hours,
        due: (before, due) => (before.getMonth() === due.getMonth() && due.getDate() > 1 ? due.getDate() : day(due)),
      }
    : {
        order: (day, time, due) => `Order before ${day} at ${time} to have it by ${due}`,
        today: (time, due) => `Order today before ${time} to have it by ${due}`,
        still: (what, day, time) => `Still possible: ${what}, until ${day} at ${time}`,
        stillToday: (what, time) => `Still possible today until ${time}: ${what}`,
        days: (days) => `${days} days left`,
        hours: (hours, minutes) => `${hours} h ${minutes} left`,
        minutes: (minutes) => `${minutes} min left`,
        time: clock,
        due: (before, due) => day(due),
      };

  /** What is said of an offer, at a moment of which it is known that it is still open. */
  function sentence({ kind, label, arrives_by, order_before }, now) {
    const before = new Date(order_before);
    const isToday = before.toDateString() === new Date(now).toDateString();
    const time = say.time(before);
    if (kind !== "delivery") {
      return isToday ? say.stillToday(label, time) : say.still(label, weekday(before), time);
    }
    const due = say.due(before, new Date(arrives_by + "T12:00"));
    return isToday ? say.today(time, due) : say.order(weekday(before), time, due);
  }

  /** How long something lasts, in its largest fitting unit. */
  function lasting(millis) {
    const minutes = Math.max(1, Math.floor(millis / MINUTE));
    if (minutes >= 48 * 60) return say.days(Math.floor(minutes / (24 * 60)));
    if (minutes < 60) return say.minutes(minutes);
    return say.hours(Math.floor(minutes / 60), String(minutes % 60).padStart(2, "0"));
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
        if (signal.aborted) return;
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
      this.#text.textContent = sentence(offer, now);
      this.#left.textContent = lasting(left);
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
      return part;
    }
  }

  if (!customElements.get("grelot-cutoff")) customElements.define("grelot-cutoff", Cutoff);
})();
