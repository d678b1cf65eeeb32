// The same cases as the server's: tests/unit/safeguards/test_personal_data.py.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { findPersonalData } from "../../static/js/modules/personal_data.js";
import { questionAbout } from "../../static/js/modules/personal_data_question.js";

const cases = JSON.parse(readFileSync(new URL("../data/personal_data_cases.json", import.meta.url), "utf-8"));

for (const { text, year, found } of cases)
  test(`what tells who someone is: ${text}`, () => {
    const parts = findPersonalData(text, year).map(({ kind, start, end }) => [kind, text.slice(start, end)]);
    assert.deepEqual(parts, found);
  });

test("no text makes the search slow", () => {
  for (const part of ["a", "1", "+", "a.", "1 ", "Aa ", "41 ", "vei ", "@", "a@a.", "vei 1", "jeg heter "]) {
    const begun = performance.now();
    findPersonalData(part.repeat(10_000 / part.length));
    assert.ok(performance.now() - begun < 500, part);
  }
});

test("the pupil is asked about the first thing, or nothing", () => {
  assert.equal(questionAbout("Fint her"), null);
  assert.match(questionAbout("Ring 41234567") ?? "", /“41234567” looks like a phone number/);
});
