// @ts-check
import { element } from "../modules/element.js";
import { saveToFile } from "../modules/save_to_file.js";
import { forgetAnswered, markAnswered } from "./answered_mark.js";
import { ask } from "./ask.js";
import { eraseAnswer } from "./calls.js";
import { showRefused } from "./refused.js";
import { goToList } from "./to_mend.js";

/** @typedef {"waiting"|"received"|"refused"|"elsewhere"|"erased"} State */
/** @typedef {import("./survey_work.js").SurveyWork} SurveyWork */

/** The answer is sent, or on its way: says truly which, and gives the receipt once there is one. */
export class SentCard {
  /** @param {import("./app.js").SurveyApp} app */
  constructor(app) {
    this.app = app;
    this.card = app.screens.of("sent");
    /** @type {SurveyWork|undefined} */
    this.work = undefined;
    /** @type {State|undefined} */
    this.state = undefined;
    this.on("save-file", () => this.work?.letter && saveToFile("lokalkjent.json", this.work.letter.body));
    this.on("mend", () => void this.mend());
    this.on("someone-else", () => void this.handOver());
    this.on("erase", () => void this.erase());
    this.on("see-answers", () => app.showAnswers("sent"));
  }

  /** On a tablet that is handed on not everything is offered. @param {string} name @param {() => void} listener */
  on(name, listener) {
    this.card.querySelector(`[data-${name}]`)?.addEventListener("click", listener);
  }

  /** @param {string} name @param {boolean} hidden */
  hide(name, hidden) {
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.card.querySelectorAll(`[data-${name}]`))) part.hidden = hidden;
  }

  /** @param {string} name @returns {HTMLElement} */
  part(name) {
    return /** @type {HTMLElement} */ (this.card.querySelector(`[data-${name}]`));
  }

  /** @param {SurveyWork} work */
  show(work) {
    if (this.work !== work) work.addEventListener("change", () => this.follow());
    this.work = work;
    this.app.view.follow();
    this.follow();
  }

  follow() {
    if (!this.work || this.app.work !== this.work || !this.work.draft.complete) return;
    const { pupil, letter } = this.work;
    this.part("receipt").textContent = grouped(pupil.receipt || "");
    this.part("reasons").replaceChildren(...(letter?.refusal?.messages || []).map((reason) => element("li", {}, reason)));
    for (const part of ["mend", "correctable"]) this.hide(part, letter?.refusal?.status !== 422);
    // Whoever came with a code of their own leaves the browser to others, who need one too.
    this.hide("someone-else", Boolean(pupil.ticket));
    if (pupil.receipt) this.app.forgetHomes(this.work);
    if (pupil.receipt && !pupil.ticket) markAnswered(this.app.data.activity);
    this.turn(pupil.receipt ? "received" : letter?.refusal ? "refused" : pupil.ahead ? "elsewhere" : "waiting");
  }

  /** @param {State} state */
  turn(state) {
    const before = this.state;
    this.state = state;
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.card.querySelectorAll("[data-sent]"))) part.hidden = part.dataset.sent !== state;
    for (const part of ["see-answers", "erase"]) this.hide(part, state === "erased" || state === "elsewhere");
    this.hide("not-while-waiting", state === "waiting");
    if (before !== state && !this.card.hidden) this.focus();
  }

  /** Where the screen reader goes on. */
  focus() {
    /** @type {HTMLElement|null} */ (this.card.querySelector(`[data-sent="${this.state}"] h1`))?.focus({ preventScroll: true });
  }

  /** Back to the questions, at the first that the server could not take the answer to. */
  async mend() {
    const { app, work } = this;
    if (!work) return;
    const refused = work.letter?.refusal?.problems || [];
    await work.change((draft) => ({ ...draft, complete: false }));
    app.answer(work);
    const { pages } = showRefused(app.view, work, refused);
    if (!pages[0]) return;
    app.answering?.pager.turnTo(pages[0]);
    goToList(pages[0]);
  }

  async handOver() {
    if (this.work) {
      this.app.forgetHomes(this.work);
      await this.app.ready().store.signOut(this.work.pupil.uuid);
    }
    await this.app.begin();
  }

  async erase() {
    const { app, work } = this;
    if (!work || !(await ask("erase"))) return;
    const { store, outbox } = app.ready();
    // What is on its way to the server would come after it had nothing to delete.
    const erased = await outbox.still(async () => {
      if (!(await eraseAnswer(work.pupil.uuid, app.data.own))) return false;
      work.close();
      // Somebody else may have begun meanwhile.
      if (app.work === work) app.work = null;
      await store.erase(work.pupil.uuid);
      return true;
    });
    if (!erased) return void (await ask("no-network"));
    app.forgetHomes(work);
    if (this.work === work) this.work = undefined;
    forgetAnswered(app.data.activity);
    this.turn("erased");
  }
}

/** @param {string} code */
const grouped = (code) => code.replace(/(.{4})(?=.)/g, "$1 ");
