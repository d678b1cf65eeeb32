// @ts-check
// What the device sees of an answer before the server does: whether it can be kept, and whether one is lacking, in the very
// words of the server (surveys/question_types/), which has the last one.
import { t } from "../modules/texts.js";
import { isDate } from "../surveys/dates.js";
import { numberTyped, plainNumber } from "../surveys/numbers.js";

/** @typedef {import("./types.js").Question} Question */
/** @typedef {{value: any, problem?: string}} Checked `value`: what is kept, null for nothing */

const LARGEST = Number.MAX_SAFE_INTEGER;
const TYPED_DAY = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/;
const TYPED_MOMENT = /^([0-9. -]{8,14}?)(?:T|,? +)([0-9:.]{4,20})$/;
const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.][0-5]\d(?:\.0{1,9})?)?$/;

// To add a type that is not kept just as it stands in its fields: its name, and its function.
/** @type {Record<string, (question: Question, given: any) => Checked>} */
const CHECKS = {
  short_text: text, long_text: text, whole_number: wholeNumber, decimal, slider, scale: step, smiley_scale: step, matrix: rows,
  multiple_choice: choices, ranking, date, date_time: dateTime, time,
};

/** @param {Question} question @param {any} given as it stands in the fields @returns {Checked} */
export function checkAnswer(question, given) {
  if (given === null || given === undefined) return { value: null };
  const check = CHECKS[question.type];
  return check ? check(question, given) : { value: given };
}

/** What a complete answer lacks; "" for nothing. @param {Question} question @param {any} answer kept @param {boolean} required */
export function lacking(question, answer, required) {
  if (question.type === "matrix") return required ? rowsLeft(question, answer) : "";
  if (question.type === "multiple_choice" && answer && answer.length < (question.min ?? 0) && !isAlone(question, answer))
    return t("Choose at least %(least)s.", { least: question.min });
  if (!required || answer !== null) return "";
  return question.type === "consent" ? t("Tick the box if you agree. Without that we cannot take your answers.") : t("This question must be answered.");
}

/** @param {Question} question @param {any} answer @returns {{code: string}[]} */
export const openRows = (question, answer) => (question.rows || []).filter((row) => !(/** @type {any} */ (row).retired) && !Object.hasOwn(answer || {}, row.code));

/** @param {Question} question @param {any} answer */
function rowsLeft(question, answer) {
  const count = openRows(question, answer).length;
  return count ? t("Answer the rows that are left: %(count)s.", { count }) : "";
}

/** @param {string} problem @returns {Checked} */
const wrong = (problem) => ({ value: null, problem });

/** @param {Question} question @param {string} given @returns {Checked} */
function text({ type, max_length }, given) {
  const most = max_length ?? (type === "short_text" ? 200 : 2000);
  const length = [...given.trim()].length;
  if (length > most) return wrong(t("The text has %(length)s characters. Shorten it to %(most)s.", { length, most }));
  return { value: length ? given : null };
}

/** The number as people write it, null where it is none. @param {string} given @returns {{number: number, decimals: number}|null} */
function readNumber(given) {
  const number = numberTyped(given);
  return number === null ? null : { number, decimals: (plainNumber(given).split(".")[1] || "").replace(/0+$/, "").length };
}

/** With the decimal sign of the reader's language. @param {number} number */
function inWords(number) {
  const [whole, decimals] = String(number).split(".");
  return decimals ? t("%(whole)s.%(decimals)s", { whole, decimals }) : whole;
}

/** @param {Question} question @param {string} given @returns {Checked} */
function wholeNumber(question, given) {
  const found = readNumber(given);
  if (!found || found.decimals) return wrong(t("Write a whole number with digits, such as 3."));
  return within(question, found.number);
}

/** @param {Question} question @param {string} given @returns {Checked} */
function decimal(question, given) {
  const found = readNumber(given);
  const most = question.decimals ?? 6;
  if (!found) return wrong(t("Write a number with digits, such as 2,5."));
  if (found.decimals > most) return wrong(t("Write no more decimals than %(most)s.", { most }));
  return within(question, found.number);
}

