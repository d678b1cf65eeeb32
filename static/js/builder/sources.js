// @ts-check
import { t } from "../modules/texts.js";
import { textIn } from "./words.js";
/** @typedef {import("./types.js").Question} Question */
/** @typedef {{reference: "answer"|"marks", variable: string, label: string, kind: string, codes: {value: string, label: string}[]}} Source what a rule can look at */

const DAYS = ["date", "time", "date_time"];
/** Comparisons with how many are chosen. */
const COUNTS = ["many", "few"];

/** @param {Question[]} questions @param {string} language @param {Record<string, import("./types.js").QuestionType>} types @returns {Source[]} */
export function sourcesOf(questions, language, types) {
  return questions.flatMap((question) => {
    const label = textIn(question.label, language) || question.variable;
    const type = types[question.type];
    if (question.rows) return question.rows.map((row) => rowSource(question, row, label, language));
    if (type?.on_map) return [{ reference: /** @type {const} */ ("marks"), variable: question.variable, label: t("{question} (marks)", { question: label }), kind: "marks", codes: [] }];
    if (!type?.answered) return [];
    return [{ reference: /** @type {const} */ ("answer"), variable: question.variable, label, kind: kindOf(question, type), codes: codesOf(question, language) }];
  });
}

/** @param {Question} question @param {import("./types.js").Choice} row @param {string} label @param {string} language @returns {Source} */
function rowSource(question, row, label, language) {
  const kind = question.choices ? "code" : "step";
  return { reference: "answer", variable: `${question.variable}_${row.code}`, label: `${label} – ${textIn(row.label, language)}`, kind, codes: codesOf(question, language) };
}

/** @param {Question} question @param {import("./types.js").QuestionType} type */
function kindOf(question, type) {
  return question.type === "calculated" ? (question.result === "text" ? "text" : "number") : type.value_kind;
}

/** What an answer that is chosen can be. @param {Question} question @param {string} language */
export function codesOf(question, language) {
  const apart = question.dont_know ? [{ value: "dont_know", label: textIn(question.dont_know, language) }] : [];
  return [...(question.choices ?? []).map((choice) => ({ value: choice.code, label: textIn(choice.label, language) || choice.code })), ...apart];
}

/** How an answer of this kind can be compared: comparison → words. @param {string} kind @returns {Record<string, string>} */
export function comparisonsOf(kind) {
  const there = { answered: t("is answered"), open: t("is not answered") };
  const numbers = { is: t("is"), is_not: t("is not"), least: t("is at least"), most: t("is at most"), more: t("is more than"), less: t("is less than") };
  if (kind === "code") return { is: t("is"), is_not: t("is not"), ...there };
  if (kind === "codes") return { chosen: t("has chosen"), not_chosen: t("has not chosen"), many: t("has chosen at least so many"), few: t("has chosen at most so many"), ...there };
  if (kind === "boolean") return { answered: t("is ticked"), open: t("is not ticked") };
  if (kind === "marks") return { least: t("is at least"), is: t("is"), most: t("is at most"), more: t("is more than"), less: t("is less than") };
  if (kind === "number" || kind === "step") return { ...numbers, ...there };
  if (kind === "text") return { ...there, is: t("is"), is_not: t("is not"), has: t("contains"), has_not: t("does not contain") };
  if (DAYS.includes(kind)) return { is: t("is"), least: t("is from"), most: t("is until"), more: t("is after"), less: t("is before"), ...there };
  return there;
}

/** Whether a comparison needs something to compare with. @param {string} comparison */
export function needsValue(comparison) {
  return comparison !== "answered" && comparison !== "open";
}

/** @param {string} comparison */
export function isCount(comparison) {
  return COUNTS.includes(comparison);
}

/** What a new rule about it compares with at first. @param {Source} source @param {string} [comparison] */
export function firstValue({ kind, codes }, comparison = "") {
  if (isCount(comparison)) return 1;
  if (kind === "code" || kind === "codes") return codes[0]?.value ?? "";
  if (kind === "text") return "";
  if (DAYS.includes(kind)) return { [kind]: "" };
  return 1;
}

/** Whether a rule is one of those that can be chosen here. @param {Source|undefined} source @param {import("./rules.js").Rule} rule */
export function canBeChosen(source, { comparison, value }) {
  if (!source || !(comparison in comparisonsOf(source.kind))) return false;
  if (!needsValue(comparison) || value === "") return true;
  if (DAYS.includes(source.kind)) return Boolean(value && typeof value === "object" && source.kind in value);
  const isText = ["code", "codes", "text"].includes(source.kind) && !isCount(comparison);
  return typeof value === (isText ? "string" : "number");
}

/** @param {string} kind */
export function isDay(kind) {
  return DAYS.includes(kind);
}
