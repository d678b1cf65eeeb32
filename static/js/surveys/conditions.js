// @ts-check
// Runs an expression on the device. surveys/conditions/ has the last word, docs/conditions.md tells the language, and
// tests/data/condition_cases.json holds both to the same answers. Nothing here throws: what cannot be worked out is missing.
import { OPERATORS } from "./operators.js";
import { asValue, WRITTEN } from "./values.js";

/**
 * @typedef {import("./values.js").Value} Value
 * @typedef {Record<string, Value>} Values by variable
 * @typedef {object} Scope what an expression may refer to; `followups`, of a mark, hide answers of the same variable, missing ones too
 * @property {Values} answers
 * @property {Record<string, number>} marks
 * @property {Value} own
 * @property {string|null} now local date and time, `2026-11-22T14:30`; without it both today and now are missing
 * @property {Values} [followups]
 * @property {Values} [columns] of the choice that is looked at
 */

const MAX_DEPTH = 20;

/** @type {Record<string, (name: any, scope: Scope) => Value>} */
const REFERENCES = {
  answer: (name, scope) => held(scope.followups && Object.hasOwn(scope.followups, name) ? scope.followups : scope.answers, name) ?? null,
  marks: (name, scope) => held(scope.marks, name) ?? 0,
  column: (name, scope) => held(scope.columns || {}, name) ?? null,
  self: (_true, scope) => scope.own,
  today: (_true, scope) => scope.now?.slice(0, 10) ?? null,
  now: (_true, scope) => scope.now,
};
// Those that name a question.
const NAMED = ["answer", "marks"];
const WITH_NAME = [...NAMED, "column"];

/** @param {any} expression @param {Scope} scope @param {number} [depth] @returns {Value} */
export function evaluate(expression, scope, depth = 0) {
  if (!isObject(expression)) return asValue(expression);
  const entries = Object.entries(expression);
  if (entries.length !== 1 || depth >= MAX_DEPTH) return null;
  const [name, given] = entries[0];
  if (Object.hasOwn(REFERENCES, name)) {
    const known = WITH_NAME.includes(name) ? typeof given === "string" : given === true;
    return known ? REFERENCES[name](given, scope) : null;
  }
  if (Object.hasOwn(WRITTEN, name)) return WRITTEN[name](given) ? given : null;
  const operator = OPERATORS.get(name);
  if (!operator || !Array.isArray(given) || given.length < operator.least || given.length > operator.most) return null;
  return operator.run(...given.map((argument) => evaluate(argument, scope, depth + 1)));
}

/** @param {any} expression @param {Scope} scope */
export const isTrue = (expression, scope) => evaluate(expression, scope) === true;

/** The variables of the questions whose answers or marks the expression refers to. @param {any} expression @returns {Set<string>} */
export function variablesIn(expression) {
  const [found, left] = [/** @type {Set<string>} */ (new Set()), [expression]];
  while (left.length) {
    const part = left.pop();
    for (const [name, given] of isObject(part) ? Object.entries(part) : []) {
      if (Array.isArray(given)) left.push(...given);
      else if (NAMED.includes(name) && typeof given === "string") found.add(given);
    }
  }
  return found;
}

/** A variable may be called `constructor`. @template T @param {Record<string, T>} values @param {string} name @returns {T|undefined} */
const held = (values, name) => (Object.hasOwn(values, name) ? values[name] : undefined);

/** @param {any} value */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
