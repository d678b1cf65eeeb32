// @ts-check
import { distance } from "./distance.js";
/** @typedef {{name: string, lon: number, lat: number}} Place */

const FOLDED = /** @type {Record<string, string>} */ ({ æ: "ae", ø: "o", å: "a", ð: "d", đ: "d", ŧ: "t" });

/** @param {string} text as a child with any keyboard may write it */
function folded(text) {
  return text
    .toLowerCase()
    .replace(/[æøåðđŧ]/g, (letter) => FOLDED[letter])
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** @param {string} name @param {string[]} words 0 = the name begins so, 1 = a word does, 2 = it is inside, 3 = not at all */
function rank(name, words) {
  if (name.startsWith(words.join(" "))) return 0;
  const starts = name.split(" ");
  if (words.every((word) => starts.some((start) => start.startsWith(word)))) return 1;
  return words.every((word) => name.includes(word)) ? 2 : 3;
}

/**
 * Places whose name matches what was typed, best first. Nothing leaves the device.
 * @param {string} typed
 * @param {Place[]} places
 * @param {number} [most]
 * @returns {Place[]}
 */
export function findPlace(typed, places, most = 8) {
  const words = folded(typed).split(" ").filter(Boolean);
  if (!words.length) return [];
  return places
    .map((place) => ({ place, rank: rank(folded(place.name), words) }))
    .filter((found) => found.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.place.name.localeCompare(b.place.name, "nb"))
    .slice(0, most)
    .map((found) => found.place);
}

/**
 * The named place nearest to a point, and how many metres away it is; null without places.
 * @param {[number, number]} coordinate
 * @param {Place[]} places
 */
export function nearestPlace(coordinate, places) {
  return places.reduce((/** @type {{place: Place, metres: number} | null} */ best, place) => {
    const metres = distance(coordinate, [place.lon, place.lat]);
    return best && best.metres <= metres ? best : { place, metres };
  }, null);
}
