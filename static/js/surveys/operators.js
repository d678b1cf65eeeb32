// @ts-check
// The operators of conditions: as surveys/conditions/operators/. Each takes values of any kind and never throws: what it
// cannot use makes its result missing (null) or false.
import { dateOf, dayIn, dayNumber, LAST_DAY } from "./dates.js";
import { kept, MOST_DECIMALS, MOST_POWER, numberIn, power, rounded } from "./numbers.js";
import { matches } from "./patterns.js";

/** @typedef {import("./values.js").Value} Value */
/** @typedef {{run: (...values: any[]) => Value, least: number, most: number}} Operator */

const LONGEST = 10_000;

/** @param {(...values: any[]) => Value} run @param {number} least @param {number} [most] @returns {Operator} */
const operator = (run, least, most = least) => ({ run, least, most });

/** @param {(...values: any[]) => Value} run @returns {Operator} of up to as many arguments as the server takes */
const ofMany = (run) => operator(run, 1, 101);

/** @param {(...numbers: number[]) => number} calculate @returns {(...values: Value[]) => Value} */
const onNumbers = (calculate) => (...values) =>
  values.every((value) => typeof value === "number") ? kept(calculate(.../** @type {number[]} */ (values))) : null;

/** @param {Value} one @param {Value} other */
function equal(one, other) {
  if (!Array.isArray(one) || !Array.isArray(other)) return one !== null && one === other;
  return one.length === other.length && one.every((code) => other.includes(code));
}

/** By code points, as the server orders texts. @param {string} one @param {string} other */
function before(one, other) {
  const [ones, others] = [[...one], [...other]];
  const at = ones.findIndex((character, index) => character !== others[index]);
  if (at < 0) return ones.length < others.length;
  return at < others.length && Number(ones[at].codePointAt(0)) < Number(others[at].codePointAt(0));
}

/** @param {Value} one @param {Value} other */
function less(one, other) {
  if (typeof one === "string" && typeof other === "string") return before(one, other);
  return typeof one === "number" && typeof other === "number" && one < other;
}

/** @param {Value} one @param {Value} other */
const atMost = (one, other) => less(one, other) || (["string", "number"].includes(typeof one) && equal(one, other));

/** @param {Value} value @returns {string[]} */
const chosen = (value) => (Array.isArray(value) ? value : typeof value === "string" ? [value] : []);

/** @param {Value} value @param {Value} index */
const selectedAt = (value, index) => (typeof index === "number" && chosen(value)[index]) || null;

/** @param {(text: string, part: string) => boolean} look */
const onTexts = (look) => (/** @type {Value} */ text, /** @type {Value} */ part) =>
  typeof text === "string" && typeof part === "string" && look(text, part);

/** @param {Value} value */
const length = (value) => (value === null ? 0 : typeof value === "string" ? [...value].length : null);

/** @param {number} number */
const index = (number) => Math.trunc(Math.min(Math.max(number, 0), LONGEST));

/** @param {Value} text @param {Value} start @param {Value} [end] */
function substring(text, start, end = LONGEST) {
  if (typeof text !== "string" || typeof start !== "number" || typeof end !== "number") return null;
  return [...text].slice(index(start), index(end)).join("") || null;
}

/** @param {Value} value @returns {string|null} */
const asText = (value) => (value === null ? null : Array.isArray(value) ? value.join(" ") : String(value));

/** @param {Value[]} values */
function joined(...values) {
  const text = values.map((value) => asText(value) ?? "").join("");
  return (text.length > LONGEST ? [...text].slice(0, LONGEST).join("") : text) || null;
}

/** @param {Value} value */
function asNumber(value) {
  if (typeof value === "string") return numberIn(value);
  return typeof value === "number" || typeof value === "boolean" ? Number(value) : null;
}

