import assert from "node:assert/strict";
import { test } from "node:test";
import { Draft } from "../../static/js/builder/draft.js";

/** @returns {any} */
const NOTHING = { problems: [], findings: [], more: false };
/** @returns {any} */
const document = () => ({ format: 1, languages: ["nb", "en"], title: { nb: "" }, pages: [{ name: "a", title: {}, questions: [] }] });

test("letters typed together are one step back, and other changes one each", () => {
  const draft = new Draft(document(), NOTHING);
  for (const text of ["H", "He", "Hei"]) draft.change((changed) => (changed.title.nb = text), "title");
  draft.change((changed) => changed.pages.push({ name: "b", title: {}, questions: [] }));
  draft.change((changed) => (changed.title.nb = "Hei!"), "title");
  draft.undo();
  assert.equal(draft.document.title.nb, "Hei");
  draft.undo();
  assert.equal(draft.document.pages.length, 1);
  draft.undo();
  assert.equal(draft.document.title.nb, "");
  draft.undo();
  for (let steps = 0; steps < 5; steps += 1) draft.redo();
  assert.equal(draft.document.title.nb, "Hei!");
});

test("a change after going back forgets what was ahead", () => {
  const draft = new Draft(document(), NOTHING);
  draft.change((changed) => (changed.title.nb = "En"));
  draft.undo();
  draft.change((changed) => (changed.title.nb = "To"));
  draft.redo();
  assert.equal(draft.document.title.nb, "To");
});

test("what was there before is left as it was", () => {
  const draft = new Draft(document(), NOTHING);
  const before = draft.document;
  draft.change((changed) => (changed.title.nb = "Ny"));
  assert.equal(before.title.nb, "");
});

test("a draft that somebody else builds on is not changed", () => {
  const draft = new Draft(document(), NOTHING);
  draft.lock(true);
  draft.change((changed) => (changed.title.nb = "Ny"));
  assert.equal(draft.document.title.nb, "");
});

test("the language that is looked at is one there is", () => {
  const draft = new Draft(document(), NOTHING);
  draft.speak("en");
  draft.change((changed) => (changed.languages = ["nb"]));
  assert.equal(draft.language, "nb");
});
