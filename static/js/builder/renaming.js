// @ts-check
/** @typedef {import("./types.js").Questionnaire} Questionnaire */

const REFERENCES = ["answer", "marks"];

/**
 * Give a question another variable, also in the conditions and texts that name it.
 * @param {Questionnaire} document @param {string} before @param {string} after
 */
export function rename(document, before, after) {
  walk(document.pages, before, after);
}

/** @param {any} part @param {string} before @param {string} after */
function walk(part, before, after) {
  if (!part || typeof part !== "object") return;
  for (const [member, value] of Object.entries(part)) {
    if (member === "variable" && value === before) part[member] = after;
    else if (REFERENCES.includes(member) && typeof value === "string") part[member] = renamed(value, before, after);
    else if (typeof value === "string" && value.includes("{")) part[member] = value.replaceAll(`{${before}}`, `{${after}}`);
    else walk(value, before, after);
  }
}

/** Parts of a question, such as the rows of a table, have its variable with more behind. @param {string} name @param {string} before @param {string} after */
function renamed(name, before, after) {
  if (name === before) return after;
  return name.startsWith(`${before}_`) ? after + name.slice(before.length) : name;
}
