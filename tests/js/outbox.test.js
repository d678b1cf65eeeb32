import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { DeviceStore, ErasedError } from "../../static/js/modules/device_store.js";
import { IndexedDbBackend } from "../../static/js/modules/indexeddb_backend.js";
import { Outbox } from "../../static/js/modules/outbox.js";
import { addMarks, completed, emptyDraft } from "../../static/js/modules/response_state.js";

const FOX = "0b9f4c5e-8d7a-4f3b-9a52-2f4b8f9a3c11";
const OWL = "6c2b1f0a-1111-4abc-8def-0123456789ab";
const mark = { question: "places", category: "good", geometry: { type: "Point", coordinates: [5, 60] }, answers: {} };
const addOne = (draft) => addMarks(draft, [mark]);
let databases = 0;
let store;
let clock;
let requests;

beforeEach(() => {
  store = new DeviceStore(new IndexedDbBackend(`try ${++databases}`));
  clock = 1_000_000;
  requests = [];
});

const join = (uuid, nickname) =>
  store.addPupil(
    { uuid, class_code: "AB12CD", nickname, personal_code: "x", seed: "s", signed_in: true, joined_at: clock++,
      sender: { activity: 1, questionnaire_version: 1, language: "nb", class_code: "AB12CD", pupil: `token of ${nickname}` } },
    emptyDraft(uuid),
  );

const answer = (status, body, headers = {}) =>
  new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });
const accept = (uuid, body) => answer(201, { uuid, revision: body.revision, sha256: "-" });

/** A server that answers with `reply(uuid, body)`. */
function outbox(reply, options = {}) {
  const fetch = async (url, init) => {
    const uuid = url.split("/").at(-1);
    requests.push({ uuid, ...JSON.parse(init.body) });
    return reply(uuid, JSON.parse(init.body));
  };
  return new Outbox(store, { fetch, now: () => clock, random: () => 0.5, locks: null, ...options });
}

async function once(box, hurry = false) {
  await box.nudge(hurry);
  box.stop();
}

test("every finished mark is a new revision, and only the newest is sent", async () => {
  await join(FOX, "blue fox");
  await store.change(FOX, addOne);
  await store.change(FOX, addOne);
  await once(outbox(accept));
  assert.deepEqual(requests.map((request) => [request.revision, request.marks.length, request.complete]), [[2, 2, false]]);
  assert.deepEqual(await store.letters(), []);
});

test("what is written while a letter travels is sent after it", async () => {
  await join(FOX, "blue fox");
  await store.change(FOX, addOne);
  const box = outbox(async (uuid, body) => {
    if (body.revision === 1) await store.change(FOX, completed);
    return accept(uuid, body);
  });
  await box.nudge();
  assert.equal((await store.letters()).length, 1);
  await once(box);
  assert.deepEqual(requests.map((request) => request.revision), [1, 2]);
  assert.deepEqual(await store.letters(), []);
});

test("a login page with 200 changes nothing but the time of the next try", async () => {
  await join(FOX, "blue fox");
  await store.change(FOX, addOne);
  const box = outbox(() => answer(200, "<html>Welcome to our hotel"));
  const pauses = [];
  for (let round = 0; round < 8; round++) {
    await box.nudge();
    const [letter] = await store.letters();
    pauses.push((letter.not_before - clock) / 1000);
    clock = letter.not_before;
  }
  box.stop();
  assert.deepEqual(pauses, [2, 4, 8, 16, 32, 64, 120, 120]);
});

test("no network, and the letter is there after the page was opened again", async () => {
  await join(FOX, "blue fox");
  await store.change(FOX, addOne);
  await once(outbox(() => Promise.reject(new TypeError("Failed to fetch"))));
  store = new DeviceStore(new IndexedDbBackend(`try ${databases}`));
  clock += 60_000;
  await once(outbox(accept));
  assert.equal(requests.length, 2);
  assert.deepEqual(await store.letters(), []);
});

