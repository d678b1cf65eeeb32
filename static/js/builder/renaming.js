// @ts-check
import { everyQuestion, findQuestion } from "./finding.js";
/** @typedef {import("./types.js").Questionnaire} Questionnaire */

const REFERENCES = ["answer", "marks"];

/**
 * Give a question another variable, also in the conditions and texts that name it. What is asked about marks may share its
 * variable with what is asked about others: these keep theirs.
 * @param {Questionnaire} document @param {string} uid @param {string} variable
 */
export function rename(document, uid, variable) {
  const found = findQuestion(document, uid);
  if (!found) return;
  const before = found.question.variable;
  found.question.variable = variable;
  const shared = [...everyQuestion(document)].some(({ question }) => question.variable === before);
  walk(shared && found.owner ? found.owner : document.pages, before, variable);
}

/** @param {any} part @param {string} before @param {string} after */
function walk(part, before, after) {
  if (!part || typeof part !== "object") return;
  for (const [member, value] of Object.entries(part)) {
    if (REFERENCES.includes(member) && typeof value === "string") part[member] = renamed(value, before, after);
    else if (typeof value === "string" && value.includes("{")) part[member] = value.replaceAll(`{${before}}`, `{${after}}`);
    else walk(value, before, after);
  }
}

/** Parts of a question, such as the rows of a table, have its variable with more behind. @param {string} name @param {string} before @param {string} after */
function renamed(name, before, after) {
  if (name === before) return after;
  return name.startsWith(`${before}_`) ? after + name.slice(before.length) : name;
}
