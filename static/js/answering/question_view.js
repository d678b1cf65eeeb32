// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";
import { otherVariable } from "../surveys/question_parts.js";
import { controlsNamed, readAnswer, writeAnswer } from "./answer_fields.js";
import { onlyOffered, offerOnly } from "./offered_controls.js";
import { beginningOf } from "./beginnings.js";
import { onlyIn, oursBeside, spokenIn } from "./spoken.js";
import { checkAnswer, lacking, openRows } from "./check_answer.js";

/**
 * @typedef {import("./types.js").Question} Question
 * @typedef {import("../modules/response_state.js").Draft} Draft
 * @typedef {{given: () => Draft, changed: (edit: (draft: Draft) => Draft) => Promise<any>, language: string,
 *   fill: (text: string) => string, flow: () => import("../surveys/flow.js").Flow, seed: () => [number, number],
 *   circles: import("../modules/circle_memory.js").CircleMemory|null,
 *   data: import("./types.js").SurveyData}} Around what a question may ask of the page: all that is answered so far, to keep a
 *   change of it on the device, to put earlier answers into a text, what is shown now, the respondent's seed for hiding homes and where
 *   the circles lie that do,
 *   and what the page carries
 */

/** One question on the page: what stands in its fields, whether it is seen, and what is wrong with it. */
export class QuestionView {
  /** @param {HTMLElement} place @param {Question} question @param {Around} around */
  constructor(place, question, around) {
    this.place = place;
    this.question = question;
    this.around = around;
    /** @type {string[]} what is told to be wrong now */
    this.problems = [];
    /** @type {{state: string, problems: string[]}|null} what the server could not take, and what it said */
    this.refused = null;
    /** @type {string[]|null} codes of the choices that are offered now; null: all */
    this.offered = null;
    /** Whether something was put into its fields before anything was answered. */
    this.begun = false;
  }

  get variable() {
    return this.question.variable;
  }

  /** @returns {string[]} the variables of its answers */
  get variables() {
    const other = otherVariable(this.question);
    return other ? [this.variable, other] : [this.variable];
  }

  /** @returns {import("./check_answer.js").Checked} */
  value() {
    return checkAnswer(this.question, onlyOffered(readAnswer(this.place, this.question), this.offered));
  }

  /** What is to be kept; null takes an answer away. @returns {Record<string, any>} */
  answers() {
    const other = otherVariable(this.question);
    const text = other ? { [other]: controlsNamed(this.place, other)[0]?.value || null } : {};
    return { [this.variable]: this.value().value, ...text };
  }

  /** Puts what was answered into the page. @param {Record<string, any>} answers all of them */
  show(answers) {
    writeAnswer(this.place, this.question, answers[this.variable]);
    const other = otherVariable(this.question);
    if (other) writeAnswer(this.place, /** @type {Question} */ ({ variable: other, type: "short_text" }), answers[other]);
  }

  /** Only these choices are offered from now on. @param {string[]|undefined} codes @param {Record<string, any>} answers all of them */
  offer(codes, answers) {
    if (!codes || codes.join() === this.offered?.join()) return;
    this.offered = codes;
    offerOnly(this.place, this.variable, codes);
    writeAnswer(this.place, this.question, answers[this.variable]);
  }

  /** Says beforehand whether it must be answered, where that depends on the answers so far. @param {boolean} required */
  require(required) {
    const told = /** @type {HTMLElement|null} */ (this.place.querySelector("[data-required]"));
    if (!told || told.hidden === !required) return;
    told.hidden = !required;
    for (const asked of [this.main, ...this.place.querySelectorAll(".matrix__row")])
      if (asked.matches("input, select, textarea, [role=radiogroup]")) setTo(asked, "aria-required", required ? "true" : "");
  }

  /** Puts into its fields what they begin with, once, where nothing is answered. @param {import("../surveys/walk.js").Walk} walk of the answers so far */
  beginWith(walk) {
    const beginning = this.begun ? null : beginningOf(this.question, walk);
    if (beginning === null) return;
    this.begun = true;
    if (this.value().value === null && !this.value().problem) writeAnswer(this.place, this.question, beginning);
  }

  /** Whether something was chosen that is gone when the page is left. */
  get isWaiting() {
    return false;
  }

  /** What was answered in words, where its fields do not hold it. @returns {(string|Node)[]|null} */
  inWords() {
    return null;
  }

  /** Its page is turned to. */
  open() {}

  /** Something is kept anew, here or in another tab. */
  follow() {}

  /** Somebody else answers from now on: nothing is left of what is not in the answers. */
  forget() {}

  /** It is taken off the page. */
  close() {}

