// @ts-check
// The language that a question is asked in, as the page says it around the question.

/** @param {ParentNode|null|undefined} place of a question @returns {{lang?: string, dir?: string}} as attributes; none where that is the reader's */
export function spokenIn(place) {
  const own = /** @type {HTMLElement|null|undefined} */ (place?.querySelector(":scope > [lang]"));
  return own ? { lang: own.lang, dir: own.dir } : {};
}

/** @param {ParentNode|null|undefined} place of a question @returns {HTMLElement|null} what says that it is not in the reader's language */
export const onlyIn = (place) => place?.querySelector(":scope > [lang] > .only-in") || null;

/** @param {HTMLElement|null} only @returns {{lang?: string, dir?: string}} the language of our own words beside it, as attributes */
export const oursBeside = (only) => (only ? { lang: only.lang, dir: only.dir } : {});

/** @param {HTMLElement|null} only @returns {(Node|string)[]} the same once more, for another place */
export const alsoThere = (only) => (only ? [" ", only.cloneNode(true)] : []);
