// @ts-check
// Which view a question of a page gets. To add one that is answered in another way than in fields: its type, and its class.
import { fieldView } from "./field_views.js";
import { MapQuestionView } from "./map_question_view.js";

/** @type {Record<string, typeof import("./question_view.js").QuestionView>} */
const VIEWS = { place: MapQuestionView, route: MapQuestionView, area: MapQuestionView };

/** @param {HTMLElement} place @param {import("./types.js").Question} question @param {import("./question_view.js").Around} around */
export function viewOf(place, question, around) {
  const View = VIEWS[question.type] || fieldView(question.type);
  return new View(place, question, around);
}
