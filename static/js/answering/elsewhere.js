// @ts-check
import { ask } from "./ask.js";
import { askForCode, fetchByCode } from "./calls.js";

/** @type {Promise<void>|null} */
let settling = null;

/**
 * Another device is ahead with the same answer: the respondent says which one counts, or it was sent from there already.
 * @param {import("./app.js").SurveyApp} app @param {import("./survey_work.js").SurveyWork} work
 */
export function settleElsewhere(app, work) {
  settling ??= settle(app, work).finally(() => (settling = null));
  return settling;
}

/** @param {import("./app.js").SurveyApp} app @param {import("./survey_work.js").SurveyWork} work */
async function settle(app, work) {
  const { uuid, ahead } = work.pupil;
  const given = await askForCode(uuid, app.data.own);
  if (given.status === 409) return sentThere(app, work);
  if (!given.code) return undefined;
  if ((await ask("elsewhere")) === "here") return keepThis(work, Number(ahead));
  const stored = await fetchByCode(app.data.activity, given.code, app.data.own);
  return "uuid" in stored ? app.goOnWith(stored, true) : undefined;
}

/** @param {import("./app.js").SurveyApp} app @param {import("./survey_work.js").SurveyWork} work */
async function sentThere(app, work) {
  await work.store.takeOver({ ...work.draft, complete: true });
  await work.refresh();
  await app.sent(work);
}

/** What is here goes as the next revision after the other's, which the server keeps aside. @param {import("./survey_work.js").SurveyWork} work @param {number} ahead */
async function keepThis(work, ahead) {
  await work.store.goPast(work.pupil.uuid, ahead);
  await work.change((draft) => draft, () => ({ ahead: undefined }));
}
