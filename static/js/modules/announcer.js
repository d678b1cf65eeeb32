// @ts-check
import { element } from "./element.js";

/** What a screen reader should hear without moving there. One on a page. */
export class Announcer {
  constructor() {
    this.element = element("div", { class: "unseen", role: "status", "aria-live": "polite" });
  }

  /** @param {string} text */
  say(text) {
    this.element.textContent = "";
    // The same words twice are heard twice only when the region was empty between.
    setTimeout(() => {
      this.element.textContent = text;
    }, 60);
  }
}
