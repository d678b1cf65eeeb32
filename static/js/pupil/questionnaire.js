// @ts-check
// Reads the questionnaire document of the page.

/**
 * @typedef {Record<string, string>} Texts by language
 * @typedef {{code: string, label: Texts, icon?: string}} Choice
 * @typedef {{uid: string, variable: string, type: string, label: Texts, hint?: Texts, text?: Texts, required?: boolean, choices?: Choice[],
 *   categories?: Category[], followups?: Question[], cut_home?: boolean, max_marks?: number, max_length?: number}} Question
 * @typedef {{code: string, label: Texts, prompt?: Texts, symbol: any, colour: string, icon?: string, followups?: Question[]}} Category
 * @typedef {{name: string, title: Texts, questions: Question[]}} QuestionPage
 * @typedef {{age: string|null, languages: string[], title: Texts, intro: Texts[], pages: QuestionPage[]}} Questionnaire
 */

const MAP_TYPES = ["route", "place", "area"];

/** @param {Question} question */
const isMap = (question) => MAP_TYPES.includes(question.type);

/** @param {Questionnaire} questionnaire @param {string} type */
export function mapQuestions({ pages }, type) {
  return pages.flatMap((page) => page.questions).filter((question) => question.type === type);
}

/** @param {Questionnaire} questionnaire @returns {QuestionPage[]} the pages with something else to answer than the map */
export function ordinaryPages({ pages }) {
  const shown = (/** @type {Question} */ question) => !isMap(question) && question.type !== "hidden";
  return pages
    .map((page) => ({ ...page, questions: page.questions.filter(shown) }))
    .filter((page) => page.questions.length);
}

/** @param {Questionnaire} questionnaire @param {Question} question */
export function pageOf({ pages }, question) {
  return /** @type {QuestionPage} */ (pages.find((page) => page.questions.includes(question)));
}

/** @param {Questionnaire} questionnaire @returns {Category[]} */
export function allCategories({ pages }) {
  return pages.flatMap((page) => page.questions).flatMap((question) => question.categories || []);
}

/** @param {Questionnaire} questionnaire @param {{question: string, category: string}} mark */
export function lookUp(questionnaire, mark) {
  const question = questionOf(questionnaire, mark.question);
  const category = question?.categories?.find((candidate) => candidate.code === mark.category);
  return { question, category };
}

/** @param {Questionnaire} questionnaire @param {string} variable @returns {Question|undefined} */
export function questionOf({ pages }, variable) {
  return pages.flatMap((page) => page.questions).find((question) => question.variable === variable);
}

/** @param {Question} question of the kind choice @param {any} value a code or several @returns {Choice[]} */
export function chosen(question, value) {
  const codes = Array.isArray(value) ? value : [value];
  return (question.choices || []).filter((choice) => codes.includes(choice.code));
}
