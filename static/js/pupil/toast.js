// @ts-check
import { button, element } from "../modules/element.js";

const SHOWN_FOR = 8_000;

/** A short message at the bottom edge, with at most one thing to do about it. */
export class Toasts {
  /** @param {import("../modules/announcer.js").Announcer} announcer */
  constructor(announcer) {
    this.announcer = announcer;
    this.element = element("div", { class: "toasts" });
  }

  /** @param {string} text @param {{label: string, run: () => void}} [action] @param {number} [shownFor] ms; 0 stays until something else is said */
  show(text, action, shownFor = SHOWN_FOR) {
    const toast = element("div", { class: "toast" }, element("span", {}, text));
    if (action) {
      const act = () => (toast.remove(), action.run());
      toast.append(button(action.label, act, { kind: "plain", class: "toast__action" }));
    }
    this.element.replaceChildren(toast);
    this.announcer.say(text);
    if (shownFor) setTimeout(() => toast.remove(), shownFor);
  }

  clear() {
    this.element.replaceChildren();
  }
}
