// Custom properties that a theme has and no style sheet of ours asks for.

const ASKED = /var\(\s*(--[\w-]+)/g;
const SET = /(?<=[{;])(--[\w-]+):((?:[^;{}"']|"[^"]*"|'[^']*')*)(?:;|(?=\}))/g;

/**
 * The style sheets without them; one may be asked for in another sheet than it is set in.
 * @param {string[]} sheets minified @returns {string[]}
 */
export function withoutUnused(sheets) {
  const asked = new Set(sheets.flatMap((sheet) => [...sheet.matchAll(ASKED)].map(([, name]) => name)));
  const kept = sheets.map((sheet) => sheet.replace(SET, (whole, name) => (asked.has(name) ? whole : "")));
  return kept.join("").length < sheets.join("").length ? withoutUnused(kept) : kept;
}
