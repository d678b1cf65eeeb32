// @ts-check
// Earlier answers within a text: as surveys/piping.py and surveys/answer_texts.py. The result is plain text: put it into the
// page by textContent.
import { kindOf, otherVariable, rowsOf } from "./question_parts.js";
import { kept } from "./numbers.js";

/** @typedef {import("./question_parts.js").Question} Question */
/** @typedef {(value: any, kind: import("./values.js").Kind) => string} Write how numbers, dates and times are written for the reader */
/** @typedef {(question: Question, label: string) => string} Mark what stands for the label of a choice, where it is not in the reader's language */

const PIPED = /\{\{|\{([a-z][a-z0-9_]*)\}/g;
const NOT_ANSWERED = "…";
const DONT_KNOW = "dont_know";

/** @param {string} text @param {(variable: string) => string} answerText "" where nothing was answered */
export const filled = (text, answerText) =>
  text.replace(PIPED, (_found, variable) => (variable ? answerText(variable) || NOT_ANSWERED : "{"));

/**
 * The text of an answer by its variable.
 * @param {Question[]} questions those that can be asked for, a mark's own first
 * @param {Record<string, any>} answers with the number of marks of each map question
 * @param {string} language @param {Write} [write] @param {Mark} [mark]
 * @returns {(variable: string) => string}
 */
export function answerTexts(questions, answers, language, write = plainly, mark = (_question, label) => label) {
  return (variable) => {
    for (const question of questions) {
      const marked = (/** @type {string} */ label) => label && mark(question, label);
      if (question.variable === variable) return answerText(question, answers[variable], language, write, marked);
      if (variable === otherVariable(question)) return plainText(answers[variable]);
      const row = rowsOf(question, answers[question.variable]).find((one) => one.question.variable === variable);
      if (row) return answerText(row.question, row.answer, language, write, marked);
    }
    return "";
  };
}

/** Empty where nothing was answered, or nothing that can be said in words. @param {Question} question @param {any} answer @param {string} language @param {Write} [write] @param {(label: string) => string} [mark] */
export function answerText(question, answer, language, write = plainly, mark = (label) => label) {
  const kind = kindOf(question);
  if (Array.isArray(answer)) return kind === "codes" ? mark(labels(question, answer, language)) : "";
  if (typeof answer !== "string" && typeof answer !== "number") return "";
  return question.choices || answer === DONT_KNOW ? mark(labelOf(question, answer, language)) : write(answer, kind);
}

/** @param {Question} question @param {any[]} codes @param {string} language */
const labels = (question, codes, language) =>
  codes.filter((code) => typeof code === "string").map((code) => labelOf(question, code, language)).join(", ");

/** @param {Question} question @param {any} code @param {string} language */
function labelOf(question, code, language) {
  const choice = question.choices?.find((one) => one.code === String(code));
  const texts = choice?.label || (code === DONT_KNOW ? question.dont_know : undefined);
  return (texts && textIn(texts, language)) || String(code);
}

/** The text in this language, else in the first that has one. @param {import("./question_parts.js").Texts} texts @param {string} language */
export const textIn = (texts, language) => texts[language] || Object.values(texts).find(Boolean) || "";

/** @param {any} value */
const plainText = (value) => (typeof value === "string" || typeof value === "number" ? plainly(value) : "");

/** @param {any} value */
const plainly = (value) => (typeof value === "number" ? String(kept(value) ?? "") : value);