  /** What was answered here, as one text, to know whether it has changed. */
  get state() {
    return JSON.stringify([this.answers(), this.around.given().marks.filter(({ question }) => question === this.variable)]);
  }

  /** The server could not take what stands here; that holds until it is changed. @param {string[]} problems */
  refuse(problems) {
    this.refused = { state: this.state, problems };
    this.errors(problems);
  }

  /** What is to be mended before going on. @param {import("../surveys/walk.js").Walk} walk of the answers so far @returns {string} "" for nothing */
  toMend({ required, failing }) {
    const { value, problem } = this.value();
    if (this.refused?.state === this.state) return this.refused.problems.join(" ");
    return problem || this.lacking(value, required.has(this.variable)) || (failing.some(({ variable }) => variable === this.variable) ? this.notAccepted() : "");
  }

  /** @param {any} value @param {boolean} required */
  lacking(value, required) {
    const lacks = lacking(this.question, value, required);
    return (lacks && value === null && this.own(this.question.required_message)) || lacks;
  }

  notAccepted() {
    return this.own(this.question.constraint_message) || t("This does not go together with the other answers, or is not possible here. Look at it again.");
  }

  /** "" where it is not in the reader's language. @param {Record<string, string>|undefined} message of the questionnaire's own */
  own(message) {
    return this.around.fill(message?.[this.around.language] || "");
  }

  /** Tells at the question what is wrong, as the server's pages do. @param {string[]} problems none: nothing is */
  errors(problems) {
    this.problems = problems;
    for (const told of this.place.querySelectorAll(".question__errors")) told.remove();
    for (const control of this.place.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
    const rows = problems.length ? this.emptyRows() : [];
    const ours = oursBeside(this.onlyIn);
    if (rows.length) for (const row of rows) tell(row, [t("This question must be answered.")], ours);
    else tell(this.main, problems, ours);
  }

  /** The language that it is asked in, as attributes; none where that is the reader's. @returns {{lang?: string, dir?: string}} */
  get spoken() {
    return spokenIn(this.place);
  }

  /** The question as the page has it. */
  get label() {
    const label = /** @type {HTMLElement} */ (this.place.querySelector(".ds-label, .ds-heading")?.cloneNode(true));
    label?.querySelector(".question__required")?.remove();
    return label?.textContent?.trim() || "";
  }

  /** @returns {HTMLElement|null} what says that it is not in the reader's language */
  get onlyIn() {
    return onlyIn(this.place);
  }

  /** @returns {HTMLElement} what is labelled with the question: its control, or the group of its controls */
  get main() {
    return this.place.querySelector(`#${CSS.escape(`answer-${this.variable}`)}`) || this.place;
  }

  /** @returns {HTMLElement[]} rows of a matrix that lack an answer */
  emptyRows() {
    const rows = [.../** @type {NodeListOf<HTMLElement>} */ (this.place.querySelectorAll(".matrix__row"))];
    const open = openRows(this.question, this.value().value).map(({ code }) => `${this.variable}_${code}`);
    return rows.filter((row) => open.includes(row.querySelector("input")?.name || ""));
  }

  focus() {
    const wrong = this.place.querySelector("[aria-invalid]");
    const around = wrong || this.place;
    const controls = [around, .../** @type {NodeListOf<HTMLElement>} */ (around.querySelectorAll("input:not([type=hidden]), select, textarea, button"))];
    const first = /** @type {HTMLElement[]} */ (controls).find((each) => each.matches("input, select, textarea, button") && each.offsetParent !== null);
    (first || this.main).focus();
  }
}

/** @param {HTMLElement} asked @param {string[]} problems @param {{lang?: string, dir?: string}} ours their language, as attributes */
function tell(asked, problems, ours) {
  const id = `${asked.id}-error`;
  const ids = (asked.getAttribute("aria-describedby") || "").split(" ").filter((each) => each && each !== id);
  if (problems.length) {
    const group = asked.matches("fieldset, section, .matrix__row");
    const told = element("div", { class: "question__errors", id, ...ours }, ...problems.map((problem) => element("p", { class: "ds-validation-message", "data-color": "danger" }, problem)));
    if (group) asked.append(told);
    else (asked.closest(".question") || asked).append(told);
    if (!group || asked.getAttribute("role") === "radiogroup") asked.setAttribute("aria-invalid", "true");
    ids.push(id);
  }
  setTo(asked, "aria-describedby", ids.join(" "));
}

/** @param {Element} asked @param {string} attribute @param {string} value "" takes it away */
function setTo(asked, attribute, value) {
  if (value) asked.setAttribute(attribute, value);
  else asked.removeAttribute(attribute);
}
