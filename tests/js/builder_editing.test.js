import assert from "node:assert/strict";
import { test } from "node:test";
import { addLanguage, duplicate, movePage, moveQuestion, newQuestion, removeLanguage, removePage, removeQuestion, shiftQuestion } from "../../static/js/builder/editing.js";
import { at, everyText } from "../../static/js/builder/every_text.js";
import { askedBefore, everyQuestion, findQuestion, placeOf } from "../../static/js/builder/finding.js";
import { setParagraphs } from "../../static/js/builder/front_fields.js";
import { newCode, variableFrom } from "../../static/js/builder/minting.js";
import { rename } from "../../static/js/builder/renaming.js";

/** @param {string} name @param {object} [own] @returns {any} */
const asked = (name, own = {}) => ({ uid: name, variable: name, type: "short_text", label: { nb: name }, ...own });
const TAKEN = { uids: ["q1"], variables: ["q2"], pages: ["page_1"], codes: { one: ["3"] } };

/** @returns {any} */
function questionnaire() {
  const spots = asked("spots", { type: "place", followups: [asked("why")], categories: [{ code: "good", label: { nb: "Bra" }, followups: [asked("how")] }] });
  return {
    format: 1,
    languages: ["nb"],
    title: { nb: "Skjema" },
    pages: [
      { name: "first", title: { nb: "Første" }, questions: [asked("one"), asked("two")] },
      { name: "second", title: { nb: "Andre" }, questions: [spots] },
    ],
  };
}

const order = (/** @type {any} */ document) => document.pages.map((/** @type {any} */ page) => page.questions.map((/** @type {any} */ one) => one.uid).join(" "));

test("questions are found with those about marks, each with its place", () => {
  const found = [...everyQuestion(questionnaire())];
  assert.deepEqual(found.map(({ question }) => question.uid), ["one", "two", "spots", "why", "how"]);
  assert.equal(found[4].path, "pages[1].questions[0].categories[0].followups[0]");
  assert.deepEqual(placeOf(questionnaire(), "pages[1].questions[0].followups[0].label"), { kind: "question", uid: "why" });
  assert.deepEqual(placeOf(questionnaire(), "pages[1].title"), { kind: "page", name: "second" });
  assert.deepEqual(placeOf(questionnaire(), "languages"), { kind: "front" });
});

test("a condition looks at what is asked before, and about the same mark", () => {
  const before = (/** @type {string} */ uid) => askedBefore(questionnaire(), uid).map(({ question }) => question.uid);
  assert.deepEqual(before("two"), ["one"]);
  assert.deepEqual(before("how"), ["one", "two", "why"]);
  assert.deepEqual(askedBefore(questionnaire(), undefined, 1).map(({ question }) => question.uid), ["one", "two"]);
});

test("a question moves within its page, and over to the next", () => {
  const document = questionnaire();
  assert.ok(shiftQuestion(document, "one", 1));
  assert.deepEqual(order(document), ["two one", "spots"]);
  shiftQuestion(document, "one", 1);
  assert.deepEqual(order(document), ["two", "one spots"]);
  shiftQuestion(document, "one", -1);
  assert.deepEqual(order(document), ["two one", "spots"]);
  assert.equal(shiftQuestion(document, "two", -1), false);
  assert.equal(shiftQuestion(document, "why", 1), false);
  assert.ok(moveQuestion(document, "spots", document.pages[0].questions, 1));
  assert.deepEqual(order(document), ["two spots one", ""]);
  assert.ok(movePage(document, "second", 0));
  assert.deepEqual(order(document), ["", "two spots one"]);
  assert.equal(movePage(document, "second", -1), false);
});

test("what is removed leaves something to look at, and the last page stays", () => {
  const document = questionnaire();
  assert.deepEqual(removeQuestion(document, "two"), { kind: "question", uid: "one" });
  assert.deepEqual(removeQuestion(document, "one"), { kind: "page", name: "first" });
  assert.deepEqual(removeQuestion(document, "why"), { kind: "question", uid: "spots" });
  assert.deepEqual(removePage(document, "first"), { kind: "page", name: "second" });
  assert.equal(removePage(document, "second"), undefined);
});

