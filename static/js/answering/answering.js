// @ts-check
import { completed } from "../modules/response_state.js";
import { showAnswers } from "./answers_card.js";
import { codePanel } from "./code_panel.js";
import { pageInAddress, Pager } from "./pager.js";
import { savingLine } from "./saving_line.js";
import { shortenList } from "./to_mend.js";

/** @typedef {import("./survey_view.js").PageView} PageView */
/** @typedef {import("./question_view.js").QuestionView} QuestionView */

const TYPING = 200;

/** One respondent at work: what is typed is kept at once, the questions follow, pages are turned. */
export class Answering {
  /**
   * @param {import("./app.js").SurveyApp} app @param {import("./survey_work.js").SurveyWork} work
   * @param {import("./survey_view.js").SurveyView} view
   */
  constructor(app, work, view) {
    this.app = app;
    this.data = app.data;
    this.work = work;
    this.view = view;
    this.stop = new AbortController();
    const { signal } = this.stop;
    const { form } = view;
    this.pager = new Pager(view, { settle: (page) => this.settle(page), turned: (page) => void this.reach(page), left: () => void app.leave(), send: () => void this.send() }, signal);
    /** @type {Set<QuestionView>} typed in, and not kept yet */
    this.typed = new Set();
    /** @type {Map<QuestionView, string>} what the page shows of each question */
    this.shown = new Map();
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.timer = undefined;
    /** @type {string|undefined} the page that was come to */
    this.furthest = work.draft.page;
    this.keeping = Promise.resolve();
    this.waiting = 0;
    this.sending = false;
    form.addEventListener("input", (event) => this.hear(event, TYPING), { signal });
    form.addEventListener("change", (event) => this.hear(event, 0), { signal });
    for (const leaving of ["pagehide", "visibilitychange"]) addEventListener(leaving, () => void this.keep(), { signal });
    work.addEventListener("change", () => this.follow(), { signal });
    work.addEventListener("erased", () => location.reload(), { signal });
    savingLine(/** @type {HTMLElement} */ (form.querySelector("[data-saving]")), work, signal);
    codePanel(form, this, signal);
    form.querySelector("[data-see-answers]")?.addEventListener("click", () => void this.seeAnswers(), { signal });
  }

  /** @param {string} [wanted] name of the page to begin on */
  begin(wanted = pageInAddress()) {
    for (const view of this.view.views) {
      view.refused = null;
      view.begun = false;
      view.errors([]);
    }
    this.follow(true);
    const pages = this.view.shownPages;
    const page = [wanted, this.work.draft.page].flatMap((name) => pages.filter((shown) => shown.name === name))[0] || pages[0];
    if (page) this.pager.turnTo(page, page.name !== pageInAddress());
  }

  /** @param {Event} event @param {number} wait */
  hear(event, wait) {
    const view = this.view.viewAround(event.target);
    if (!view) return;
    this.typed.add(view);
    clearTimeout(this.timer);
    if (wait) this.timer = setTimeout(() => void this.keep(), wait);
    else void this.keep();
  }

  /** Keeps what was typed on the device, one change after the other; the questions follow. @returns {Promise<void>} */
  keep() {
    clearTimeout(this.timer);
    return this.typed.size ? this.change(() => this.keepTyped()) : this.keeping;
  }

  /** All that was typed until now, so that a slow device has never more than one change to write. */
  async keepTyped() {
    const views = [...this.typed];
    this.typed.clear();
    if (!views.length) return;
    const answers = Object.assign({}, ...views.map((view) => view.answers()));
    for (const view of views) this.shown.set(view, told(view, answers));
    await this.work.answer(answers, this.furthest);
  }

  /** @param {() => Promise<any>} edit @returns {Promise<void>} */
  change(edit) {
    this.waiting += 1;
    this.keeping = this.keeping.then(edit, edit).finally(() => {
      this.waiting -= 1;
      this.follow();
    });
    return this.keeping;
  }

  /** What is kept has changed, here or in another tab. @param {boolean} [anew] another one's answers than the page shows */
  follow(anew = false) {
    if (this.waiting && !anew) return;
    const { answers } = this.work.draft;
    for (const view of this.view.views) {
      const now = told(view, answers);
      if (anew || (!this.typed.has(view) && now !== this.shown.get(view))) view.show(answers);
      this.shown.set(view, now);
    }
    this.view.follow();
    if (this.pager.page) this.beginOn(this.pager.page);
    this.mend();
    this.pager.tellWhere();
    void this.app.heed(this.work);
  }

  /** What was told to be wrong, and is not any more. */
  mend() {
    for (const view of this.view.views) if (view.problems.length && !view.toMend(this.view.flow.walk)) view.errors([]);
    if (this.pager.page) shortenList(this.pager.page);
  }

  /** What the fields of a page begin with, unless it has been gone on from. @param {PageView} page */
  beginOn(page) {
    const order = this.view.pages.map(({ name }) => name);
    if (order.indexOf(page.name) < order.indexOf(this.furthest || "")) return;
    for (const view of page.views) view.beginWith(this.view.flow.walk);
  }

  /** Keeps what was typed, and takes away what nobody sees or can choose any more. @param {PageView} [page] that is gone on from: what its fields began with are answers now */
  async settle(page) {
    for (const view of page?.views || []) if (view.begun && !view.place.hidden) this.typed.add(view);
    await this.keep();
    const { cleared, narrowed } = this.view.flow.walk;
    const left = { ...Object.fromEntries(cleared.map((variable) => [variable, null])), ...narrowed };
    if (Object.keys(left).length) await this.change(() => this.work.answer(left));
  }

  /** @param {PageView} page */
  async reach(page) {
    this.beginOn(page);
    const order = this.view.pages.map(({ name }) => name);
    const { draft } = this.work;
    this.furthest = order[Math.max(order.indexOf(draft.page || ""), order.indexOf(page.name))];
    // Who only looks at the first page has told nothing yet.
    if (!draft.revision && page === this.view.pages[0]) return;
    if (this.furthest !== draft.page) await this.change(() => this.work.answer({}, this.furthest));
    await this.work.send();
  }

  async seeAnswers() {
    await this.settle();
    if (this.stop.signal.aborted) return;
    showAnswers(this.app.screens.of("answers"), this.view, (page) => {
      this.app.screens.show("form");
      this.pager.turnTo(page);
    });
    this.app.showAnswers("form");
  }

  async send() {
    if (this.sending) return;
    this.sending = true;
    await this.settle();
    await this.change(() => this.work.change(completed));
    // What was told while it was on its way to the disk belongs to it too.
    await this.keep();
    await this.app.sent(this.work);
    await this.work.send();
  }

  end() {
    this.stop.abort();
    clearTimeout(this.timer);
  }
}

/** @param {QuestionView} view @param {Record<string, any>} answers */
const told = (view, answers) => JSON.stringify(view.variables.map((variable) => answers[variable] ?? null));
