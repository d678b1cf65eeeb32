import assert from "node:assert/strict";
import { test } from "node:test";
import { Draft } from "../../static/js/builder/draft.js";
import { isAround } from "../../static/js/builder/problems.js";
import { everythingTold, toldAloud, toldOf } from "../../static/js/builder/told.js";

/** @param {string} name @param {object} [own] @returns {any} */
const asked = (name, own = {}) => ({ uid: name, variable: name, type: "place", label: { nb: name }, ...own });
const finding = { heading: "Pale", stops: false, message: "pale", page: "a", question: "spots", member: "categories[0].colour", language: "" };

/** @param {any[]} problems @param {any[]} findings */
function draft(problems, findings) {
  const spots = asked("spots", { categories: [{ code: "good", label: {}, followups: [asked("why")] }] });
  const document = /** @type {any} */ ({ format: 1, languages: ["nb"], title: {}, pages: [{ name: "a", title: {}, questions: [asked("one"), spots] }] });
  return new Draft(document, { problems, findings, more: false });
}

test("what is found is placed at its field, also after its question has moved", () => {
  const made = draft([{ place: "pages[0].questions[0].label", message: "empty" }], [finding, { ...finding, question: "why", member: "label" }, { ...finding, question: "", member: "" }, { ...finding, page: "", question: "", member: "title" }]);
  const paths = () => everythingTold(made).map(({ path }) => path);
  assert.deepEqual(paths(), ["pages[0].questions[0].label", "pages[0].questions[1].categories[0].colour", "pages[0].questions[1].categories[0].followups[0].label", "pages[0]", "title"]);
  made.change((document) => document.pages[0].questions.reverse());
  assert.equal(paths()[1], "pages[0].questions[0].categories[0].colour");
});

test("what it was about is gone, and nothing is told of it", () => {
  const made = draft([], [finding]);
  made.change((document) => document.pages[0].questions.pop());
  assert.deepEqual(everythingTold(made), []);
});

test("a new question is not scolded before it is left", () => {
  const made = draft([{ place: "pages[0].questions[0].label", message: "empty" }], []);
  made.fresh.add("one");
  made.select({ kind: "question", uid: "one" });
  assert.deepEqual(toldAloud(made), []);
  made.select({ kind: "front" });
  assert.equal(toldOf(made, { kind: "question", uid: "one" }).length, 1);
  assert.equal(everythingTold(made).length, 1);
});

test("a place lies around what stands in it, and no other", () => {
  assert.ok(isAround("intro", "intro[1]") && isAround("", "title") && isAround("a.b", "a.b"));
  assert.ok(!isAround("pages[0].questions[1]", "pages[0].questions[12].label"));
});
