import assert from "node:assert/strict";
import { test } from "node:test";
import { retype } from "../../static/js/builder/retyping.js";

const ORDINARY = ["uid", "variable", "type", "label", "hint", "required", "relevant", "constraint", "constraint_message", "default"];
/** @param {string} value_kind @param {any[]} settings @param {object} [more] @returns {any} */
const type = (value_kind, settings, more = {}) => ({ value_kind, settings, begins_as: {}, symbols: [], members: [...ORDINARY, ...settings.map(({ name }) => name)], ...more });
const setting = (/** @type {string} */ name, /** @type {string} */ editor, more = {}) => ({ name, editor, words: [], ...more });

/** @type {any} */
const types = {
  single_choice: type("code", [setting("choices", "choices", { flags: ["specify", "retired"] }), setting("appearance", "one_of", { words: [{ value: "dropdown" }, { value: "images" }] }), setting("dont_know", "text")]),
  multiple_choice: type("codes", [setting("choices", "choices", { flags: ["specify", "exclusive", "retired"] }), setting("appearance", "one_of", { words: [{ value: "images" }] })]),
  ranking: type("codes", [setting("choices", "choices", { flags: ["retired"] })]),
  whole_number: type("number", [setting("min", "whole_number"), setting("max", "whole_number")]),
  decimal: type("number", [setting("min", "number"), setting("max", "number")]),
  slider: type("number", [setting("min", "number"), setting("max", "number")], { begins_as: { min: 0, max: 100 } }),
  place: type("number", [setting("categories", "categories")], { symbols: ["circle", "star"] }),
  route: type("number", [setting("categories", "categories"), setting("cut_home", "flag")], { symbols: ["line"] }),
};
const NOTHING = { uids: [], variables: [], pages: [], codes: {} };

/** @param {any} question @param {...any} after @returns {any} */
function document(question, ...after) {
  const asked = { uid: "q", variable: "way", label: { nb: "Hvordan?", en: "How?" }, ...question };
  return { format: 1, languages: ["nb", "en"], title: {}, pages: [{ name: "a", title: {}, questions: [asked, ...after] }] };
}

/** @param {any} made @param {string} to @param {any} [taken] */
function retyped(made, to, taken = NOTHING) {
  const told = retype(made, "q", to, { types, taken });
  return { told, question: made.pages[0].questions[0], after: made.pages[0].questions[1] };
}

const choices = () => [{ code: "walk", label: { nb: "Til fots" }, specify: true }, { code: "bus", label: { nb: "Buss" }, retired: true }];

test("choices, texts and translations come along, and what cannot is told", () => {
  const { told, question } = retyped(document({ type: "single_choice", choices: choices(), appearance: "dropdown", dont_know: { nb: "Vet ikke" }, default: "walk", required: true }), "multiple_choice");
  assert.deepEqual(told, { uid: "q", isNew: false, lost: ["appearance", "dont_know", "default"] });
  assert.deepEqual(question, { uid: "q", variable: "way", type: "multiple_choice", label: { nb: "Hvordan?", en: "How?" }, choices: choices(), required: true });
  assert.deepEqual(retyped(document({ type: "single_choice", choices: choices() }), "ranking").told?.lost, ["specify"]);
  assert.equal(retyped(document({ type: "single_choice", choices: choices(), appearance: "images" }), "multiple_choice").question.appearance, "images");
});

test("limits that are none for the new type go, and what it needs comes", () => {
  const { told, question } = retyped(document({ type: "decimal", min: 1.5, max: 4 }), "whole_number");
  assert.deepEqual([told?.lost, question.min, question.max], [["min"], undefined, 4]);
  assert.deepEqual([retyped(document({ type: "whole_number", max: 7 }), "slider").question].map(({ min, max }) => [min, max]), [[0, 7]]);
});

test("conditions that ask for a choice ask in the new way, and back", () => {
  const after = () => ({ uid: "b", variable: "b", type: "decimal", label: {}, relevant: { or: [{ "=": [{ answer: "way" }, "bus"] }, { "!=": [{ answer: "way" }, "walk"] }, { "=": [{ answer: "other" }, "x"] }] } });
  const made = document({ type: "single_choice", choices: choices() }, after());
  const several = retyped(made, "multiple_choice").after.relevant;
  assert.deepEqual(several, { or: [{ selected: [{ answer: "way" }, "bus"] }, { not: [{ selected: [{ answer: "way" }, "walk"] }] }, { "=": [{ answer: "other" }, "x"] }] });
  assert.deepEqual(retyped(made, "single_choice").after.relevant, after().relevant);
});

test("symbols are those of the new type", () => {
  const { question } = retyped(document({ type: "place", categories: [{ code: "good", label: { nb: "Bra" }, symbol: "star" }] }), "route");
  assert.deepEqual(question.categories, [{ code: "good", label: { nb: "Bra" }, symbol: "line" }]);
});

test("what is published gets names of its own, wherever it is named", () => {
  const after = { uid: "b", variable: "b", type: "decimal", label: { nb: "Mer om {way}?" }, relevant: { answered: [{ answer: "way" }] } };
  const about = { uid: "why", variable: "why", type: "decimal", label: { nb: "Hvorfor" } };
  const taken = { uids: ["q", "b", "why"], variables: ["way", "hvordan"], pages: [], codes: {} };
  const { told, question, after: told_after } = retyped(document({ type: "place", categories: [{ code: "1", label: {}, symbol: "line", followups: [about] }] }, after), "route", taken);
  assert.equal(told?.isNew, true);
  assert.equal(question.variable, "hvordan_2");
  assert.deepEqual([told_after.label.nb, told_after.relevant], ["Mer om {hvordan_2}?", { answered: [{ answer: "hvordan_2" }] }]);
  const uids = [question.uid, told?.uid, question.categories[0].followups[0].uid];
  assert.ok(uids.every((uid) => !taken.uids.includes(uid)) && uids[0] === uids[1] && uids[0] !== uids[2]);
});
