// The same cases as the server's evaluator: tests/unit/surveys/test_condition_cases.py.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { evaluate, variablesIn } from "../../static/js/surveys/conditions.js";
import { asValue } from "../../static/js/surveys/values.js";

const { about, ...groups } = JSON.parse(readFileSync(new URL("../data/condition_cases.json", import.meta.url), "utf-8"));

const values = (given = {}) => Object.fromEntries(Object.entries(given).map(([name, value]) => [name, asValue(value)]));

function scope({ answers, marks = {}, self = null, now = null, followups, columns }) {
  return { answers: values(answers), marks, own: asValue(self), now, followups: values(followups), columns: values(columns) };
}

for (const [group, cases] of Object.entries(groups))
  cases.forEach(([expression, gives, told = {}], index) =>
    test(`${group} ${index + 1}: ${JSON.stringify(expression)}`, () => {
      // Strict: 0 is not -0.
      assert.deepStrictEqual(evaluate(expression, scope(told)), gives);
    }),
  );

test("an expression tells which questions it refers to", () => {
  const expression = { and: [{ "=": [{ answer: "mode" }, "walk"] }, { ">": [{ marks: "places" }, 1] }, { not: [{ answer: "mode" }] }] };
  assert.deepEqual([...variablesIn(expression)].sort(), ["mode", "places"]);
  assert.equal(variablesIn("mode").size, 0);
});
