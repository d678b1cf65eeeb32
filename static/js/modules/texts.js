// @ts-check
// The page's strings in the reader's language: English in the source, the rest from the page's own JSON.

/** @type {Record<string, string>} */
let table = {};

/** Reads the strings the layout put into the page. */
export function loadTexts(element = document.getElementById("texts")) {
  table = element?.textContent ? JSON.parse(element.textContent) : {};
}

/**
 * The text in the reader's language, with {name} filled from `values`.
 * @param {string} text @param {Record<string, string | number>} [values]
 */
export function t(text, values = {}) {
  return (table[text] || text).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
