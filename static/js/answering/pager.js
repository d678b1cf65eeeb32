// @ts-check
import { t } from "../modules/texts.js";
import { progress } from "../surveys/flow.js";
import { goToList, listToMend } from "./to_mend.js";

/** @typedef {import("./survey_view.js").PageView} PageView */

const HASH = "#page:";

/** @returns {string} the page that the address says, "" for none */
export const pageInAddress = () => (location.hash.startsWith(HASH) ? decodeURIComponent(location.hash.slice(HASH.length)) : "");

/** One page of the questionnaire at a time: on, back, and where we are. The browser's own *Back* goes a page back too. */
export class Pager {
  /**
   * @param {import("./survey_view.js").SurveyView} view
   * @param {{settle: (page?: PageView) => Promise<any>, turned: (page: PageView) => void, left: () => void, send: () => void}} listeners
   *   `settle`: keeps what was typed just now, and what the fields of a page began with that is gone on from; `left`: back beyond the first page
   * @param {AbortSignal} signal
   */
  constructor(view, listeners, signal) {
    this.view = view;
    this.listeners = listeners;
    this.signal = signal;
    this.title = document.title;
    /** @type {PageView|null} */
    this.page = null;
    /** How many times it was asked to turn. */
    this.turns = 0;
    view.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.on();
    }, { signal });
    this.button("back").addEventListener("click", () => void this.back(), { signal });
    addEventListener("popstate", () => void this.follow(), { signal });
    signal.addEventListener("abort", () => (document.title = this.title));
  }

  /** @param {"back"|"next"|"send"} go @returns {HTMLButtonElement} */
  button(go) {
    return /** @type {HTMLButtonElement} */ (this.view.form.querySelector(`[data-go="${go}"]`));
  }

  /** @param {number} steps @returns {PageView|undefined} the page so many steps on among those shown now */
  beside(steps) {
    const { pages, shownPages } = this.view;
    const here = this.page ? pages.indexOf(this.page) : 0;
    const others = steps > 0 ? shownPages.filter((page) => pages.indexOf(page) > here) : shownPages.filter((page) => pages.indexOf(page) < here).reverse();
    return others[Math.abs(steps) - 1];
  }

  async on() {
    const { page } = this;
    if (!page) return;
    const seen = this.view.seenOn(page);
    if (!(await this.settled(page)) || !this.mended(page)) return;
    if (this.view.seenOn(page).some((view) => !seen.includes(view))) return this.say(t("Your answers opened more questions on this page."));
    const after = this.beside(1);
    if (after) this.turnTo(after);
    else this.send();
  }

  async back() {
    if (!(await this.settled())) return;
    const before = this.beside(-1);
    if (before) this.turnTo(before);
    else this.listeners.left();
  }

  /**
   * What was told is kept before a page is turned. Pressed again on a slow device, the last press turns, and once.
   * @param {PageView} [page] that is gone on from @returns {Promise<boolean>} whether it is still to be turned
   */
  async settled(page) {
    const turn = (this.turns += 1);
    await this.listeners.settle(page);
    return turn === this.turns && !this.signal.aborted;
  }

  /** Goes to the first page with something to mend; with nothing to mend, the answer may be sent. */
  send() {
    const wrong = this.view.shownPages.find((page) => this.view.judge(page).length);
    if (!wrong) return this.listeners.send();
    if (wrong !== this.page) this.turnTo(wrong);
    return void this.mended(wrong);
  }

  /** @param {PageView} page @param {boolean} [entry] false: an entry of the history that is there already */
  turnTo(page, entry = true) {
    this.page = page;
    for (const other of this.view.pages) other.section.hidden = other !== page;
    if (entry) history.pushState(null, "", HASH + encodeURIComponent(page.name));
    this.say("");
    this.view.form.dispatchEvent(new Event("page-turned"));
    this.tellWhere();
    scrollTo(0, 0);
    this.heading.focus({ preventScroll: true });
    for (const view of page.views) view.open();
    this.listeners.turned(page);
  }

  get heading() {
    return /** @type {HTMLElement} */ (this.page?.section.querySelector("h1"));
  }

  /** The browser went back or forth. */
  async follow() {
    if (location.hash && !location.hash.startsWith(HASH)) return;
    if (!(await this.settled())) return;
    const page = this.view.shownPages.find(({ name }) => name === pageInAddress());
    if (page) this.turnTo(page, false);
    else this.listeners.left();
  }

  /** How far we are; also when an answer has opened or closed other pages. */
  tellWhere() {
    if (!this.page) return;
    const { page: number, of } = progress(this.view.flow, this.page.name);
    const line = /** @type {HTMLElement} */ (this.page.section.querySelector("[data-progress]"));
    line.textContent = t("Page %(number)s of %(of)s", { number, of });
    const wrong = this.page.views.some(({ problems }) => problems.length);
    document.title = `${wrong ? `${t("To mend")}: ` : ""}${this.heading.textContent} · ${this.title}`;
    const last = !this.beside(1);
    this.button("send").hidden = !last;
    this.button("next").hidden = last;
  }

  /** True when nothing on the page is to be mended; else what is, is told on top and in place. @param {PageView} page */
  mended(page) {
    const wrong = this.view.judge(page);
    if (!wrong.length) listToMend(page);
    else {
      goToList(page);
      this.tellWhere();
    }
    return !wrong.length;
  }

  /** @param {string} text */
  say(text) {
    const told = /** @type {HTMLElement} */ (this.view.form.querySelector("[data-told]"));
    told.textContent = text;
    told.hidden = !text;
    // What was pressed may stand at the other end of the page, as another language does.
    if (text) told.scrollIntoView({ block: "nearest" });
  }
}
