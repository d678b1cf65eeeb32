// @ts-check
// What was handed in cannot be changed; a correction is a new response, begun as a copy, that takes its place once it is complete.
import { ErasedError } from "./device_store.js";
import { STORES, WORK } from "./stores.js";

/**
 * @typedef {import("./device_store.js").DeviceStore} DeviceStore
 * @typedef {import("./response_state.js").Draft} Draft
 * @typedef {{uuid: string, draft: Draft|null, replaces?: string}} Corrected what was handed in, to go back to; `draft` is
 *   null where the correction was begun on another device
 */

/** @param {string} code as it is shown @returns {string} as the server gives it as a receipt */
export const receiptOf = (code) => code.replace(/\s/g, "");

/**
 * Puts a copy of what was handed in under a new UUID in the pupil's place. A letter with what was handed in still goes first.
 * @param {DeviceStore} store @param {string} from what was handed in @param {string} to the correction
 */
export function beginCorrection(store, from, to) {
  return store.write(async (tables) => {
    const [pupil, draft] = await Promise.all([tables.get("pupils", from), tables.get("drafts", from)]);
    if (!pupil || !draft) throw new ErasedError(from);
    const { receipt: _, ahead: __, ...rest } = pupil;
    const corrects = { uuid: from, draft, replaces: pupil.sender.replaces };
    const sender = { ...pupil.sender, replaces: receiptOf(pupil.personal_code) };
    await tables.put("pupils", { ...rest, uuid: to, corrects, sender });
    await tables.put("drafts", { ...draft, uuid: to, revision: 0, complete: false });
    for (const name of WORK) await tables.remove(name, from);
  });
}

/**
 * Throws the correction away and goes back to what was handed in.
 * @param {DeviceStore} store @param {string} uuid of the correction
 * @returns {Promise<string|null>} the UUID of what was handed in; null where this device does not have it
 */
export function dropCorrection(store, uuid) {
  return store.write(async (tables) => {
    const { corrects, ahead: _, sent_elsewhere: __, ...pupil } = (await tables.get("pupils", uuid)) || {};
    const there = corrects?.draft ? corrects.uuid : uuid;
    for (const name of STORES) await tables.remove(name, uuid);
    await tables.put("pupils", { ...pupil, uuid: there, sender: { ...pupil.sender, replaces: corrects?.replaces } });
    if (corrects?.draft) await tables.put("drafts", corrects.draft);
    return corrects?.draft ? there : null;
  });
}

/**
 * Another response of the same pupil takes the place of `from` on this device; a letter of `from` stays until it is sent.
 * @param {DeviceStore} store @param {string} from @param {import("./device_store.js").Pupil} pupil @param {Draft} draft
 */
export function takePlace(store, from, pupil, draft) {
  return store.write(async (tables) => {
    for (const name of WORK) await tables.remove(name, from);
    await tables.put("pupils", pupil);
    await tables.put("drafts", draft);
  });
}
