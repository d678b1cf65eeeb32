// The same questionnaires as the server's flow: tests/unit/surveys/test_flow_cases.py.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { flow, followupsOf, markFlow, progress } from "../../static/js/surveys/flow.js";
import { answerTexts, filled, textIn } from "../../static/js/surveys/piping.js";

const cases = JSON.parse(readFileSync(new URL("../data/flow_cases.json", import.meta.url), "utf-8"));
const nothing = { required: [], failing: [], calculated: {}, cleared: [], offered: {}, narrowed: {} };

const found = (walk) => ({
  required: [...walk.required].sort(),
  failing: walk.failing.map(({ variable }) => variable),
  calculated: walk.calculated,
  cleared: walk.cleared.sort(),
  offered: walk.offered,
  narrowed: walk.narrowed,
});

function checkTexts(expected, member, questions, texts) {
  for (const [variable, text] of Object.entries(expected || {})) {
    const question = questions.find((one) => one.variable === variable);
    assert.equal(filled(textIn(question[member], "nb"), texts), text);
  }
}

function checkWhole(whole, gives) {
  assert.deepEqual(whole.pages.map(({ name, questions }) => [name, questions]), gives.pages);
  for (const [name, [page, of]] of Object.entries(gives.progress || {})) assert.deepEqual(progress(whole, name), { page, of });
}

function checkSituation(document, { answers, marks, now, mark, language = "nb", gives }) {
  const whole = flow(document, answers, { marks, now });
  const all = document.pages.flatMap((page) => page.questions);
  let [walk, questions, known] = [whole.walk, all, { ...whole.walk.answers, ...marks }];
  if (mark) {
    const question = all.find(({ variable }) => variable === mark.question);
    walk = markFlow(question, mark.category, mark.answers, whole);
    questions = [...followupsOf(question, mark.category), ...all];
    known = { ...known, ...walk.answers };
    assert.deepEqual(walk.shown, gives.shown);
  } else checkWhole(whole, gives);
  const expected = Object.fromEntries(Object.entries(nothing).map(([name, none]) => [name, gives[name] ?? none]));
  assert.deepStrictEqual(found(walk), expected);
  const texts = answerTexts(questions, known, language);
  checkTexts(gives.texts, "label", questions, texts);
  checkTexts(gives.messages, "constraint_message", questions, texts);
}

for (const { about, document, situations = [] } of cases)
  situations.forEach((situation, index) => test(`${about} ${index + 1}`, () => checkSituation(document, situation)));
