// @ts-check
// Changes to a questionnaire's document: each changes what it is given, and says which question or page it made.
import { findPage, findQuestion, everyQuestion } from "./finding.js";
import { newNames, newPageName } from "./minting.js";
/** @typedef {import("./types.js").Questionnaire} Questionnaire */
/** @typedef {import("./types.js").Question} Question */
/** @typedef {import("./types.js").Taken} Taken */

/** Only the languages of the questionnaire; its first where none of them is there. @param {any} part @param {string[]} languages @returns {any} */
export function inLanguages(part, languages) {
  if (Array.isArray(part)) return part.map((one) => inLanguages(one, languages));
  if (!part || typeof part !== "object") return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, name === "label" ? spoken(value, languages) : inLanguages(value, languages)]),
  );
}

/** @param {Record<string, string>} texts @param {string[]} languages */
function spoken(texts, languages) {
  const known = languages.filter((language) => texts[language]);
  if (known.length) return Object.fromEntries(known.map((language) => [language, texts[language]]));
  return texts.en ? { [languages[0]]: texts.en } : {};
}

/**
 * @param {Questionnaire} document @param {string} type @param {Record<string, any>} begins what a new one of this type has
 * @param {Taken} taken @returns {Question}
 */
export function newQuestion(document, type, begins, taken) {
  return { ...newNames(document, taken), type, label: {}, ...structuredClone(inLanguages(begins, document.languages)) };
}

/** @param {Questionnaire} document @param {Taken} taken @param {import("./types.js").Texts} title @param {number} [at] */
export function addPage(document, taken, title, at = document.pages.length) {
  const page = { name: newPageName(document, taken), title, questions: [] };
  document.pages.splice(at, 0, page);
  return page;
}

/** The same question once more, with names of its own. @param {Questionnaire} document @param {string} uid @param {Taken} taken */
export function duplicate(document, uid, taken) {
  const found = findQuestion(document, uid);
  if (!found) return undefined;
  const copy = structuredClone(found.question);
  found.list.splice(found.index + 1, 0, copy);
  const copies = [copy, ...(copy.followups ?? []), ...(copy.categories ?? []).flatMap(({ followups }) => followups ?? [])];
  for (const each of copies) {
    const names = newNames(document, taken);
    // What is asked about a mark keeps its variable, which is told apart by the question around it.
    each.uid = names.uid;
    if (each === copy) each.variable = names.variable;
  }
  return copy;
}

/** @param {Questionnaire} document @param {string} uid @returns {import("./types.js").Selection|undefined} what to look at instead */
export function removeQuestion(document, uid) {
  const found = findQuestion(document, uid);
  if (!found) return undefined;
  found.list.splice(found.index, 1);
  const next = found.list[found.index] ?? found.list[found.index - 1] ?? found.owner;
  return next ? { kind: "question", uid: next.uid } : { kind: "page", name: document.pages[found.page].name };
}

/** The last page stays. @param {Questionnaire} document @param {string} name @returns {import("./types.js").Selection|undefined} */
export function removePage(document, name) {
  const found = findPage(document, name);
  if (!found || document.pages.length < 2) return undefined;
  document.pages.splice(found.index, 1);
  return { kind: "page", name: document.pages[Math.min(found.index, document.pages.length - 1)].name };
}

/** One place up (-1) or down (1), over to the next page where this one ends. @param {Questionnaire} document @param {string} uid @param {-1|1} by */
export function shiftQuestion(document, uid, by) {
  const found = findQuestion(document, uid);
  if (!found) return false;
  const to = found.index + by;
  if (to >= 0 && to < found.list.length) return moveQuestion(document, uid, found.list, to);
  const page = found.owner ? undefined : document.pages[found.page + by];
  return page ? moveQuestion(document, uid, page.questions, by < 0 ? page.questions.length : 0) : false;
}

/** @param {Questionnaire} document @param {string} uid @param {Question[]} list among which it goes @param {number} at its place there, itself not counted */
export function moveQuestion(document, uid, list, at) {
  const found = findQuestion(document, uid);
  if (!found || (list === found.list && at === found.index)) return false;
  found.list.splice(found.index, 1);
  list.splice(at, 0, found.question);
  return true;
}

/** @param {Questionnaire} document @param {string} name @param {number} to */
export function movePage(document, name, to) {
  const found = findPage(document, name);
  if (!found || to < 0 || to >= document.pages.length || to === found.index) return false;
  document.pages.splice(found.index, 1);
  document.pages.splice(to, 0, found.page);
  return true;
}

/** Another language; a text that is there in no other stays out of it until it is translated. @param {Questionnaire} document @param {string} language */
export function addLanguage(document, language) {
  if (!document.languages.includes(language)) document.languages.push(language);
}

/** With all its texts. @param {Questionnaire} document @param {string} language */
export function removeLanguage(document, language) {
  if (document.languages.length < 2) return;
  const languages = document.languages.filter((one) => one !== language);
  strip(document, new Set(document.languages), language);
  document.languages = languages;
}

/** @param {any} part @param {Set<string>} languages @param {string} gone */
function strip(part, languages, gone) {
  if (!part || typeof part !== "object") return;
  for (const [member, value] of Object.entries(part)) {
    if (member === "columns" || member === "unread" || member === "languages") continue;
    if (isTexts(value, languages)) delete value[gone];
    else strip(value, languages, gone);
  }
}

/** @param {any} value @param {Set<string>} languages */
export function isTexts(value, languages) {
  if (!value || typeof value !== "object" || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([language, text]) => languages.has(language) && typeof text === "string");
}

/** How many questions there are, those about marks left out. @param {Questionnaire} document */
export function countQuestions(document) {
  return [...everyQuestion(document)].filter(({ owner }) => !owner).length;
}
