// @ts-check
// Where the circles that hide homes lie while somebody answers.

/** @typedef {Pick<Storage, "getItem"|"setItem"|"removeItem">} CircleMemory */

/** @param {[number, number]} seed whose they are */
export const circlesKey = (seed) => `circles ${seed}`;

/** As long as the tab. @returns {CircleMemory|null} */
export function tabMemory() {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** As long as the page, and nowhere but in it. @returns {CircleMemory} */
export function pageMemory() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) };
}

/** Nothing more is drawn by this respondent. @param {[number, number]} seed @param {CircleMemory|null} memory */
export const forgetCircles = (seed, memory) => memory?.removeItem(circlesKey(seed));
