// @ts-check
import { isTexts } from "./editing.js";
/** @typedef {{path: (string|number)[], texts: import("./types.js").Texts}} Placed */

/** What has no texts, though its members may look like languages. */
const NO_TEXTS = ["columns", "unread", "languages"];

/** Every text of the questionnaire with its place, in the order in which they stand. @param {import("./types.js").Questionnaire} document @returns {Placed[]} */
export function everyText(document) {
  return [...within(document, [], new Set(document.languages))];
}

/** @param {any} part @param {(string|number)[]} path @param {Set<string>} languages @returns {Generator<Placed>} */
function* within(part, path, languages) {
  if (!part || typeof part !== "object") return;
  if (isTexts(part, languages)) {
    yield { path, texts: part };
    return;
  }
  const entries = Array.isArray(part) ? [...part.entries()] : Object.entries(part);
  for (const [member, value] of entries) if (!NO_TEXTS.includes(String(member))) yield* within(value, [...path, member], languages);
}

/** @param {any} document @param {(string|number)[]} path */
export function at(document, path) {
  return path.reduce((part, member) => part[member], document);
}
