// @ts-check
// What a questionnaire shows, requires, refuses and works out for the answers so far: as surveys/flow.py, which has the last
// word. Both run tests/data/flow_cases.json.
import { UNSEEN_TYPES } from "./value_kinds.js";
import { holds, Walk } from "./walk.js";

/**
 * @typedef {import("./question_parts.js").Question} Question
 * @typedef {{name: string, title?: import("./question_parts.js").Texts, relevant?: any, questions: Question[]}} Page
 * @typedef {{pages: Page[]}} Questionnaire
 * @typedef {{name: string, questions: string[]}} ShownPage with the variables of its shown questions
 * @typedef {{walk: Walk, marks: Record<string, number>, pages: ShownPage[]}} Flow `pages`: those shown now, in order
 */

/**
 * @param {Questionnaire} questionnaire
 * @param {Record<string, any>} answers
 * @param {{marks?: Record<string, number>, now?: string|null}} [around] how many marks each map question has; the local
 *   date and time, `2026-11-22T14:30`
 * @returns {Flow}
 */
export function flow(questionnaire, answers, { marks = {}, now = null } = {}) {
  /** @type {import("./conditions.js").Values} */ const values = {};
  const walk = new Walk(answers, { answers: values, marks: {}, own: null, now }, values);
  const pages = questionnaire.pages.flatMap((page) => turnTo(page, walk, marks));
  return { walk, marks, pages };
}

/**
 * A walk through the follow-ups of one mark, which may refer to the answers of the whole response.
 * @param {Question} question @param {string|null} category @param {Record<string, any>} answers @param {Flow} whole
 */
export function markFlow(question, category, answers, whole) {
  /** @type {import("./conditions.js").Values} */ const values = {};
  const { answers: around, marks, now } = whole.walk.scope;
  const walk = new Walk(answers, { answers: around, marks, own: null, now, followups: values }, values);
  for (const followup of followupsOf(question, category)) walk.ask(followup, {});
  return walk;
}

/** The page's number among those shown now, 0 where it is not, and how many these are. @param {Flow} found @param {string} name */
export function progress({ pages }, name) {
  return { page: pages.findIndex((page) => page.name === name) + 1, of: pages.length };
}

/** @param {Question} question @param {string|null} category */
export function followupsOf(question, category) {
  const chosen = question.categories?.find(({ code }) => code === category);
  return [...(question.followups || []), ...(chosen?.followups || [])];
}

/** @param {Page} page @param {Walk} walk @param {Record<string, number>} marks @returns {ShownPage[]} */
function turnTo(page, walk, marks) {
  if (!holds(page.relevant, walk.scope)) {
    for (const question of page.questions) walk.hide(question);
    return [];
  }
  const shown = page.questions.filter((question) => walk.ask(question, marks));
  const isSeen = !page.questions.length || shown.some(({ type }) => !UNSEEN_TYPES.includes(type));
  return isSeen ? [{ name: page.name, questions: shown.map(({ variable }) => variable) }] : [];
}