test("the network comes back while a letter is tried, and all that waits goes at once", async () => {
  await join(FOX, "blue fox");
  await join(OWL, "red owl");
  for (const uuid of [FOX, OWL]) await store.change(uuid, addOne);
  let reached = false;
  const box = outbox((uuid, body) => {
    if (!reached) throw new TypeError("no network");
    return accept(uuid, body);
  });
  await box.nudge();
  assert.equal((await store.letters()).length, 2);
  const [first] = await store.letters();
  await store.changeLetter(first, { not_before: clock });
  const trying = box.nudge();
  reached = true;
  await Promise.all([trying, box.nudge(true)]);
  box.stop();
  assert.deepEqual(await store.letters(), []);
});

test("a pause that the server asked for holds even when the child goes on or the network comes back", async () => {
  await join(FOX, "blue fox");
  await store.change(FOX, addOne);
  await once(outbox(() => answer(503, { error: "busy" }, { "Retry-After": "60" })));
  await store.change(FOX, addOne);
  await once(outbox(accept), true);
  assert.equal(requests.length, 1);
  clock += 62_000;
  await once(outbox(accept));
  assert.deepEqual(requests.map((request) => request.revision), [1, 2]);
});

test("a clock set back by a year does not stop the sending", async () => {
  await join(FOX, "blue fox");
  await store.change(FOX, addOne);
  clock += 365 * 86_400_000;
  await once(outbox(() => answer(500, "")));
  clock -= 365 * 86_400_000;
  await once(outbox(accept));
  assert.deepEqual(await store.letters(), []);
});

test("a refusal stays, is not tried again, and gives way to the next revision", async () => {
  await join(FOX, "blue fox");
  await store.change(FOX, addOne);
  const refusing = outbox(() => answer(422, { errors: [{ field: "marks[0]", message: "Outside the area" }] }));
  await refusing.nudge();
  await refusing.nudge(true);
  refusing.stop();
  assert.equal(requests.length, 1);
  assert.deepEqual((await store.letters())[0].refusal, { status: 422, messages: ["Outside the area"], problems: [{ field: "marks[0]", message: "Outside the area" }] });
  await store.change(FOX, addOne);
  await once(outbox(accept));
  assert.deepEqual(await store.letters(), []);
});

test("a conflict that the server kept ends the wait and is remembered", async () => {
  await join(FOX, "blue fox");
  await store.change(FOX, addOne);
  await once(outbox((uuid) => answer(409, { error: "ahead", uuid, revision: 8, kept: true })));
  assert.deepEqual(await store.letters(), []);
  assert.equal((await store.read(FOX)).pupil.ahead, 8);
});

test("two pupils on one tablet are sent each under their own name, also the one who handed it on", async () => {
  await join(FOX, "blue fox");
  await store.change(FOX, addOne);
  await store.changePupil(FOX, { signed_in: false });
  await join(OWL, "red owl");
  await store.change(OWL, completed);
  await once(outbox(accept));
  const sent = Object.fromEntries(requests.map((request) => [request.uuid, [request.pupil, request.marks.length]]));
  assert.deepEqual(sent, { [FOX]: ["token of blue fox", 1], [OWL]: ["token of red owl", 0] });
});

test("two tabs that write at once make two revisions and lose nothing", async () => {
  await join(FOX, "blue fox");
  const other = new DeviceStore(new IndexedDbBackend(`try ${databases}`));
  await Promise.all([store.change(FOX, addOne), other.change(FOX, addOne), store.change(FOX, addOne)]);
  const { draft } = await store.read(FOX);
  assert.deepEqual([draft.revision, draft.marks.map((each) => each.id)], [3, [1, 2, 3]]);
});

