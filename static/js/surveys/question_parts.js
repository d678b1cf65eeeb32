// @ts-check
// The answers that one question has: its own, those of its rows, and the text that one of its choices opens.
import { VALUE_KINDS } from "./value_kinds.js";

/**
 * @typedef {Record<string, string>} Texts by language
 * @typedef {{code: string, label: Texts, specify?: boolean, retired?: boolean, columns?: Record<string, string>}} Choice
 * @typedef {object} Question as it stands in the questionnaire's document
 * @property {string} variable
 * @property {string} type
 * @property {Texts} [label]
 * @property {any} [relevant] expression, as the next four
 * @property {any} [required] true, false or an expression
 * @property {any} [constraint]
 * @property {any} [calculation]
 * @property {any} [choice_filter]
 * @property {Texts} [required_message]
 * @property {Texts} [constraint_message]
 * @property {Texts} [dont_know]
 * @property {Choice[]} [choices]
 * @property {Choice[]} [rows]
 * @property {Question[]} [followups]
 * @property {{code: string, followups?: Question[]}[]} [categories]
 */

/** @param {Question} question @returns {string|null} the variable of the text that one of the choices opens */
export const otherVariable = (question) => (question.choices?.some((choice) => choice.specify) ? `${question.variable}_other` : null);

/** Whether an answer makes the choice that opens a text. @param {Question} question @param {any} answer */
export function opensText(question, answer) {
  const codes = Array.isArray(answer) ? answer : [answer];
  return Boolean(question.choices?.some((choice) => choice.specify && codes.includes(choice.code)));
}

/** Each row as a question of its own, with its answer. @param {Question} question @param {any} [answer] @returns {{question: Question, answer: any}[]} */
export function rowsOf(question, answer) {
  const type = question.choices ? "single_choice" : "scale";
  const given = answer && typeof answer === "object" && !Array.isArray(answer) ? answer : {};
  return (question.rows || []).map((row) => ({
    question: { ...question, variable: `${question.variable}_${row.code}`, type, label: row.label, rows: undefined },
    answer: Object.hasOwn(given, row.code) ? given[row.code] : null,
  }));
}

/** Every variable of the question. @param {Question} question @returns {string[]} */
export function variablesOf(question) {
  const other = otherVariable(question);
  return [question.variable, ...rowsOf(question).map((row) => row.question.variable), ...(other ? [other] : [])];
}

/** @param {Question} question */
export const kindOf = (question) => VALUE_KINDS[question.type] ?? "unknown";
