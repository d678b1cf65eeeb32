// @ts-check
// What was made on one device only, when another came first: kept apart until the child has decided about each thing.
import { addTogether, emptyDraft, places, removeMarks, setAnswers } from "./response_state.js";

/**
 * @typedef {import("./response_state.js").Draft} Draft
 * @typedef {import("./response_state.js").Mark} Mark
 * @typedef {{marks: Mark[], answers: Record<string, any>}} Things
 */

/** The same for the same mark, in whichever order the server tells its parts. @param {Mark} mark */
function likeness({ question, category, geometry, answers }) {
  const told = Object.entries(answers).filter(([variable]) => variable !== "together");
  return JSON.stringify([question, category, geometry.coordinates, told.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** @param {Things} one @param {Things} other @returns {Things} what `one` has and `other` has not */
export function onlyIn(one, other) {
  const known = new Set(other.marks.map(likeness));
  const differs = (/** @type {[string, any]} */ [variable, value]) => JSON.stringify(value) !== JSON.stringify(other.answers[variable]);
  return {
    marks: one.marks.filter((mark) => !known.has(likeness(mark))),
    answers: Object.fromEntries(Object.entries(one.answers).filter(differs)),
  };
}

/** @param {Things} things @returns {Mark[][]} its places and roads */
export const placesOf = ({ marks }) => places({ ...emptyDraft(""), marks });

/** @param {Things|undefined} things @returns {number} of places, roads and answers */
export const countOf = (things) => (things ? placesOf(things).length + Object.keys(things.answers).length : 0);

/** The draft with all of these too; an answer takes the place of the one that was there. @param {Draft} draft @param {Things} things */
export function withThings(draft, things) {
  return setAnswers(placesOf(things).reduce(addTogether, draft), things.answers);
}

/** @param {Draft|undefined} aside @param {Things} things @returns {Draft|undefined} undefined when there is nothing */
export function setAside(aside, things) {
  return countOf(things) ? withThings(aside || emptyDraft(""), things) : aside;
}

/** @param {Draft|undefined} aside @param {Things} things of `aside` @returns {Draft|undefined} undefined when nothing is left */
export function without(aside, things) {
  if (!aside) return undefined;
  const answers = Object.fromEntries(Object.keys(things.answers).map((variable) => [variable, null]));
  const left = setAnswers(removeMarks(aside, things.marks.map((mark) => mark.id)), answers);
  return countOf(left) ? left : undefined;
}

/**
 * Gives way to what another device made: this device goes on with that, and sets aside what only it had.
 * @param {import("./device_store.js").DeviceStore} store @param {string} uuid of the work here @param {Draft} there
 * @returns {Promise<Things>} what was set aside now
 */
export function giveWay(store, uuid, there) {
  return store.write(async (tables) => {
    const [pupil, here] = await Promise.all([tables.get("pupils", uuid), tables.get("drafts", uuid)]);
    const mine = onlyIn(here, there);
    const first = pupil.set_aside?.next_mark || 1;
    const aside = setAside(pupil.set_aside, mine);
    await tables.put("pupils", { ...pupil, ahead: undefined, set_aside: aside });
    if (there.uuid === uuid) await tables.put("drafts", there);
    await tables.remove("letters", uuid);
    return { marks: (aside?.marks || []).filter((/** @type {Mark} */ { id }) => id >= first), answers: mine.answers };
  });
}