test("new names are never old ones", () => {
  const document = questionnaire();
  const made = newQuestion(document, "single_choice", { choices: [{ code: "1", label: { nb: "Ja", nn: "Ja", en: "Yes" } }] }, TAKEN);
  assert.deepEqual(made, { uid: "q3", variable: "q3", type: "single_choice", label: {}, choices: [{ code: "1", label: { nb: "Ja" } }] });
  assert.equal(newCode([{ code: "1" }, { code: "2" }], TAKEN.codes.one), "4");
  const copy = duplicate(document, "spots", TAKEN);
  const uids = [...everyQuestion(document)].map(({ question }) => question.uid);
  assert.equal(new Set(uids).size, uids.length);
  assert.deepEqual([copy?.followups?.[0].variable, copy?.categories?.[0].code], ["why", "good"]);
});

test("a variable is made of the words", () => {
  const document = questionnaire();
  assert.equal(variableFrom("Hvor bor du nå?", document, TAKEN), "hvor_bor_du_na");
  assert.equal(variableFrom("one", document, TAKEN), "one_2");
  assert.equal(variableFrom("2 ting", document, TAKEN), undefined);
  assert.equal(variableFrom("كيف", document, TAKEN), undefined);
  assert.ok((variableFrom("ord ".repeat(40), document, TAKEN) ?? "").length <= 40);
});

test("another variable is named in conditions and texts too", () => {
  const document = questionnaire();
  Object.assign(document.pages[0].questions[1], { label: { nb: "{one} og {one_more}" }, relevant: { "=": [{ answer: "one" }, "one"] } });
  rename(document, "one", "first_one");
  assert.deepEqual(document.pages[0].questions[1].label, { nb: "{first_one} og {one_more}" });
  assert.deepEqual(document.pages[0].questions[1].relevant, { "=": [{ answer: "first_one" }, "one"] });
  assert.equal(findQuestion(document, "one")?.question.variable, "first_one");
});

test("what is asked about other marks keeps the variable it shares", () => {
  const document = questionnaire();
  const copy = duplicate(document, "spots", TAKEN);
  const [why] = copy?.followups ?? [];
  const [how] = copy?.categories?.[0].followups ?? [];
  for (const followup of [how, findQuestion(document, "how")?.question]) Object.assign(followup ?? {}, { relevant: { answered: [{ answer: "why" }] } });
  rename(document, why.uid, "because");
  assert.equal(findQuestion(document, "why")?.question.variable, "why");
  assert.deepEqual([why.variable, how.relevant], ["because", { answered: [{ answer: "because" }] }]);
  assert.deepEqual(findQuestion(document, "how")?.question.relevant, { answered: [{ answer: "why" }] });
});

test("a language goes with its texts and nothing else", () => {
  const document = questionnaire();
  addLanguage(document, "pl");
  document.pages[0].title.pl = "Pierwsza";
  document.pages[0].questions[0].choices = [{ code: "a", label: { nb: "A" }, columns: { pl: "stays" } }];
  removeLanguage(document, "pl");
  assert.deepEqual(document.languages, ["nb"]);
  assert.deepEqual(document.pages[0].title, { nb: "Første" });
  assert.deepEqual(document.pages[0].questions[0].choices[0].columns, { pl: "stays" });
  removeLanguage(document, "nb");
  assert.deepEqual(document.languages, ["nb"]);
});

test("every text is found with its place", () => {
  const document = questionnaire();
  const found = everyText(document);
  assert.deepEqual(found[0], { path: ["title"], texts: { nb: "Skjema" } });
  assert.ok(found.every(({ path, texts }) => at(document, path) === texts));
  assert.equal(found.length, 9);
});

test("a blank line begins a paragraph, and each keeps its translation", () => {
  const document = { ...questionnaire(), languages: ["nb", "en"], intro: [{ nb: "En", en: "One" }] };
  setParagraphs(document, "nb", "En\n\nTo\n");
  assert.deepEqual(document.intro, [{ nb: "En", en: "One" }, { nb: "To" }]);
  setParagraphs(document, "nb", "");
  assert.deepEqual(document.intro, [{ en: "One" }]);
});
