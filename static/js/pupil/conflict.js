// @ts-check
import { t } from "../modules/texts.js";
import { addMarks, draftFromServer } from "../modules/response_state.js";
import { join } from "./pupil_api.js";
import { ask } from "./sheet.js";

/**
 * @typedef {import("../modules/response_state.js").Draft} Draft
 * @typedef {import("../modules/response_state.js").Mark} Mark
 */

/** The same for the same mark, in whichever order the server tells its parts. @param {Mark} mark */
function likeness({ question, category, geometry, answers }) {
  const told = Object.entries(answers).filter(([variable]) => variable !== "together");
  return JSON.stringify([question, category, geometry.coordinates, told.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** @param {Draft} here @param {Draft} there @returns {Mark[]} what only this device has */
export function onlyHere(here, there) {
  const known = new Set(there.marks.map(likeness));
  return here.marks.filter((mark) => !known.has(likeness(mark)));
}

/**
 * Another device came first. Shows what it made, keeps what was made here, and lets the child decide about putting them together.
 * @param {import("./app.js").PupilApp} app @param {import("./pupil_work.js").PupilWork} work
 */
export async function settleConflict(app, work) {
  const { pupil, draft: here, store } = work;
  const answer = await join(pupil.class_code, pupil.personal_code);
  if (!("joined" in answer) || !answer.joined.response) return;
  const there = draftFromServer(answer.joined.response);
  const mine = onlyHere(here, there);
  await store.changePupil(pupil.uuid, { ahead: undefined, set_aside: [...(pupil.set_aside || []), here].slice(-3) });
  await store.takeOver(there);
  await work.refresh();
  work.tell();
  if (!mine.length) return;
  if (there.complete) return app.toasts.show(t("You have already sent your work from another device. What you made here is kept too."));
  if (await wantsBoth(mine.length)) await work.change((draft) => addMarks(draft, mine));
}

/** @param {number} count */
function wantsBoth(count) {
  return ask({
    title: t("You have worked on another device too"),
    text: [
      t("We have fetched what you made there."),
      count === 1 ? t("1 thing was made only here. Do you want to take it along?") : t("{count} things were made only here. Do you want to take them along?", { count }),
    ],
    yes: t("Take along"),
    no: t("No, thank you"),
  });
}
