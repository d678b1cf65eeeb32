// @ts-check

// As surveys/question_types/hidden.py: more is no answer that the respondent could mend.
const LONGEST = 200;

/** What the page's address tells: the answers of hidden questions. @param {import("./types.js").SurveyData} data @returns {Record<string, string>} */
export function toldByAddress(data) {
  const told = new URLSearchParams(location.search);
  const hidden = data.questionnaire.pages.flatMap((page) => page.questions).filter(({ type, parameter }) => type === "hidden" && parameter);
  const answers = hidden.map(({ variable, parameter }) => [variable, told.get(String(parameter))?.trim() || ""]);
  return Object.fromEntries(answers.filter(([, value]) => value && value.length <= LONGEST));
}
