import assert from "node:assert/strict";
import { test } from "node:test";
import { addMarks, emptyDraft } from "../../static/js/modules/response_state.js";
import { onlyHere } from "../../static/js/pupil/conflict.js";

const mark = (category, answers, geometry = { type: "Point", coordinates: [5, 60] }) => ({ question: "places", category, geometry, answers });
const draft = (...marks) => addMarks(emptyDraft("u"), marks);

test("the same mark told in another order is not taken for a new one", () => {
  const here = draft(mark("good", { why: ["fun"], season: "winter", together: 1 }), mark("wish", {}));
  const there = draft(mark("good", { season: "winter", together: 4, why: ["fun"] }, { coordinates: [5, 60], type: "Point" }));
  assert.deepEqual(onlyHere(here, there).map((each) => each.category), ["wish"]);
});

test("a mark with other answers is one's own", () => {
  assert.equal(onlyHere(draft(mark("good", { why: ["fun"] })), draft(mark("good", {}))).length, 1);
});
