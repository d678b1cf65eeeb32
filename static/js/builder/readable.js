// @ts-check
// A condition in words, also one that is more than can be chosen here.
import { t } from "../modules/texts.js";
import { everyQuestion } from "./finding.js";
import { codesOf, isDay } from "./sources.js";
import { textIn } from "./words.js";
/** @typedef {{label: string, codes: {value: string, label: string}[]}} Named */
/** @typedef {(variable: string) => Named|undefined} Names */

const SIGNS = /** @type {Record<string, string>} */ ({ "=": "=", "!=": "≠", "<": "<", "<=": "≤", ">": ">", ">=": "≥", "+": "+", "-": "−", "*": "×", div: "÷" });
const COMPARED = ["=", "!=", "selected"];

/** What each answer in the questionnaire is called. @param {import("./draft.js").Draft} draft @returns {Names} */
export function namesIn({ document, language }) {
  /** @type {Map<string, Named>} */ const names = new Map();
  for (const { question } of everyQuestion(document)) {
    const named = { label: textIn(question.label, language) || question.variable, codes: codesOf(question, language) };
    names.set(question.variable, named);
    for (const row of question.rows ?? []) names.set(`${question.variable}_${row.code}`, { ...named, label: `${named.label} – ${textIn(row.label, language)}` });
  }
  return (variable) => names.get(variable);
}

/** @param {any} part @param {Names} names @returns {string} */
export function inWords(part, names) {
  if (part === null || part === undefined) return t("nothing");
  if (Array.isArray(part)) return part.map((one) => inWords(one, names)).join(", ");
  if (typeof part === "object") return ofOperator(part, names);
  return typeof part === "string" ? quoted(part) : String(part);
}

/** @param {Record<string, any>} part @param {Names} names */
function ofOperator(part, names) {
  const [[name, given]] = Object.entries(part).length ? Object.entries(part) : [["", []]];
  if (name === "answer") return quoted(names(given)?.label ?? given);
  if (name === "marks") return t("{question} (marks)", { question: quoted(names(given)?.label ?? given) });
  if (name === "column") return t("the choice’s column “{column}”", { column: given });
  if (name === "self") return t("the answer itself");
  if (name === "today") return t("today");
  if (name === "now") return t("now");
  if (isDay(name)) return String(given);
  return Array.isArray(given) ? ofParts(name, spoken(name, given, names), given) : `${name}(${inWords(given, names)})`;
}

/** Codes by what they are called, where an answer is compared with them. @param {string} name @param {any[]} given @param {Names} names */
function spoken(name, given, names) {
  const codes = COMPARED.includes(name) ? given.flatMap((one) => names(one?.answer)?.codes ?? []) : [];
  return given.map((one) => {
    const code = typeof one === "string" ? codes.find(({ value }) => value === one) : undefined;
    return code ? quoted(code.label) : inWords(one, names);
  });
}

/** @param {string} name @param {string[]} parts @param {any[]} given */
function ofParts(name, parts, given) {
  if (name === "and" || name === "or") return parts.map((part, at) => (isJoined(given[at]) ? `(${part})` : part)).join(` ${name === "and" ? t("and") : t("or")} `);
  if (name === "not") return t("not ({condition})", { condition: parts[0] });
  if (name === "answered") return t("{question} is answered", { question: parts[0] });
  if (name === "selected") return t("{question} has {choice} chosen", { question: parts[0], choice: parts[1] });
  if (name === "contains") return t("{question} contains {text}", { question: parts[0], text: parts[1] });
  if (name === "count_selected") return t("the number of choices in {question}", { question: parts[0] });
  return SIGNS[name] && parts.length > 1 ? parts.join(` ${SIGNS[name]} `) : `${name}(${parts.join(", ")})`;
}

/** @param {any} part */
function isJoined(part) {
  return Boolean(part && typeof part === "object" && ("and" in part || "or" in part));
}

/** @param {string} text */
function quoted(text) {
  return t("“{text}”", { text });
}
