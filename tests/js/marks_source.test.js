import assert from "node:assert/strict";
import { test } from "node:test";
import { change } from "../../static/js/planner/marks_source.js";

const many = Array.from({ length: 12_000 }, (_one, number) => number + 1);

/** A server that takes 5,000 at a time and says that it changed them, until `fails` says otherwise. @param {(call: number) => boolean} fails */
function server(fails) {
  const asked = /** @type {number[][]} */ ([]);
  globalThis.fetch = /** @type {any} */ (
    async (/** @type {string} */ _address, /** @type {{body: string}} */ { body }) => {
      const { ids } = JSON.parse(body);
      asked.push(ids);
      return fails(asked.length) || ids.length > 5000 ? { ok: false } : { ok: true, json: async () => ({ changed: ids }) };
    }
  );
  return asked;
}

test("more than the server takes at a time is sent in parts", async () => {
  const asked = server(() => false);
  assert.deepEqual(await change("/hide", "", many), { changed: many, whole: true });
  assert.deepEqual(asked.map((part) => part.length), [5000, 5000, 2000]);
});

test("where a part does not come through, what came before is told, and nothing is sent after", async () => {
  const asked = server((call) => call === 2);
  assert.deepEqual(await change("/hide", "", many), { changed: many.slice(0, 5000), whole: false });
  assert.equal(asked.length, 2);
});

test("a page that is being closed sends all parts at once", async () => {
  const asked = server(() => false);
  const sent = change("/delete", "", many, true);
  assert.equal(asked.length, 3);
  assert.equal((await sent).whole, true);
});
