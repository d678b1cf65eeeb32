import assert from "node:assert/strict";
import { test } from "node:test";
import { loadTexts, t, tn } from "../../static/js/modules/texts.js";

/** @param {string} lang @param {object} table */
function page(lang, table) {
  globalThis.document = /** @type {any} */ ({ documentElement: { lang }, getElementById: () => null });
  loadTexts(/** @type {any} */ ({ textContent: JSON.stringify(table) }));
}
const roads = (/** @type {number} */ count) => tn("{count} road", "{count} roads", count, { count });

test("English stands in the source", () => {
  page("en", {});
  assert.equal(t("Hello {name}", { name: "fox" }), "Hello fox");
  assert.deepEqual([0, 1, 2].map(roads), ["0 roads", "1 road", "2 roads"]);
});

test("a language has as many forms as it has", () => {
  page("pl", { "Hello {name}": "Witaj {name}", "{count} road | {count} roads": { many: "{count} dróg", one: "{count} droga", few: "{count} drogi" } });
  assert.equal(t("Hello {name}", { name: "fox" }), "Witaj fox");
  assert.deepEqual([0, 1, 2, 5, 12, 22].map(roads), ["0 dróg", "1 droga", "2 drogi", "5 dróg", "12 dróg", "22 drogi"]);
  page("ar", { "{count} road | {count} roads": { zero: "z", one: "o", two: "t", few: "f", many: "m", other: "x" } });
  assert.deepEqual([0, 1, 2, 3, 11, 100].map(roads), ["z", "o", "t", "f", "m", "x"]);
});

test("a form the browser does not know of is as for none", () => {
  page("ar", { "{count} road | {count} roads": { other: "{count} waddo", one: "waddo" } });
  assert.deepEqual([1, 3].map(roads), ["waddo", "3 waddo"]);
});

test("a text that is missing stays as it is", () => {
  page("uk", {});
  assert.equal(roads(1), "1 road");
  assert.equal(t("Hello"), "Hello");
});
