// @ts-check
import { findPage, findQuestion, placeOf } from "./finding.js";
/** @typedef {import("./types.js").Selection} Selection */
/**
 * @typedef {object} Told something to mend, or worth a look
 * @property {Selection} selection whose properties it is about
 * @property {string} path of the field, or the nearest around it
 * @property {string} message
 * @property {boolean} stops it is not published like this
 * @property {string} heading what found it; none of what keeps the questionnaire from being whole
 * @property {string} language of the text, where it is about one
 */

/** @type {{looked?: any, document?: any, told: Told[]}} */
let last = { told: [] };

/** All there is to tell, what must be mended first. @param {import("./draft.js").Draft} draft @returns {Told[]} */
export function everythingTold({ document, looked }) {
  if (last.document !== document || last.looked !== looked) {
    const told = [...looked.problems.map((one) => lacking(document, one)), ...looked.findings.flatMap((one) => found(document, one) ?? [])];
    last = { document, looked, told };
  }
  return last.told;
}

/** What is new is not scolded for what it lacks before it is left. @param {import("./draft.js").Draft} draft */
export function toldAloud(draft) {
  return everythingTold(draft).filter(({ selection }) => selection.kind !== "question" || !draft.fresh.has(selection.uid));
}

/** @param {import("./draft.js").Draft} draft @param {Selection} selection */
export function toldOf(draft, selection) {
  return toldAloud(draft).filter((one) => isSame(one.selection, selection));
}

/** @param {Selection} one @param {Selection} other */
function isSame(one, other) {
  if (one.kind === "question") return other.kind === "question" && one.uid === other.uid;
  return one.kind === "page" ? other.kind === "page" && one.name === other.name : other.kind === "front";
}

/** @param {import("./types.js").Questionnaire} document @param {import("./types.js").Problem} problem @returns {Told} */
function lacking(document, { place, message }) {
  return { selection: placeOf(document, place), path: place, message, stops: true, heading: "", language: "" };
}

/** Nothing where what it is about is gone meanwhile. @param {import("./types.js").Questionnaire} document @param {import("./types.js").Finding} finding @returns {Told|undefined} */
function found(document, { page, question, member, ...told }) {
  const place = question ? findQuestion(document, question) : page ? findPage(document, page) : { path: "" };
  if (!place) return undefined;
  const selection = /** @type {Selection} */ (question ? { kind: "question", uid: question } : page ? { kind: "page", name: page } : { kind: "front" });
  return { ...told, selection, path: [place.path, member].filter(Boolean).join(".") };
}
