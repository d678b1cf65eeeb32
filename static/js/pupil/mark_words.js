// @ts-check
import { t } from "../modules/texts.js";
import { chosen, lookUp } from "./questionnaire.js";

/** @typedef {import("../modules/response_state.js").Mark} Mark */

/** @param {import("./app.js").PupilApp} app @param {Mark[]} place the marks of one place @returns {string} */
export function titleOf({ page, say }, place) {
  const labels = place.map((mark) => say(lookUp(page.questionnaire, mark).category?.label));
  const name = place.map((mark) => mark.answers.place_name).find(Boolean);
  return name ? `${name}: ${labels.join(" + ")}` : labels.join(" + ");
}

/** @param {import("./app.js").PupilApp} app @param {Mark[]} place @returns {string} what was said about it, in a line */
export function wordsOf({ page, say }, place) {
  const words = place.flatMap((mark) => {
    const { question, category } = lookUp(page.questionnaire, mark);
    const followups = [...(category?.followups || []), ...(question?.followups || [])];
    return followups.flatMap((followup) => chosen(followup, mark.answers[followup.variable]).map((choice) => say(choice.label)));
  });
  const comment = place.map((mark) => mark.answers.comment).find(Boolean);
  return [...new Set(words), ...(comment ? [`“${comment}”`] : [])].join(" · ");
}
