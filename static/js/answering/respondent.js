// @ts-check
// Whose answer lies on this device, for one survey.
import { newSeed } from "../modules/new_seed.js";
import { draftFromServer, emptyDraft } from "../modules/response_state.js";
import { newUuid } from "../modules/uuid.js";
import { SurveyWork } from "./survey_work.js";
import { toldByAddress } from "./told_by_address.js";

/**
 * @typedef {import("../modules/device_store.js").DeviceStore} DeviceStore
 * @typedef {import("../modules/device_store.js").Pupil} Respondent kept as a pupil is, without class or nickname
 * @typedef {import("./types.js").SurveyData} SurveyData
 * @typedef {{store: DeviceStore, outbox: import("../modules/outbox.js").Outbox, data: SurveyData}} Here
 */

/** The one who answered this survey here last, and has not left. @param {Here} here @returns {Promise<Respondent|undefined>} */
export async function lastRespondent({ store, data }) {
  const all = await store.pupils();
  return all.find(({ sender, signed_in, class_code, ticket }) => signed_in && !class_code && String(sender.activity) === data.activity && isSame(ticket, data));
}

/** Two who share a browser come with a code each. @param {string|undefined} ticket @param {SurveyData} data */
const isSame = (ticket, data) => !data.ticket || ticket === data.ticket;

/** @param {SurveyData} data @returns {import("../modules/response_state.js").Sender} */
const senderFor = ({ activity, questionnaire_version, language }) => ({ activity, questionnaire_version, language });

/** What this browser shows beside an answer, where it came by a way of its own. @param {SurveyData} data */
const shown = ({ ticket }) => (ticket ? { ticket } : {});

/** @param {SurveyData} data @param {string} uuid @returns {Respondent} */
function respondentFor(data, uuid) {
  return { uuid, class_code: "", nickname: "", personal_code: "", seed: newSeed(), sender: senderFor(data), signed_in: true, joined_at: Date.now(), ...shown(data) };
}

/** Whoever answered here before leaves what is not sent to the outbox. @param {Here} here */
export async function beginAnew(here) {
  const uuid = newUuid();
  const before = await lastRespondent(here);
  if (before) await here.store.signOut(before.uuid);
  await here.store.addPupil(respondentFor(here.data, uuid), { ...emptyDraft(uuid), answers: toldByAddress(here.data) });
  if (here.store.lasting) void navigator.storage?.persist?.();
  return openWork(here, uuid);
}

/**
 * Goes on with what was begun on another device, or here and is newer than that.
 * @param {Here} here @param {any} stored the answer as the server has it @param {boolean} isChosen the respondent wants that one, not what is here
 */
export async function goOnWith(here, stored, isChosen) {
  const known = isChosen ? await here.store.read(stored.uuid) : await afterSending(here, stored.uuid);
  const before = await lastRespondent(here);
  if (before && before.uuid !== stored.uuid) await here.store.signOut(before.uuid);
  if (!known) await here.store.addPupil(respondentFor(here.data, stored.uuid), draftFromServer(stored));
  else if (isChosen || known.draft.revision < stored.revision) {
    await here.store.takeOver(draftFromServer(stored));
    await here.store.changePupil(stored.uuid, { ahead: undefined });
  }
  return goOn(here, stored.uuid);
}

/** What lies here of an answer, once what waits is sent: a code may be typed where it was asked for. @param {Here} here @param {string} uuid */
async function afterSending({ store, outbox }, uuid) {
  if ((await store.read(uuid))?.letter) await outbox.nudge(true);
  return store.read(uuid);
}

/** Goes on with what lies here; the page may be in another language, or of another version, than before. @param {Here} here @param {string} uuid */
export async function goOn(here, uuid) {
  const before = await here.store.read(uuid);
  await here.store.changePupil(uuid, { sender: senderFor(here.data), signed_in: true, ...shown(here.data) });
  const work = await openWork(here, uuid);
  const isUnderWay = work.draft.revision && !work.draft.complete;
  if (isUnderWay && before?.pupil.sender.language !== here.data.language) await work.change((draft) => draft);
  return work;
}

/** @param {Here} here @param {string} uuid */
async function openWork({ store, outbox }, uuid) {
  const stored = await store.read(uuid);
  if (!stored) throw new Error(`nothing is stored for ${uuid}`);
  const work = new SurveyWork(store, outbox, stored.pupil, stored.draft);
  work.letter = stored.letter;
  return work;
}