/** @param {Question} question @param {number} value @returns {Checked} */
function within({ min = -LARGEST, max = LARGEST }, value) {
  return value >= min && value <= max ? { value } : wrong(t("Write a number from %(least)s to %(most)s.", { least: inWords(min), most: inWords(max) }));
}

/** @param {Question} question @param {string} given @returns {Checked} */
function slider({ min = 0, max = 100 }, given) {
  const found = readNumber(given);
  if (!found || found.number < min || found.number > max) return wrong(t("Choose a number from %(least)s to %(most)s.", { least: inWords(min), most: inWords(max) }));
  return { value: found.number };
}

/** @param {Question} _question @param {string} given @returns {Checked} */
function step(_question, given) {
  return { value: given === "dont_know" ? given : Number(given) };
}

/** @param {Question} question @param {Record<string, string>} given @returns {Checked} */
function rows(question, given) {
  const kept = Object.entries(given).map(([row, value]) => [row, question.choices ? value : step(question, value).value]);
  return { value: Object.fromEntries(kept) };
}

/** @param {Question} question @param {string[]} given @returns {Checked} */
function choices(question, given) {
  if (given.length > 1 && isAlone(question, given)) return wrong(t("One of the choices means that no other fits. Choose it alone, or take it away."));
  if (given.length > (question.max ?? given.length))
    return wrong(t("%(count)s are chosen. Choose at most %(most)s: take some away.", { count: given.length, most: question.max }));
  return { value: given };
}

/** @param {Question} question @param {string[]} given */
const isAlone = (question, given) => Boolean(question.choices?.some((choice) => /** @type {any} */ (choice).exclusive && given.includes(choice.code)));

/** @param {Question} _question @param {string[]} given @returns {Checked} */
function ranking(_question, given) {
  return new Set(given).size < given.length ? wrong(t("The same choice stands in two places. Let it stand in one.")) : { value: given };
}

/** @param {Question} question @param {string} given @returns {Checked} */
function date({ min = "1000-01-01", max = "9999-12-31" }, given) {
  const day = dayTyped(given);
  if (!isDate(day)) return wrong(t("Write a date as day, month and year, such as 24.12.2026."));
  if (day < min || day > max) return wrong(t("Choose a date from %(earliest)s to %(latest)s.", { earliest: asTyped(min), latest: asTyped(max) }));
  return { value: day };
}

/** @param {string} given */
function dayTyped(given) {
  const typed = TYPED_DAY.exec(given.trim());
  return typed ? `${typed[3]}-${typed[2].padStart(2, "0")}-${typed[1].padStart(2, "0")}` : given.trim();
}

/** @param {string} day */
const asTyped = (day) => day.split("-").reverse().join(".");

/** @param {Question} question @param {string} given @returns {Checked} */
function dateTime({ min = "1000-01-01T00:00", max = "9999-12-31T23:59" }, given) {
  const typed = TYPED_MOMENT.exec(given.trim());
  const [day, time] = typed ? [dayTyped(typed[1]), timeTyped(typed[2])] : ["", ""];
  if (!isDate(day) || !time) return wrong(t("Write a date and a time, such as 24.12.2026 14:30."));
  const value = `${day}T${time}`;
  const asMoment = (/** @type {string} */ limit) => `${asTyped(limit.slice(0, 10))} ${limit.slice(11)}`;
  return value >= min && value <= max ? { value } : wrong(t("Choose a date and a time from %(earliest)s to %(latest)s.", { earliest: asMoment(min), latest: asMoment(max) }));
}

/** @param {string} given */
function timeTyped(given) {
  const found = TIME.exec(given.trim());
  return found ? `${found[1].padStart(2, "0")}:${found[2]}` : "";
}

/** @param {Question} _question @param {string} given @returns {Checked} */
function time(_question, given) {
  const value = timeTyped(given);
  return value ? { value } : wrong(t("Write a time from 00:00 to 23:59, such as 14:30."));
}
