import assert from "node:assert/strict";
import { test } from "node:test";
import { askedIn, readAskedIn, spokenAsAsked } from "../../static/js/pupil/asked_in.js";

/** @param {string} language @param {string[]} languages @returns {any} */
const page = (language, languages) => ({ language, questionnaire: { languages } });

test("questions are asked in the page's language where they have it", () => {
  assert.equal(askedIn(page("so", ["nb", "so"])), "so");
  readAskedIn(page("nn", ["nb", "nn"]));
  assert.deepEqual(spokenAsAsked(), {});
});

test("else in bokmål, or in the first they have, and their words say so", () => {
  assert.equal(askedIn(page("ar", ["en", "nb"])), "nb");
  readAskedIn(page("ar", ["en", "nn"]));
  assert.deepEqual(spokenAsAsked(), { lang: "en", dir: "auto" });
});
