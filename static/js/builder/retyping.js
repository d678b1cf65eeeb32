// @ts-check
// A question becomes one of another type, and takes over all that the new type can have.
import { everyQuestion, findQuestion } from "./finding.js";
import { inLanguages } from "./editing.js";
import { newNames, variableFrom } from "./minting.js";
import { rename } from "./renaming.js";
/** @typedef {import("./types.js").Questionnaire} Questionnaire */
/** @typedef {import("./types.js").Question} Question */
/** @typedef {import("./types.js").QuestionType} QuestionType */
/** @typedef {import("./types.js").Setting} Setting */
/** @typedef {{uid: string, isNew: boolean, lost: string[]}} Retyped `isNew`: it has names of its own; `lost`: members and marks of choices */

/** What belongs to the old sort of answer where the new one is of another. */
const OF_THE_ANSWER = ["default", "constraint", "constraint_message"];

/**
 * What is published keeps its meaning: the question of the new type gets names of its own then, as does one whose variable
 * is shared with what is asked about other marks.
 * @param {Questionnaire} document @param {string} uid @param {string} type
 * @param {{types: Record<string, QuestionType>, taken: import("./types.js").Taken}} data @returns {Retyped|undefined}
 */
export function retype(document, uid, type, { types, taken }) {
  const found = findQuestion(document, uid);
  if (!found) return undefined;
  const { question } = found;
  const [before, after] = [types[question.type], types[type]];
  const lost = Object.keys(question).filter((member) => !isKept(question, member, before, after));
  for (const member of lost) delete question[member];
  lost.push(...flagsLost(question, before, after));
  question.type = type;
  for (const [member, value] of Object.entries(inLanguages(after.begins_as, document.languages))) question[member] ??= structuredClone(value);
  for (const category of question.categories ?? []) if (!after.symbols.includes(category.symbol)) category.symbol = after.symbols[0];
  compareAnew(document.pages, question.variable, before.value_kind, after.value_kind);
  const isNew = taken.uids.includes(uid) || isShared(document, question);
  if (isNew) nameAnew(document, found, taken);
  return { uid: question.uid, isNew, lost };
}

/** @param {Question} question @param {string} member @param {QuestionType} before @param {QuestionType} after */
function isKept(question, member, before, after) {
  if (!after.members.includes(member)) return false;
  if (OF_THE_ANSWER.includes(member)) return before.value_kind === after.value_kind;
  const [was, is] = [before, after].map(({ settings }) => settings.find(({ name }) => name === member));
  return !was || !is || fits(question[member], was, is);
}

/** @param {any} value @param {Setting} was @param {Setting} is */
function fits(value, was, is) {
  if (is.editor === "one_of") return is.words.some((one) => one.value === value);
  if (is.editor === "whole_number" && was.editor === "number") return Number.isInteger(value);
  return is.editor === was.editor || (is.editor === "number" && was.editor === "whole_number");
}

/** Marks of choices that the new type has not. @param {Question} question @param {QuestionType} before @param {QuestionType} after */
function flagsLost(question, before, after) {
  const flags = (/** @type {QuestionType} */ { settings }) => settings.find(({ name }) => name === "choices")?.flags ?? [];
  const gone = flags(before).filter((flag) => !flags(after).includes(flag));
  const lost = gone.filter((flag) => question.choices?.some((choice) => choice[flag]));
  for (const choice of question.choices ?? []) for (const flag of gone) delete choice[flag];
  return lost;
}

/** One choice is compared, and among several it is looked for. @param {any} part @param {string} variable @param {string} before @param {string} after */
function compareAnew(part, variable, before, after) {
  if (before === after || !part || typeof part !== "object") return;
  for (const [member, value] of Object.entries(part)) {
    part[member] = comparedAnew(value, variable, before, after);
    compareAnew(part[member], variable, before, after);
  }
}

/** @param {any} part @param {string} variable @param {string} before @param {string} after */
function comparedAnew(part, variable, before, after) {
  const has = (/** @type {any} */ one, /** @type {string} */ operator) => one?.[operator]?.[0]?.answer === variable && typeof one[operator][1] === "string";
  if (before === "code" && after === "codes") {
    if (has(part, "=")) return { selected: part["="] };
    if (has(part, "!=")) return { not: [{ selected: part["!="] }] };
  }
  if (before === "codes" && after === "code") {
    if (has(part, "selected")) return { "=": part.selected };
    if (has(part?.not?.[0], "selected")) return { "!=": part.not[0].selected };
  }
  return part;
}

/** @param {Questionnaire} document @param {Question} question */
function isShared(document, question) {
  return [...everyQuestion(document)].filter((one) => one.question.variable === question.variable).length > 1;
}

/** @param {Questionnaire} document @param {import("./finding.js").Found} found @param {import("./types.js").Taken} taken */
function nameAnew(document, { question }, taken) {
  const names = newNames(document, taken);
  const words = question.label[document.languages[0]] ?? "";
  rename(document, question.uid, variableFrom(words, document, taken) ?? names.variable);
  question.uid = names.uid;
  for (const about of [...(question.followups ?? []), ...(question.categories ?? []).flatMap(({ followups }) => followups ?? [])])
    if (taken.uids.includes(about.uid)) about.uid = newNames(document, taken).uid;
}
