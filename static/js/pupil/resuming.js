// @ts-check
import { t } from "../modules/texts.js";
import { receiptOf, takePlace } from "../modules/corrections.js";
import { newSeed } from "../modules/new_seed.js";
import { draftFromServer, emptyDraft } from "../modules/response_state.js";
import { onlyIn, setAside } from "../modules/set_aside.js";
import { newUuid } from "../modules/uuid.js";
import { PracticeWork, PupilWork } from "./pupil_work.js";

/**
 * @typedef {import("./app.js").PupilApp} PupilApp
 * @typedef {import("./pupil_api.js").Joined} Joined
 * @typedef {import("../modules/device_store.js").Pupil} Pupil
 * @typedef {NonNullable<PupilApp["store"]>} Store
 */

/**
 * Begins or goes on for the pupil the server has let in.
 * @param {PupilApp} app @param {Joined} joined @returns {Promise<PupilWork>}
 */
export async function workFor(app, joined) {
  const store = /** @type {Store} */ (app.store);
  const here = rowHere(await store.pupils(), joined);
  const stays = here && (!joined.response || isAhead(here, joined));
  const uuid = stays ? here.uuid : joined.response?.uuid || newUuid();
  if (!here) await store.addPupil(pupilOf(app, joined, uuid), draftOf(joined, uuid));
  else if (here.uuid === uuid) await goOnHere(app, here, joined);
  else await replaceHere(app, here, joined, uuid);
  void navigator.storage?.persist?.();
  return openWork(app, uuid);
}

/** @param {Pupil} pupil @param {Joined} joined @returns {boolean} whether this device corrects what the server has */
const isAhead = ({ corrects }, { response }) => Boolean(corrects) && corrects?.uuid === response?.uuid;

/** What this device knows of the pupil: the response itself, its correction, what it corrects, or another of the same pupil. @param {Pupil[]} rows @param {Joined} joined */
function rowHere(rows, joined) {
  const { uuid, corrects } = joined.response || { uuid: undefined, corrects: undefined };
  return (
    rows.find((row) => isAhead(row, joined)) ||
    rows.find((row) => row.uuid === uuid) ||
    rows.find((row) => row.sender.pupil === joined.token || (corrects && row.uuid === corrects))
  );
}

/** @param {PupilApp} app @param {Pupil} here @param {Joined} joined */
async function goOnHere(app, here, joined) {
  const store = /** @type {Store} */ (app.store);
  const pupil = { ...pupilOf(app, joined, here.uuid), ...here, ...identityOf(app, joined, here.sender.replaces), signed_in: true };
  const known = await store.read(here.uuid);
  if (!known) return store.addPupil(pupil, draftOf(joined, here.uuid));
  await store.changePupil(here.uuid, pupil);
  // What the server has beyond this device is taken over, unless something here still waits to be sent.
  const { uuid, revision } = joined.response || { uuid: "", revision: 0 };
  const behind = uuid === here.uuid && !known.letter && revision > known.draft.revision;
  return behind ? store.takeOver(draftOf(joined, here.uuid)) : undefined;
}

/** The pupil has gone on with another response elsewhere. Home circles stay where they were, and nothing made here is lost. @param {PupilApp} app @param {Pupil} here @param {Joined} joined @param {string} uuid */
async function replaceHere(app, here, joined, uuid) {
  const store = /** @type {Store} */ (app.store);
  const draft = draftOf(joined, uuid);
  const known = await store.read(here.uuid);
  const nothing = { marks: [], answers: {} };
  const left = known?.letter ? onlyIn(onlyIn(known.draft, draft), here.set_aside || nothing) : nothing;
  const pupil = { ...pupilOf(app, joined, uuid), seed: here.seed, intro_done: here.intro_done, set_aside: setAside(here.set_aside, left) };
  await takePlace(store, here.uuid, pupil, draft);
}

/** @param {Joined} joined @param {string} uuid */
function draftOf({ response }, uuid) {
  return response ? draftFromServer(response) : emptyDraft(uuid);
}

/** @param {PupilApp} app @param {Joined} joined @param {string} uuid @returns {Pupil} as one new on this device */
function pupilOf(app, joined, uuid) {
  const { corrects, complete } = joined.response || {};
  const row = { uuid, class_code: app.page.class_code, ...identityOf(app, joined), seed: newSeed(), signed_in: true, joined_at: Date.now() };
  return corrects && !complete ? { ...row, corrects: { uuid: corrects, draft: null } } : row;
}

/** @param {PupilApp} app @param {Joined} joined @param {string} [known] receipt of what is corrected, as this device has it */
function identityOf(app, { token, nickname, personal_code, receipt, response }, known) {
  const replaces = known || (response?.corrects ? receiptOf(personal_code) : undefined);
  return { nickname, personal_code, sender: senderFor(app, token, replaces), ...(receipt ? { receipt } : {}) };
}

/** @param {PupilApp} app @param {string} token @param {string} [replaces] receipt of what is corrected @returns {import("../modules/response_state.js").Sender} */
export function senderFor({ page }, token, replaces) {
  return {
    activity: page.activity,
    questionnaire_version: page.questionnaire_version,
    language: page.language,
    class_code: page.class_code,
    pupil: token,
    ...(replaces ? { replaces } : {}),
  };
}

/** @param {PupilApp} app @param {string} uuid */
export async function openWork(app, uuid) {
  const { store, outbox } = app;
  const stored = store && (await store.read(uuid));
  if (!store || !outbox || !stored) throw new Error(`nothing is stored for ${uuid}`);
  const work = new PupilWork(store, outbox, stored.pupil, stored.draft);
  work.letter = stored.letter;
  return work;
}

/** @param {PupilApp} app */
export function practiceWork(app) {
  const { class_code } = app.page;
  const nickname = t("Practice");
  return new PracticeWork({
    uuid: newUuid(), class_code, nickname, personal_code: "", seed: newSeed(), sender: senderFor(app, ""), signed_in: true, joined_at: 0,
  });
}
