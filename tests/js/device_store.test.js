import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";
import { DeviceStore } from "../../static/js/modules/device_store.js";
import { IndexedDbBackend } from "../../static/js/modules/indexeddb_backend.js";
import { emptyDraft, setAnswers } from "../../static/js/modules/response_state.js";

const FOX = "0b9f4c5e-8d7a-4f3b-9a52-2f4b8f9a3c11";
const PUPIL = { uuid: FOX, class_code: "AB12CD", nickname: "fox", personal_code: "x", seed: [1, 2], signed_in: true, joined_at: 1, sender: { activity: 1, questionnaire_version: 1, language: "nb" } };
const tell = (draft) => setAnswers(draft, { mode: "walk" });
let databases = 0;

async function joined() {
  const store = new DeviceStore(new IndexedDbBackend(`device ${++databases}`));
  await store.addPupil(PUPIL, emptyDraft(FOX));
  return store;
}

test("whoever leaves the page in the same instant leaves the whole change with the database", async () => {
  const written = [];
  const rows = { pupils: PUPIL, drafts: emptyDraft(FOX) };
  const put = (name, row) => {
    written.push([name, row.revision]);
    return new Promise(() => {});
  };
  const unheard = { lasting: true, run: (_mode, work) => work({ get: async (name) => rows[name], put }) };
  const draft = await new DeviceStore(unheard).change(FOX, tell);
  assert.equal(draft.revision, 1);
  assert.deepEqual(written, [["pupils", undefined], ["drafts", 1], ["letters", 1]]);
});

test("a change is on the disk when it is said to be", async () => {
  const store = await joined();
  await store.change(FOX, tell);
  const again = new DeviceStore(new IndexedDbBackend(`device ${databases}`));
  const { draft, letter } = await again.read(FOX);
  assert.deepEqual([draft.answers, draft.revision, letter.revision], [{ mode: "walk" }, 1, 1]);
});

for (const [how, fail] of Object.entries({
  "at once": () => {
    throw new DOMException("full", "QuotaExceededError");
  },
  later: (table, request) => {
    table.transaction.abort();
    return request;
  },
})) {
  test(`where the disk is full and says so ${how}, what is told is kept in memory`, async () => {
    const store = await joined();
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      return fail(this, put.apply(this, given));
    };
    try {
      const draft = await store.change(FOX, tell);
      assert.deepEqual([draft.answers, store.lasting], [{ mode: "walk" }, false]);
      assert.deepEqual((await store.read(FOX)).draft.answers, { mode: "walk" });
    } finally {
      IDBObjectStore.prototype.put = put;
    }
  });
}
