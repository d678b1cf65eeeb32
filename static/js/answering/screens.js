// @ts-check

/** @typedef {"start"|"form"|"answers"|"sent"} Name */

/** One screen of the survey's page at a time. */
export class Screens {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.all = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-screen]")]);
  }

  /** @param {Name} name */
  show(name) {
    for (const screen of this.all) screen.hidden = screen.dataset.screen !== name;
    scrollTo(0, 0);
  }

  /** @param {Name} name @returns {HTMLElement} */
  of(name) {
    return /** @type {HTMLElement} */ (this.all.find((screen) => screen.dataset.screen === name));
  }
}
