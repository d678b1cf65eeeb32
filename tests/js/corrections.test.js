import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { beginCorrection, dropCorrection } from "../../static/js/modules/corrections.js";
import { DeviceStore } from "../../static/js/modules/device_store.js";
import { IndexedDbBackend } from "../../static/js/modules/indexeddb_backend.js";
import { Outbox } from "../../static/js/modules/outbox.js";
import { addMarks, completed, emptyDraft } from "../../static/js/modules/response_state.js";

const SENT = "ffffffff-8d7a-4f3b-9a52-2f4b8f9a3c11";
const NEW = "00000000-1111-4abc-8def-0123456789ab";
const LAST = "11111111-1111-4abc-8def-0123456789ab";
const addOne = (draft) => addMarks(draft, [{ question: "places", category: "good", geometry: { type: "Point", coordinates: [5, 60] }, answers: {} }]);
let databases = 0;
let store;
let requests;

beforeEach(async () => {
  store = new DeviceStore(new IndexedDbBackend(`correct ${++databases}`));
  requests = [];
  const sender = { activity: 1, questionnaire_version: 1, language: "nb", class_code: "AB12CD", pupil: "token" };
  await store.addPupil({ uuid: SENT, class_code: "AB12CD", nickname: "blue fox", personal_code: "ABCD 2345", seed: [0.1, 0.2], signed_in: true, joined_at: 1, sender }, emptyDraft(SENT));
  await store.change(SENT, addOne);
  await store.change(SENT, completed);
});

/** Sends all that may go now; the server answers as `reply` says. */
async function send(reply = (uuid, body) => ({ status: 201, body: { uuid, revision: body.revision, sha256: "-" } }), locks = null) {
  const fetch = async (url, init) => {
    const [uuid, body] = [url.split("/").at(-1), JSON.parse(init.body)];
    requests.push([uuid, body.revision, body.complete, body.replaces]);
    const answer = reply(uuid, body);
    return new Response(JSON.stringify(answer.body), { status: answer.status });
  };
  const box = new Outbox(store, { fetch, locks });
  await box.nudge(true);
  box.stop();
}

test("a correction is a copy under a new UUID that names what it corrects, and keeps the pupil's seed", async () => {
  await send();
  await beginCorrection(store, SENT, NEW);
  assert.equal(await store.read(SENT), null);
  const { pupil, draft, letter } = await store.read(NEW);
  assert.deepEqual([draft.complete, draft.revision, draft.marks.length, letter], [false, 0, 1, undefined]);
  assert.deepEqual([pupil.seed, pupil.nickname, pupil.signed_in], [[0.1, 0.2], "blue fox", true]);
  await store.change(NEW, addOne);
  await send();
  assert.deepEqual(requests.at(-1), [NEW, 1, false, "ABCD2345"]);
});

test("what was handed in without network goes before its corrections, whatever their order", async () => {
  await beginCorrection(store, SENT, NEW);
  await store.change(NEW, completed);
  await beginCorrection(store, NEW, LAST);
  await store.change(LAST, addOne);
  while ((await store.letters()).length) await send();
  assert.deepEqual(requests.map(([uuid]) => uuid), [SENT, NEW, LAST]);
});

test("a correction waits for as long as what it corrects does", async () => {
  await beginCorrection(store, SENT, NEW);
  await store.change(NEW, completed);
  await send(() => ({ status: 503, body: {} }));
  assert.deepEqual(requests.map(([uuid]) => uuid), [SENT]);
  assert.equal((await store.letters()).length, 2);
});

test("a correction of what was refused goes on its own", async () => {
  await beginCorrection(store, SENT, NEW);
  await store.change(NEW, completed);
  await send((uuid, body) => (uuid === SENT ? { status: 422, body: { errors: [] } } : { status: 201, body: { uuid, revision: body.revision } }));
  assert.deepEqual(requests.map(([uuid]) => uuid), [SENT, NEW]);
  assert.deepEqual(await store.letters(), []);
});

test("a correction waits until the child has heard that another device sent it too", async () => {
  await beginCorrection(store, SENT, NEW);
  await store.change(NEW, completed);
  await send((uuid) => ({ status: 409, body: { uuid, revision: 9, kept: true } }));
  await send();
  assert.deepEqual(requests.map(([uuid]) => uuid), [SENT]);
  assert.equal((await store.read(NEW)).pupil.sent_elsewhere, true);
  await store.change(NEW, (draft) => draft, () => ({ sent_elsewhere: undefined }));
  await send();
  assert.deepEqual(requests.at(-1), [NEW, 2, true, "ABCD2345"]);
});

test("going back brings what was sent, and the letter of it that still waits", async () => {
  await beginCorrection(store, SENT, NEW);
  await store.change(NEW, addOne);
  assert.equal(await dropCorrection(store, NEW), SENT);
  const { pupil, draft, letter } = await store.read(SENT);
  assert.deepEqual([draft.complete, draft.marks.length, letter.revision, pupil.sender.replaces, pupil.corrects], [true, 1, 2, undefined, undefined]);
  assert.equal(await store.read(NEW), null);
  assert.deepEqual((await store.letters()).map(({ uuid }) => uuid), [SENT]);
});

test("erasing takes what still waits to be sent before it, too", async () => {
  await beginCorrection(store, SENT, NEW);
  await store.change(NEW, completed);
  await beginCorrection(store, NEW, LAST);
  await store.change(LAST, addOne);
  await store.erase(LAST);
  assert.deepEqual([await store.letters(), await store.pupils()], [[], []]);
});

test("once the correction is there, nothing of what it corrected is left on the device", async () => {
  await beginCorrection(store, SENT, NEW);
  await store.change(NEW, completed);
  await send();
  await send();
  const { pupil, letter } = await store.read(NEW);
  assert.deepEqual([pupil.corrects, letter, pupil.sender.replaces], [undefined, undefined, "ABCD2345"]);
});

test("the tablet handed on in the middle of it: what was sent goes, and then only the seed is left", async () => {
  await beginCorrection(store, SENT, NEW);
  await store.signOut(NEW);
  await send();
  assert.deepEqual(requests.map(([uuid]) => uuid), [SENT]);
  const [left] = await store.pupils();
  assert.deepEqual([left.seed, left.personal_code, left.corrects, await store.read(NEW)], [[0.1, 0.2], "", undefined, null]);
});
