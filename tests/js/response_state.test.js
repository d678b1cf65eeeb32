import assert from "node:assert/strict";
import { test } from "node:test";
import * as state from "../../static/js/modules/response_state.js";

const point = { type: "Point", coordinates: [5.26, 60.36] };
const feeling = (category, answers = {}) => ({ question: "places", category, geometry: point, answers });

test("several feelings about one place share a number that no other place has", () => {
  let draft = state.addTogether(state.emptyDraft("u"), [feeling("good"), feeling("unsafe")]);
  draft = state.addTogether(draft, [feeling("wish"), feeling("activity")]);
  assert.deepEqual(draft.marks.map((mark) => mark.answers.together), [1, 1, 2, 2]);
  assert.deepEqual(state.places(draft).map((place) => place.length), [2, 2]);
});

test("one feeling alone has no number", () => {
  const draft = state.addTogether(state.emptyDraft("u"), [feeling("good", { together: 4 })]);
  assert.equal("together" in draft.marks[0].answers, false);
});

test("numbers go on after the work came back from the server", () => {
  const stored = {
    uuid: "u", revision: 6, complete: false, answers: {},
    marks: [{ type: "Feature", geometry: point, properties: { question: "places", category: "good", answers: { together: 3 } } }],
  };
  const draft = state.addTogether(state.draftFromServer(stored), [feeling("good"), feeling("wish")]);
  assert.deepEqual(draft.marks.map((mark) => mark.answers.together), [3, 4, 4]);
  assert.equal(draft.revision, 6);
});

test("a place that was changed keeps its position in the list", () => {
  let draft = state.addMarks(state.emptyDraft("u"), [feeling("good"), feeling("wish")]);
  draft = state.replaceTogether(draft, [1], [feeling("unsafe"), feeling("good")]);
  assert.deepEqual(draft.marks.map((mark) => mark.category), ["unsafe", "good", "wish"]);
});

test("marks changed as one are found by the ids they had", () => {
  const before = state.addMarks(state.emptyDraft("u"), [feeling("good"), feeling("unsafe"), feeling("wish")]);
  const more = state.replaceTogether(before, [1, 2], [feeling("unsafe"), feeling("good"), feeling("wish")]);
  assert.deepEqual(more.marks.map((mark) => mark.id), [1, 2, 6, 3]);
  assert.deepEqual(state.replaceTogether(more, [1, 2, 6], [feeling("good")]).marks.map((mark) => mark.id), [1, 3]);
});

test("a deleted mark comes back where it was, and only once", () => {
  const before = state.addMarks(state.emptyDraft("u"), [feeling("good"), feeling("wish")]);
  const after = state.putBack(state.putBack(state.removeMarks(before, [1]), [before.marks[0]]), [before.marks[0]]);
  assert.deepEqual(after.marks, before.marks);
});

test("what is handed in carries the home cut and never the device's own numbers", () => {
  const route = { question: "road", category: "school_road", geometry: { type: "LineString", coordinates: [] }, home_cut: true, answers: { mode: "walk" } };
  const draft = state.completed(state.addMarks(state.emptyDraft("u"), [route, feeling("good")]));
  const body = state.handIn(draft, { activity: 3, questionnaire_version: 1, language: "nb", class_code: "ABC", pupil: "token" });
  assert.deepEqual(Object.keys(body.marks[0]), ["type", "geometry", "properties"]);
  assert.equal(body.marks[0].properties.home_cut, true);
  assert.equal("home_cut" in body.marks[1].properties, false);
  assert.equal(body.complete, true);
  assert.equal(body.pupil, "token");
});

test("an answer taken away is gone", () => {
  const draft = state.setAnswers(state.setAnswers(state.emptyDraft("u"), { like_area: "4", safe_on_road: "2" }), { like_area: null });
  assert.deepEqual(draft.answers, { safe_on_road: "2" });
});
