// @ts-check
// Names and codes for what is new: never one that is there, nor one that was ever published.
import { everyQuestion } from "./finding.js";
/** @typedef {import("./types.js").Questionnaire} Questionnaire */
/** @typedef {import("./types.js").Taken} Taken */

const LONGEST = 40;
const LETTERS = /** @type {Record<string, string>} */ ({ æ: "ae", ø: "o", å: "a", ä: "a", ö: "o", đ: "d", ŧ: "t", ŋ: "n" });
/** A variable that nobody has chosen: it becomes another when the question gets its words. */
const UNNAMED = /^q\d+$/;

/** @param {Iterable<string>} known @param {(number: number) => string} made */
function first(known, made) {
  const there = new Set(known);
  for (let number = 1; ; number += 1) if (!there.has(made(number))) return made(number);
}

/** @param {Questionnaire} document @param {Taken} taken */
export function newNames(document, taken) {
  const every = [...everyQuestion(document)].map(({ question }) => question);
  const variables = [...taken.variables, ...every.flatMap(({ variable, uid }) => [variable, uid]), ...taken.uids];
  const name = first(variables, (number) => `q${number}`);
  return { uid: name, variable: name };
}

/** @param {Questionnaire} document @param {Taken} taken */
export function newPageName(document, taken) {
  return first([...taken.pages, ...document.pages.map(({ name }) => name)], (number) => `page_${number}`);
}

/** @param {{code: string}[]} there @param {string[]} [taken] */
export function newCode(there, taken = []) {
  return first([...taken, ...there.map(({ code }) => code)], String);
}

/** @param {string} variable */
export function isUnnamed(variable) {
  return UNNAMED.test(variable);
}

/**
 * A variable made of the question's words; none where they give none.
 * @param {string} words @param {Questionnaire} document @param {Taken} taken
 */
export function variableFrom(words, document, taken) {
  const plain = [...words.toLowerCase()].map((letter) => LETTERS[letter] ?? letter).join("").normalize("NFD");
  const parts = plain.replace(/[^a-z0-9\s_-]/g, "").split(/[\s_-]+/).filter(Boolean);
  let name = "";
  for (const part of parts) if (`${name}_${part}`.length <= LONGEST) name = name ? `${name}_${part}` : part;
  if (!/^[a-z]/.test(name) || name.endsWith("_label")) return undefined;
  const known = [...taken.variables, ...[...everyQuestion(document)].map(({ question }) => question.variable)];
  return first(known, (number) => (number === 1 ? name : `${name}_${number}`));
}