/** @param {Value} start @param {Value} end */
function daysBetween(start, end) {
  const [first, last] = [dayIn(start), dayIn(end)];
  return first && last ? dayNumber(last) - dayNumber(first) : null;
}

/** @param {Value} start @param {Value} days */
function addDays(start, days) {
  const first = dayIn(start);
  if (!first || typeof days !== "number") return null;
  const number = dayNumber(first) + Math.trunc(days);
  return number >= 1 && number <= LAST_DAY ? dateOf(number) : null;
}

/** @param {number} number @param {number} [decimals] */
const roundTo = (number, decimals = 0) =>
  Number.isInteger(decimals) && decimals >= 0 && decimals <= MOST_DECIMALS ? rounded(number, decimals) : NaN;

/** @param {number} base @param {number} exponent */
const toPower = (base, exponent) => (Number.isInteger(exponent) && Math.abs(exponent) <= MOST_POWER ? power(base, exponent) : NaN);

/** @type {Map<string, Operator>} */
export const OPERATORS = new Map([
  ["and", ofMany((...values) => values.every((value) => value === true))],
  ["or", ofMany((...values) => values.some((value) => value === true))],
  ["not", operator((value) => value !== true, 1)],
  ["if", operator((condition, then, otherwise) => (condition === true ? then : otherwise), 3)],
  ["coalesce", ofMany((...values) => values.find((value) => value !== null) ?? null)],
  ["answered", operator((value) => value !== null, 1)],
  ["=", operator(equal, 2)],
  ["!=", operator((one, other) => !equal(one, other), 2)],
  ["<", operator(less, 2)],
  ["<=", operator(atMost, 2)],
  [">", operator((one, other) => less(other, one), 2)],
  [">=", operator((one, other) => atMost(other, one), 2)],
  ["selected", operator((value, code) => typeof code === "string" && chosen(value).includes(code), 2)],
  ["count_selected", operator((value) => chosen(value).length, 1)],
  ["selected_at", operator(selectedAt, 2)],
  ["+", ofMany(onNumbers((...all) => all.reduce((one, other) => one + other)))],
  ["-", operator(onNumbers((first, second) => (second === undefined ? -first : first - second)), 1, 2)],
  ["*", ofMany(onNumbers((...all) => all.reduce((one, other) => one * other)))],
  ["div", operator(onNumbers((number, by) => (by ? number / by : NaN)), 2)],
  ["mod", operator(onNumbers((number, by) => (by ? number % by : NaN)), 2)],
  ["min", ofMany(onNumbers(Math.min))],
  ["max", ofMany(onNumbers(Math.max))],
  ["abs", operator(onNumbers(Math.abs), 1)],
  ["int", operator(onNumbers(Math.trunc), 1)],
  ["floor", operator(onNumbers(Math.floor), 1)],
  ["ceiling", operator(onNumbers(Math.ceil), 1)],
  ["round", operator(onNumbers(roundTo), 1, 2)],
  ["sqrt", operator(onNumbers(Math.sqrt), 1)],
  ["power", operator(onNumbers(toPower), 2)],
  ["number", operator(asNumber, 1)],
  ["length", operator(length, 1)],
  ["contains", operator(onTexts((text, part) => text.includes(part)), 2)],
  ["starts_with", operator(onTexts((text, part) => text.startsWith(part)), 2)],
  ["ends_with", operator(onTexts((text, part) => text.endsWith(part)), 2)],
  ["substring", operator(substring, 2, 3)],
  ["text", operator(asText, 1)],
  ["join", ofMany(joined)],
  ["matches", operator(onTexts((text, pattern) => matches(pattern, text)), 2)],
  ["days_between", operator(daysBetween, 2)],
  ["add_days", operator(addDays, 2)],
  ["year", operator((value) => dayIn(value)?.year ?? null, 1)],
  ["month", operator((value) => dayIn(value)?.month ?? null, 1)],
  ["day", operator((value) => dayIn(value)?.day ?? null, 1)],
]);
