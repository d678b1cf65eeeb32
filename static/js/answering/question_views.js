// @ts-check
// Which view a question gets. To add one for a type that is not answered in plain fields: its type, and its class.
import { MapQuestionView } from "./map_question_view.js";
import { QuestionView } from "./question_view.js";

/** @type {Record<string, typeof QuestionView>} */
const VIEWS = { place: MapQuestionView, route: MapQuestionView, area: MapQuestionView };

/** @param {HTMLElement} place @param {import("./types.js").Question} question @param {import("./question_view.js").Around} around */
export function viewOf(place, question, around) {
  const View = VIEWS[question.type] || QuestionView;
  return new View(place, question, around);
}
