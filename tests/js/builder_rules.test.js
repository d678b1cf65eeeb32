import assert from "node:assert/strict";
import { test } from "node:test";
import { readSum, writtenSum } from "../../static/js/builder/editors/calculation.js";
import { inWords, namesIn } from "../../static/js/builder/readable.js";
import { read, written } from "../../static/js/builder/rules.js";
import { canBeChosen, comparisonsOf, firstValue, needsValue, sourcesOf } from "../../static/js/builder/sources.js";

/** @type {any} */
const TYPES = {
  single_choice: { answered: true, value_kind: "code" },
  scale: { answered: true, value_kind: "step" },
  matrix: { answered: true, value_kind: "unknown" },
  place: { on_map: true, value_kind: "number" },
  information: { answered: false, value_kind: "unknown" },
};

test("rules are read as they were written", () => {
  const rules = /** @type {any[]} */ ([
    { reference: "answer", variable: "lives", comparison: "is", value: "yes" },
    { reference: "answer", variable: "lives", comparison: "is_not", value: "yes" },
    { reference: "marks", variable: "spots", comparison: "least", value: 2 },
    { reference: "answer", variable: "wants", comparison: "chosen", value: "bench" },
    { reference: "answer", variable: "wants", comparison: "not_chosen", value: "bench" },
    { reference: "answer", variable: "day", comparison: "more", value: { date: "2026-11-22" } },
    { reference: "answer", variable: "wants", comparison: "many", value: 2 },
    { reference: "answer", variable: "wants", comparison: "few", value: 3 },
    { reference: "answer", variable: "wish", comparison: "has", value: "benk" },
    { reference: "answer", variable: "wish", comparison: "has_not", value: "benk" },
    { reference: "answer", variable: "wish", comparison: "answered" },
    { reference: "answer", variable: "wish", comparison: "open" },
  ]);
  for (const rule of rules) assert.deepEqual(read(written({ all: true, rules: [rule] })), { all: true, rules: [rule] });
  for (const all of [true, false]) assert.deepEqual(read(written({ all, rules })), { all, rules });
  assert.deepEqual(read(undefined), { all: true, rules: [] });
  assert.equal(written({ all: true, rules: [] }), undefined);
});

test("a condition that is more than rules is left alone", () => {
  for (const condition of [
    { and: [{ or: [{ answered: [{ answer: "a" }] }] }] },
    { "=": [{ answer: "a" }, { answer: "b" }] },
    { ">": [{ "+": [{ answer: "a" }, 1] }, 2] },
    { not: [{ "=": [{ answer: "a" }, 1] }] },
    true,
  ])
    assert.equal(read(condition), undefined, JSON.stringify(condition));
});

test("what can be looked at is named in words", () => {
  /** @type {any[]} */
  const questions = [
    { variable: "lives", type: "single_choice", label: { nb: "Bor du her?" }, choices: [{ code: "1", label: { nb: "Ja" } }], dont_know: { nb: "Vet ikke" } },
    { variable: "table", type: "matrix", label: { nb: "Tabell" }, rows: [{ code: "a", label: { nb: "Stier" } }] },
    { variable: "spots", type: "place", label: { nb: "Hvor?" } },
    { variable: "read", type: "information", label: { nb: "Les" } },
  ];
  const sources = sourcesOf(questions, "nb", TYPES);
  assert.deepEqual(sources.map(({ variable, kind }) => [variable, kind]), [["lives", "code"], ["table_a", "step"], ["spots", "marks"]]);
  assert.deepEqual(sources[0].codes, [{ value: "1", label: "Ja" }, { value: "dont_know", label: "Vet ikke" }]);
  assert.equal(firstValue(sources[0]), "1");
  assert.deepEqual(firstValue({ ...sources[0], kind: "date" }), { date: "" });
});

test("each kind of answer can be compared in some way", () => {
  for (const kind of ["code", "codes", "boolean", "marks", "number", "step", "date", "time", "date_time", "text", "unknown"]) {
    const comparisons = Object.keys(comparisonsOf(kind));
    assert.ok(comparisons.length > 1, kind);
    assert.equal(comparisons.some(needsValue), !["boolean", "unknown"].includes(kind), kind);
  }
});

test("a sum of earlier numbers is read as it was written, and more than that is left alone", () => {
  for (const operator of ["+", "min", "max"]) {
    const sum = { operator, variables: ["a", "b"] };
    assert.deepEqual(readSum(writtenSum(sum)), sum);
  }
  assert.deepEqual(readSum(0), { operator: "+", variables: [] });
  for (const more of [{ "+": [{ answer: "a" }, 1] }, { "*": [{ answer: "a" }] }, 7, "a"]) assert.equal(readSum(more), undefined);
});

test("a rule that no menu offers is left as it is", () => {
  /** @param {string} kind @param {string} comparison @param {any} [value] */
  const chosen = (kind, comparison, value) => canBeChosen(/** @type {any} */ ({ kind, codes: [] }), /** @type {any} */ ({ comparison, value }));
  for (const [kind, comparison, value] of [["code", "is", "a"], ["codes", "many", 2], ["number", "less", 2], ["number", "less", ""], ["text", "has", "a"], ["date", "is", { date: "" }], ["code", "answered"]])
    assert.ok(chosen(kind, comparison, value), `${kind} ${comparison}`);
  for (const [kind, comparison, value] of [["code", "is", 1], ["code", "more", "a"], ["number", "is", "a"], ["codes", "is", "a"], ["text", "less", "a"], ["date", "is", { time: "" }]])
    assert.ok(!chosen(kind, comparison, value), `${kind} ${comparison}`);
  assert.ok(!canBeChosen(undefined, { reference: "answer", variable: "a", comparison: "answered" }));
});

test("what is more than rules is told in words", () => {
  /** @type {any} */
  const document = { pages: [{ questions: [
    { uid: "lives", variable: "lives", type: "single_choice", label: { nb: "Bor du her?" }, choices: [{ code: "1", label: { nb: "Ja" } }] },
    { uid: "spots", variable: "spots", type: "place", label: { nb: "Hvor?" } },
  ] }] };
  const names = namesIn(/** @type {any} */ ({ document, language: "nb" }));
  const told = (/** @type {any} */ condition) => inWords(condition, names);
  assert.equal(told({ and: [{ "=": [{ answer: "lives" }, "1"] }, { or: [{ answered: [{ answer: "gone" }] }, { ">": [{ marks: "spots" }, 2] }] }] }), "“Bor du her?” = “Ja” and (“gone” is answered or “Hvor?” (marks) > 2)");
  assert.equal(told({ not: [{ selected: [{ answer: "lives" }, "1"] }] }), "not (“Bor du her?” has “Ja” chosen)");
  assert.equal(told({ "=": [{ column: "county" }, { answer: "lives" }] }), "the choice’s column “county” = “Bor du her?”");
  assert.equal(told({ "<=": [{ self: true }, { add_days: [{ today: true }, 7] }] }), "the answer itself ≤ add_days(today, 7)");
  assert.equal(told({ ">": [{ "-": [{ date: "2026-01-01" }] }, null] }), "-(2026-01-01) > nothing");
});
