// @ts-check
import { t } from "../modules/texts.js";
import { answerText, textIn } from "../surveys/piping.js";
import { rowsOf } from "../surveys/question_parts.js";
import { writer } from "./writer.js";

/**
 * What a question was answered, in words; rows of a matrix each by itself, nothing where nothing was.
 * @param {import("./types.js").Question} question @param {Record<string, any>} answers @param {string} label the question as it was asked
 * @param {string} language @returns {[string, string][]} what was asked, and the answer
 */
export function inWords(question, answers, label, language) {
  const write = writer(language);
  const answer = answers[question.variable];
  if (question.rows)
    return rowsOf(question, answer).flatMap((row) => {
      const words = answerText(row.question, row.answer, language, write);
      return words ? [[`${label} – ${textIn(row.question.label || {}, language)}`, words]] : [];
    });
  const words = question.type === "photo" ? photosInWords(answer || []) : answer === true ? t("Yes") : answerText(question, answer, language, write);
  const other = answers[`${question.variable}_other`];
  return words ? [[label, other ? `${words}: ${other}` : words]] : [];
}

/** @param {any[]} photos */
export const photosInWords = (photos) => photos.map((_photo, index) => photoNumber(index)).join(", ");

/** @param {number} index */
export const photoNumber = (index) => t("Photo {number}", { number: index + 1 });
