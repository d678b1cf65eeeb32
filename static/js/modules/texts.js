// @ts-check
// The page's strings in the reader's language: English in the source, the rest from the page's own JSON.

/** @type {Record<string, string|Record<string, string>>} one and many: by the language's own plural categories */
let table = {};

/** Reads the strings the layout put into the page. */
export function loadTexts(element = document.getElementById("texts")) {
  table = element?.textContent ? JSON.parse(element.textContent) : {};
}

/**
 * Draws in another language than the page's own.
 * @template T @param {HTMLElement|null} strings where the layout put those of that language @param {() => T} draw
 */
export function speaking(strings, draw) {
  const own = table;
  loadTexts(strings);
  try {
    return draw();
  } finally {
    table = own;
  }
}

/**
 * The text in the reader's language, with {name} filled from `values`; where the server says the same, as it is written
 * there: %(name)s.
 * @param {string} text @param {Record<string, string | number>} [values]
 */
export function t(text, values = {}) {
  return filled(/** @type {string} */ (table[text]) || text, values);
}

/**
 * One or many, in as many forms as the reader's language has.
 * @param {string} one @param {string} many @param {number} count @param {Record<string, string | number>} [values]
 */
export function tn(one, many, count, values = {}) {
  const forms = table[`${one} | ${many}`];
  if (!forms) return filled(count === 1 ? one : many, values);
  const category = new Intl.PluralRules(document.documentElement.lang).select(count);
  // A browser that does not know the language may say a category that it lacks: then as for none, which comes first.
  return filled(/** @type {Record<string, string>} */ (forms)[category] || Object.values(forms)[0], values);
}

/** @param {string} text @param {Record<string, string | number>} values */
function filled(text, values) {
  return text.replace(/\{(\w+)\}|%\((\w+)\)s/g, (whole, ours, servers) => ((ours || servers) in values ? String(values[ours || servers]) : whole));
}
