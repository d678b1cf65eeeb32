// @ts-check
// What stands in the fields of one question: read as it was typed, and put there again.
import { rowsOf } from "../surveys/question_parts.js";

/**
 * @typedef {import("./types.js").Question} Question
 * @typedef {HTMLInputElement|HTMLSelectElement|HTMLTextAreaElement} Control
 */

const SEVERAL = ["multiple_choice", "ranking"];
// Typed, and not what the browser can read: no answer that is checked is this.
const UNREADABLE = "?";

/** @param {ParentNode} around @param {string} name @returns {Control[]} */
export const controlsNamed = (around, name) => [.../** @type {NodeListOf<Control>} */ (around.querySelectorAll(`[name="${CSS.escape(name)}"]`))];

/** @param {Control} control */
const isTicked = (control) => control instanceof HTMLInputElement && ["radio", "checkbox"].includes(control.type);

/** @param {ParentNode} around @param {string} name @returns {string[]} what is chosen or written, nothing left out */
function given(around, name) {
  const controls = controlsNamed(around, name).filter((control) => !isTicked(control) || /** @type {HTMLInputElement} */ (control).checked);
  return controls.map((control) => (control.validity.badInput ? UNREADABLE : control.value)).filter((value) => value !== "");
}

/** The answer as it stands in the fields; null where nothing does. @param {ParentNode} around @param {Question} question @returns {any} */
export function readAnswer(around, question) {
  if (question.rows) return readRows(around, question);
  const values = given(around, question.variable);
  if (SEVERAL.includes(question.type)) return values.length ? values : null;
  if (question.type === "consent") return values.length ? true : null;
  return values[0] ?? null;
}

/** @param {ParentNode} around @param {Question} question */
function readRows(around, question) {
  const rows = rowsOf(question).map((row, index) => [question.rows?.[index].code, readAnswer(around, /** @type {Question} */ (row.question))]);
  const answered = rows.filter(([, value]) => value !== null);
  return answered.length ? Object.fromEntries(answered) : null;
}

/** Puts an answer into the fields. @param {ParentNode} around @param {Question} question @param {any} answer */
export function writeAnswer(around, question, answer) {
  if (question.rows) {
    for (const row of rowsOf(question, answer)) writeAnswer(around, /** @type {Question} */ (row.question), row.answer);
    return;
  }
  const values = (Array.isArray(answer) ? answer : [answer]).filter((value) => value !== null && value !== undefined && value !== false);
  controlsNamed(around, question.variable).forEach((control, index) => put(control, values.map(written), index));
}

/** A number with the decimal sign of the reader. @param {any} value */
function written(value) {
  const text = String(value);
  return typeof value === "number" && document.documentElement.lang !== "en" ? text.replace(".", ",") : text;
}

/** @param {Control} control @param {string[]} values @param {number} index of the control among those of its name */
function put(control, values, index) {
  if (isTicked(control)) /** @type {HTMLInputElement} */ (control).checked = values.includes(control.value);
  else control.value = values[index] ?? "";
  control.dispatchEvent(new Event("written", { bubbles: true }));
}
