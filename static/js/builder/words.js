// @ts-check
import { t } from "../modules/texts.js";
/** @typedef {import("./types.js").Texts} Texts */

/** The text in this language, else in the first that has one. @param {Texts|undefined} texts @param {string} language */
export function textIn(texts, language) {
  return texts?.[language] || Object.values(texts ?? {}).find(Boolean) || "";
}

/** What a question is called in the outline. @param {import("./types.js").Question} question @param {string} language @param {Record<string, import("./types.js").QuestionType>} types */
export function called(question, language, types) {
  return textIn(question.label, language) || types[question.type]?.label || question.variable;
}

/** @param {import("./types.js").Page} page @param {number} index @param {string} language */
export function pageCalled(page, index, language) {
  return textIn(page.title, language) || t("Page {number}", { number: index + 1 });
}
