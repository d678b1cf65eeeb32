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
    this.clear();
    this.add(text, action, shownFor);
  }

  /** What comes by itself, as from the teacher: what can be undone just now stays beside it. @param {string} text @param {number} shownFor ms */
  tell(text, shownFor) {
    for (const toast of [...this.element.children]) if (!toast.querySelector("button")) toast.remove();
    this.add(text, undefined, shownFor);
  }

  /** @param {string} text @param {{label: string, run: () => void}|undefined} action @param {number} shownFor ms */
  add(text, action, shownFor) {
    const toast = element("div", { class: "toast" }, element("span", {}, text));
    if (action) {
      const act = () => (toast.remove(), action.run());
      toast.append(button(action.label, act, { kind: "plain", class: "toast__action" }));
    }
    this.element.append(toast);
    this.announcer.say(text);
    if (shownFor) setTimeout(() => toast.remove(), shownFor);
  }

  clear() {
    this.element.replaceChildren();
  }
}
