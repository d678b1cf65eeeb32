// @ts-check
// Which of a question's choices its filter leaves, and what that leaves of an answer: as surveys/offered_choices.py.
import { isTrue } from "./conditions.js";
import { asValue } from "./values.js";

/** @typedef {import("./question_parts.js").Question} Question */

const DONT_KNOW = "dont_know";

/** Null without a filter. The choice that stands apart is always offered. @param {Question} question @param {import("./conditions.js").Scope} scope @returns {string[]|null} */
export function offeredCodes({ choices = [], choice_filter, dont_know }, scope) {
  if (choice_filter === undefined || choice_filter === null) return null;
  const offered = choices.filter((choice) => isTrue(choice_filter, { ...scope, columns: columnsOf(choice) }));
  return [...offered.map(({ code }) => code), ...(dont_know ? [DONT_KNOW] : [])];
}

/** With the code among them. @param {import("./question_parts.js").Choice} choice */
function columnsOf({ code, columns = {} }) {
  return Object.fromEntries([...Object.entries(columns).map(([name, text]) => [name, asValue(text)]), ["name", code]]);
}

/** Whether anything is left to choose but what stands apart. @param {Question} question @param {string[]} codes */
export const offersAnything = ({ choices = [] }, codes) => choices.some(({ code, retired }) => !retired && codes.includes(code));

/** What is left of an answer, null for nothing; undefined where all of it is offered. @param {Question} question @param {any} answer @param {string[]} codes */
export function narrowed({ choices = [], dont_know }, answer, codes) {
  const known = [...choices.map(({ code }) => code), ...(dont_know ? [DONT_KNOW] : [])];
  const isGone = (/** @type {any} */ code) => known.includes(code) && !codes.includes(code);
  if (!Array.isArray(answer)) return isGone(answer) ? null : undefined;
  if (!answer.some(isGone)) return undefined;
  const left = answer.filter((code) => !isGone(code));
  return left.length ? left : null;
}
