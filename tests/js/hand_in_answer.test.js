import assert from "node:assert/strict";
import { test } from "node:test";
import { verdict } from "../../static/js/modules/hand_in_answer.js";

const letter = { uuid: "0b9f4c5e-8d7a-4f3b-9a52-2f4b8f9a3c11", revision: 3 };
const judge = (status, body, retryAfter = null) => verdict(letter, status, body, retryAfter, 0);

test("an answer that echoes UUID and revision ends the wait", () => {
  assert.deepEqual(judge(201, { ...letter, sha256: "…", receipt: "HUS KATT" }), { ends: "stored", receipt: "HUS KATT" });
  assert.deepEqual(judge(200, letter), { ends: "stored" });
});

test("a login page, another response and another revision do not", () => {
  for (const body of [null, {}, { uuid: "other", revision: 3 }, { ...letter, revision: 2 }])
    assert.equal(judge(200, body).ends, "later");
});

test("a conflict ends the wait only when the server kept the body", () => {
  assert.deepEqual(judge(409, { uuid: letter.uuid, revision: 9, kept: true }), { ends: "kept", ahead: 9 });
  assert.equal(judge(409, { uuid: letter.uuid, revision: 9 }).ends, "later");
  assert.equal(judge(409, null).ends, "later");
});

test("refusals stay with what they said", () => {
  assert.deepEqual(judge(422, { errors: [{ field: "marks[0]", message: "Unknown category" }] }), { ends: "refused", messages: ["Unknown category"], problems: [{ field: "marks[0]", message: "Unknown category" }] });
  assert.deepEqual(judge(410, { error: "The class is closed." }), { ends: "refused", messages: ["The class is closed."], problems: [] });
  assert.equal(judge(403, { error: "Wrong class." }).ends, "refused");
});

test("a web filter's own 403 page is tried again", () => assert.equal(judge(403, null).ends, "later"));

test("the pause the server asks for is heard", () => {
  assert.deepEqual(judge(429, {}, "7"), { ends: "later", wait: 7000 });
  assert.deepEqual(judge(503, null, "Thu, 01 Jan 1970 00:01:00 GMT"), { ends: "later", wait: 60000 });
  assert.deepEqual(judge(503, null, "soon"), { ends: "later", wait: null });
  assert.deepEqual(judge(500, null, "7"), { ends: "later", wait: null });
});
