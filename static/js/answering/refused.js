// @ts-check
// What the server did not take, told at the questions it is about.

/** @typedef {import("./survey_view.js").SurveyView} SurveyView */
/** @typedef {import("./survey_work.js").SurveyWork} SurveyWork */

const ANSWER = /^answers\.([a-z][a-z0-9_]*)/;
const MARK = /^marks\[(\d+)\]/;

/** @param {string} field of a problem @param {SurveyView} view @param {SurveyWork} work */
function viewFor(field, view, work) {
  const variable = ANSWER.exec(field)?.[1] || work.draft.marks[Number(MARK.exec(field)?.[1] ?? -1)]?.question;
  return variable ? view.viewOf(variable) : undefined;
}

/**
 * @param {SurveyView} view @param {SurveyWork} work @param {import("../modules/hand_in_answer.js").Problem[]} [problems]
 * @returns {{pages: import("./survey_view.js").PageView[]}} those with something to mend
 */
export function showRefused(view, work, problems = work.letter?.refusal?.problems || []) {
  /** @type {Map<import("./question_view.js").QuestionView, string[]>} */
  const told = new Map();
  for (const { field, message } of problems) {
    const about = viewFor(field, view, work);
    if (about) told.set(about, [...(told.get(about) || []), message]);
  }
  for (const [about, messages] of told) about.refuse(messages);
  return { pages: view.pages.filter(({ views }) => views.some((each) => told.has(each))) };
}
