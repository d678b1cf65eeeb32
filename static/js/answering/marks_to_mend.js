// @ts-check
import { followupsOf, markFlow } from "../surveys/flow.js";
import { lacking } from "./check_answer.js";

/** @typedef {import("../modules/response_state.js").Mark} Mark */
/** @typedef {Pick<import("./question_view.js").QuestionView, "question"|"around">} Asked */

/** @param {Asked} asked @returns {Mark[]} the marks of a map question */
export const marksOf = ({ question, around }) => around.given().marks.filter((mark) => mark.question === question.variable);

/** The marks about which something must be answered still. @param {Asked} asked @param {import("../surveys/walk.js").Walk} walk @returns {Mark[]} */
export function lackingAbout(asked, walk) {
  return marksOf(asked).filter((mark) => {
    const about = markFlow(asked.question, mark.category, mark.answers, { walk, marks: {}, pages: [] });
    const failing = about.failing.length > 0;
    const questions = followupsOf(asked.question, mark.category).filter(({ variable }) => about.shown.includes(variable));
    return failing || questions.some((one) => lacking(/** @type {any} */ (one), mark.answers[one.variable] ?? null, about.required.has(one.variable)));
  });
}
