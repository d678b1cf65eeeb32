// @ts-check
// The values of the language of conditions, and how answers become values: as surveys/conditions/values.py.
import { isDate, isDateTime, isTime } from "./dates.js";
import { kept, numberTyped } from "./numbers.js";

/**
 * @typedef {boolean|number|string|string[]|null} Value null is missing; so are an empty text and no codes
 * @typedef {"text"|"code"|"number"|"step"|"boolean"|"codes"|"date"|"time"|"date_time"|"unknown"} Kind
 */

/** @type {Record<string, (text: any) => boolean>} */
export const WRITTEN = { date: isDate, time: isTime, date_time: isDateTime };
const AROUND = /^[ \t\r\n]+|[ \t\r\n]+$/g;

/** Plain JSON as a value; what the language does not know is missing. @param {any} given @returns {Value} */
export function asValue(given) {
  if (typeof given === "boolean") return given;
  if (typeof given === "number") return kept(given);
  if (typeof given === "string") return given || null;
  const codes = Array.isArray(given) && given.every((code) => typeof code === "string") ? [...new Set(given)] : [];
  return codes.length ? codes : null;
}

/** An answer to a question of this kind, be it clean or as the page holds it. @param {any} answer @param {Kind} kind @returns {Value} */
export function valueOf(answer, kind) {
  if (kind === "number" || kind === "step") return numberOf(answer) ?? (kind === "step" ? text(answer) : null);
  if (kind === "codes") return asValue(Array.isArray(answer) ? answer : typeof answer === "string" && answer ? [answer] : null);
  if (kind === "boolean") return typeof answer === "boolean" ? answer : null;
  if (kind === "unknown") return isThere(answer) || null;
  const isWritten = WRITTEN[kind];
  return isWritten && !isWritten(text(answer)) ? null : text(answer);
}

/** @param {any} answer */
const numberOf = (answer) => (typeof answer === "number" ? kept(answer) : typeof answer === "string" ? numberTyped(answer) : null);

/** @param {any} answer */
const isThere = (answer) =>
  answer !== null && answer !== undefined && answer !== "" && !(typeof answer === "object" && !Object.keys(answer).length);

/** @param {any} answer @returns {string|null} */
function text(answer) {
  if (typeof answer === "string") return answer.replace(AROUND, "") || null;
  const number = typeof answer === "number" ? kept(answer) : null;
  return number === null ? null : String(number);
}
