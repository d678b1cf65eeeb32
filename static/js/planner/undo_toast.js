// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";

const STAYS = 10_000;

/** One message at a time at the bottom, with *Undo* instead of a warning before. */
export class UndoToast {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    this.timer = 0;
    /** @type {(() => void) | undefined} */
    this.onGone = undefined;
  }

  /**
   * @param {string} text @param {() => void} [onUndo] @param {() => void} [onGone] when it goes without having been undone
   */
  show(text, onUndo, onGone) {
    this.settle();
    this.onGone = onGone;
    const undo = () => {
      this.onGone = undefined;
      this.settle();
      onUndo?.();
    };
    const button = onUndo && element("button", { type: "button", onclick: undo }, t("Undo"));
    this.place.replaceChildren(element("div", { class: "toast__card" }, element("span", {}, text), button));
    this.timer = window.setTimeout(() => this.settle(), STAYS);
  }

  /** Let what is shown become final. */
  settle() {
    clearTimeout(this.timer);
    this.place.replaceChildren();
    const gone = this.onGone;
    this.onGone = undefined;
    gone?.();
  }
}
