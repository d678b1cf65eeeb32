// @ts-check
// What stands in a question's field before anything is answered: as surveys/beginnings.py.
import { evaluate } from "../surveys/conditions.js";

/** Null for nothing. @param {import("./types.js").Question} question @param {import("../surveys/walk.js").Walk} walk of the answers so far @returns {any} */
export function beginningOf({ variable, default: begins }, walk) {
  if (begins === undefined || begins === null || !walk.shown.includes(variable)) return null;
  return evaluate(begins, walk.scope);
}
