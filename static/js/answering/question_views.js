// @ts-check
// Which view a question of a page gets. One that is answered in another way than in fields is put here by the page that has it.
import { fieldView } from "./field_views.js";

/** @type {Record<string, typeof import("./question_view.js").QuestionView>} */
export const VIEWS = {};

/** @param {HTMLElement} place @param {import("./types.js").Question} question @param {import("./question_view.js").Around} around */
export function viewOf(place, question, around) {
  const View = VIEWS[question.type] || fieldView(question.type);
  return new View(place, question, around);
}
