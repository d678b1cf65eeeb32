// @ts-check
import { flow } from "../surveys/flow.js";
import { answerTexts, filled } from "../surveys/piping.js";
import { fillIn, pipedIn } from "./piped_texts.js";
import { viewOf } from "./question_views.js";
import { writer } from "./writer.js";

/**
 * @typedef {import("./types.js").SurveyData} SurveyData
 * @typedef {import("../modules/response_state.js").Draft} Draft
 * @typedef {import("./question_view.js").QuestionView} QuestionView
 * @typedef {{name: string, section: HTMLElement, views: QuestionView[]}} PageView
 */

/** The questionnaire in the page: which questions are seen, what stands in them, and what is to be mended. */
export class SurveyView {
  /**
   * @param {HTMLFormElement} form @param {SurveyData} data
   * @param {{given: () => Draft, changed: (edit: (draft: Draft) => Draft) => Promise<any>, seed: () => [number, number],
   *   circles: import("../modules/circle_memory.js").CircleMemory|null}} work
   */
  constructor(form, data, work) {
    this.form = form;
    this.data = data;
    this.given = work.given;
    this.piped = pipedIn(form);
    const around = { ...work, data, language: data.language, flow: () => this.flow, fill: (/** @type {string} */ text) => filled(text, this.answerText) };
    /** @type {PageView[]} */
    this.pages = data.questionnaire.pages.map(({ name, questions }) => {
      const section = /** @type {HTMLElement} */ (form.querySelector(`[data-page="${name}"]`));
      return { name, section, views: questions.flatMap((question) => placesOf(section, question).map((place) => viewOf(place, question, around))) };
    });
    this.views = this.pages.flatMap(({ views }) => views);
    this.flow = this.flowNow();
  }

  /** @param {any} target @returns {QuestionView|undefined} the question that an element belongs to */
  viewAround(target) {
    return this.views.find(({ place }) => place.contains(target));
  }

  /** @param {string} variable @returns {QuestionView|undefined} the question that an answer belongs to */
  viewOf(variable) {
    return this.views.find(({ variables }) => variables.includes(variable));
  }

  /** Shows and hides what depends on the answers so far, and puts them into the texts. */
  follow() {
    this.flow = this.flowNow();
    const { shown, offered, required } = this.flow.walk;
    const { answers } = this.given();
    for (const view of this.views) {
      view.place.hidden = !shown.includes(view.variable);
      view.offer(offered[view.variable], answers);
      view.require(required.has(view.variable));
      view.follow();
    }
    fillIn(this.piped, this.answerText);
  }

  flowNow() {
    const { answers, marks } = this.given();
    return flow(this.data.questionnaire, answers, { marks: countsOf(marks), now: localNow() });
  }

  /** @returns {(variable: string) => string} earlier answers in words */
  get answerText() {
    const questions = this.data.questionnaire.pages.flatMap((page) => page.questions);
    const mark = (/** @type {import("./types.js").Question} */ { variable }, /** @type {string} */ label) => {
      const only = this.viewOf(variable)?.onlyIn;
      return only ? `${label} (${only.textContent})` : label;
    };
    return answerTexts(questions, { ...this.flow.walk.answers, ...this.flow.marks }, this.data.language, writer(this.data.language), /** @type {any} */ (mark));
  }

  /** The pages to be seen now, in order. @returns {PageView[]} */
  get shownPages() {
    const names = this.flow.pages.map(({ name }) => name);
    return this.pages.filter(({ name }) => names.includes(name));
  }

  /** @param {PageView} page @returns {QuestionView[]} its questions that are seen now */
  seenOn({ views }) {
    return views.filter(({ variable }) => this.flow.walk.shown.includes(variable));
  }

  /** Tells at each question of the page what is to be mended. @param {PageView} page @returns {QuestionView[]} those with something */
  judge(page) {
    return this.seenOn(page).filter((view) => {
      const problem = view.toMend(this.flow.walk);
      view.errors(problem ? [problem] : []);
      return problem;
    });
  }
}

/** Where a question stands; nowhere when nothing of it is seen. @param {HTMLElement} section @param {import("./types.js").Question} question */
const placesOf = (section, { variable }) => /** @type {HTMLElement[]} */ ([...section.querySelectorAll(`[data-question="${variable}"]`)]);

/** @param {import("../modules/response_state.js").Mark[]} marks @returns {Record<string, number>} how many each map question has */
function countsOf(marks) {
  /** @type {Record<string, number>} */
  const found = {};
  for (const { question } of marks) found[question] = (found[question] || 0) + 1;
  return found;
}

/** @returns {string} local date and time, as conditions read it */
function localNow() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