test("a browser that refuses locks, as in a frame on another site, does not keep the work back", async () => {
  await join(FOX, "blue fox");
  await store.change(FOX, addOne);
  const refuse = async () => Promise.reject(new DOMException("denied", "SecurityError"));
  await once(outbox(accept, { locks: { request: refuse } }));
  assert.equal(requests.length, 1);
});

test("another tab that is sending is left alone", async () => {
  await join(FOX, "blue fox");
  await store.change(FOX, addOne);
  await once(outbox(accept, { locks: { request: async (_name, _options, work) => work(null) } }));
  assert.equal(requests.length, 0);
});

test("the receipt of a handed-in response is kept", async () => {
  await join(FOX, "blue fox");
  await store.change(FOX, completed);
  await once(outbox((uuid, body) => answer(201, { uuid, revision: body.revision, receipt: "SOL BRO" })));
  assert.equal((await store.read(FOX)).pupil.receipt, "SOL BRO");
});

test("erased work is gone from every store, and a late change does not bring it back", async () => {
  await join(FOX, "blue fox");
  await store.change(FOX, addOne);
  await store.erase(FOX);
  await assert.rejects(store.change(FOX, addOne), ErasedError);
  assert.deepEqual([await store.letters(), await store.pupils(), await store.read(FOX)], [[], [], null]);
});

test("a full disk is said, and the work goes on in memory with all there was", async () => {
  await join(FOX, "blue fox");
  await store.change(FOX, addOne);
  const run = store.backend.run.bind(store.backend);
  store.backend.run = (mode, work) => (mode === "readwrite" ? Promise.reject(new DOMException("full", "QuotaExceededError")) : run(mode, work));
  const draft = await store.change(FOX, addOne);
  assert.deepEqual([store.lasting, draft.revision, draft.marks.length], [false, 2, 2]);
  await once(outbox(accept));
  assert.deepEqual(await store.letters(), []);
});

test("handing the tablet on keeps unsent work until it is sent, and then only the seed", async () => {
  await join(FOX, "blue fox");
  await store.change(FOX, addOne);
  await store.signOut(FOX);
  assert.equal((await store.read(FOX)).draft.marks.length, 1);
  await once(outbox(accept));
  assert.equal(await store.read(FOX), null);
  const [left] = await store.pupils();
  assert.deepEqual([left.seed, left.nickname, left.personal_code, left.sender.pupil], ["s", "", "", ""]);
});

test("the note of a personal code goes beside the answer and never in it", async () => {
  await store.addPupil(
    { uuid: FOX, class_code: "", nickname: "", personal_code: "", seed: "s", signed_in: true, joined_at: 1, ticket: "note.of.code",
      sender: { activity: "1", questionnaire_version: 1, language: "nb" } },
    emptyDraft(FOX),
  );
  await join(OWL, "ugle");
  await store.change(FOX, addOne);
  await store.change(OWL, addOne);
  const shown = {};
  const fetch = async (url, init) => {
    const uuid = url.split("/").at(-1);
    shown[uuid] = init.headers.Authorization;
    assert.ok(!init.body.includes("note.of.code"));
    return accept(uuid, JSON.parse(init.body));
  };
  await once(new Outbox(store, { fetch, now: () => clock, random: () => 0.5, locks: null }));
  assert.deepEqual(shown, { [FOX]: "Bearer note.of.code", [OWL]: undefined });
});

test("what is on its way to the disk belongs to the answer that counts", async () => {
  await join(FOX, "Fox");
  const changing = store.change(FOX, addOne);
  await store.goPast(FOX, 7);
  await changing;
  const { draft, letter } = await store.read(FOX);
  assert.deepEqual([draft.revision, draft.marks.length, letter], [7, 1, undefined]);
});

test("nothing is sent while something else is done with the server", async () => {
  const sender = outbox(accept, { locks: null });
  await join(FOX, "Fox");
  await store.change(FOX, addOne);
  const erased = sender.still(() => store.erase(FOX));
  await sender.nudge(true);
  await erased;
  assert.deepEqual(requests, []);
});
