import assert from "node:assert/strict";
import { test } from "node:test";
import { DeviceStore } from "../../static/js/modules/device_store.js";
import { MemoryBackend } from "../../static/js/modules/memory_backend.js";
import { addMarks, addTogether, emptyDraft, places, setAnswers } from "../../static/js/modules/response_state.js";
import { countOf, giveWay, onlyIn, placesOf, setAside, withThings, without } from "../../static/js/modules/set_aside.js";

const mark = (category, answers = {}, geometry = { type: "Point", coordinates: [5, 60] }) => ({ question: "places", category, geometry, answers });
const draft = (...marks) => addMarks(emptyDraft("u"), marks);
const categories = ({ marks }) => marks.map((each) => each.category);

test("the same mark told in another order is not taken for a new one", () => {
  const here = draft(mark("good", { why: ["fun"], season: "winter", together: 1 }), mark("wish"));
  const there = draft(mark("good", { season: "winter", together: 4, why: ["fun"] }, { coordinates: [5, 60], type: "Point" }));
  assert.deepEqual(categories(onlyIn(here, there)), ["wish"]);
});

test("a mark with other answers is one's own", () => {
  assert.equal(onlyIn(draft(mark("good", { why: ["fun"] })), draft(mark("good"))).marks.length, 1);
});

test("an answer that differs is one's own, one that is the same is not", () => {
  const here = setAnswers(draft(), { like_area: 4, safe_on_road: 2, other: ["a"] });
  assert.deepEqual(onlyIn(here, setAnswers(draft(), { like_area: 4, safe_on_road: 3 })).answers, { safe_on_road: 2, other: ["a"] });
});

test("two places that had the same number on their devices do not become one", () => {
  const here = addTogether(draft(), [mark("good"), mark("unsafe")]);
  const there = addTogether(draft(), [mark("wish", {}, { type: "Point", coordinates: [6, 60] }), mark("activity", {}, { type: "Point", coordinates: [6, 60] })]);
  const both = withThings(there, onlyIn(here, there));
  assert.deepEqual(places(both).map((place) => place.map((each) => each.category)), [["wish", "activity"], ["good", "unsafe"]]);
});

test("what is set aside can be counted, taken away piece by piece, and put back", () => {
  const first = setAside(undefined, { marks: [mark("good")], answers: { like_area: 4 } });
  const both = setAside(first, { marks: [mark("wish")], answers: {} });
  assert.deepEqual([countOf(undefined), countOf(first), countOf(both)], [0, 2, 3]);
  const [place] = placesOf(both);
  const left = without(without(both, { marks: place, answers: {} }), { marks: [], answers: { like_area: 4 } });
  assert.deepEqual([categories(left), left.answers], [["wish"], {}]);
  assert.equal(without(left, left), undefined);
  assert.equal(setAside(undefined, { marks: [], answers: {} }), undefined);
  assert.deepEqual(categories(setAside(left, { marks: place, answers: {} })), ["wish", "good"]);
});

test("giving way keeps what was drawn at the last moment, and tells what is set aside now", async () => {
  const store = new DeviceStore(new MemoryBackend());
  const pupil = { uuid: "u", seed: [0, 0], sender: {}, signed_in: true, joined_at: 1, set_aside: setAside(undefined, { marks: [mark("activity")], answers: {} }) };
  await store.addPupil(pupil, emptyDraft("u"));
  await store.change("u", (before) => addMarks(before, [mark("wish")]));
  const now = await giveWay(store, "u", { ...draft(mark("good")), revision: 7 });
  const stored = await store.read("u");
  assert.deepEqual(categories(now), ["wish"]);
  assert.deepEqual([categories(stored.draft), stored.draft.revision, stored.letter], [["good"], 7, undefined]);
  assert.deepEqual(categories(stored.pupil.set_aside), ["activity", "wish"]);
});
