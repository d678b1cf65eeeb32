// @ts-check
import { IndexedDbBackend } from "./indexeddb_backend.js";
import { letterFor } from "./letter.js";
import { MemoryBackend, copiedToMemory } from "./memory_backend.js";
import { STORES } from "./stores.js";

/**
 * @typedef {import("./response_state.js").Draft} Draft
 * @typedef {import("./response_state.js").Sender} Sender
 * @typedef {{uuid: string, class_code: string, nickname: string, personal_code: string, seed: [number, number], sender: Sender,
 *   signed_in: boolean, joined_at: number, receipt?: string, ahead?: number, sent_elsewhere?: boolean,
 *   intro_done?: boolean, set_aside?: Draft, corrects?: import("./corrections.js").Corrected, ticket?: string}} Pupil
 *   `ahead`: the revision the server had when it said that another device is ahead; `sent_elsewhere`: what is
 *   corrected here came first from another device; `set_aside`: what was made on one
 *   device only, and is in neither's work; `corrects`: what was handed in, while a correction of it is under way;
 *   `ticket`: by which way a respondent came, shown beside every letter and never in it
 * @typedef {import("./letter.js").Letter} Letter
 */

/** Pupils, their drafts and their unsent letters on this device. A draft and its letter are always written together. */
export class DeviceStore {
  /** @param {IndexedDbBackend|MemoryBackend} [backend] */
  constructor(backend = new IndexedDbBackend("lokalkjent")) {
    this.backend = backend;
  }

  /** False once the device would not keep things: then all lives only as long as the page. */
  get lasting() {
    return this.backend.lasting;
  }

  /** @param {Pupil} pupil @param {Draft} draft */
  addPupil(pupil, draft) {
    return this.write(async (tables) => {
      await tables.put("pupils", pupil);
      await tables.put("drafts", draft);
    });
  }

  /** @param {string} uuid @returns {Promise<{pupil: Pupil, draft: Draft, letter: Letter|undefined}|null>} */
  read(uuid) {
    return this.backend.run("readonly", async (tables) => {
      const [pupil, draft, letter] = await Promise.all(STORES.map((store) => tables.get(store, uuid)));
      return pupil && draft ? { pupil, draft, letter } : null;
    });
  }

  /** @returns {Promise<Pupil[]>} newest first */
  async pupils() {
    const all = await this.backend.run("readonly", (tables) => tables.all("pupils"));
    return all.sort((a, b) => b.joined_at - a.joined_at);
  }

  /** @returns {Promise<Letter[]>} */
  letters() {
    return this.backend.run("readonly", (tables) => tables.all("letters"));
  }

  /**
   * Changes the newest draft, whichever tab made it, and puts it into the outbox as the next revision.
   * @param {string} uuid @param {(draft: Draft) => Draft} edit
   * @param {(pupil: Pupil) => Partial<Pupil>} [alsoOf] what changes of the pupil with it @returns {Promise<Draft>}
   */
  change(uuid, edit, alsoOf = () => ({})) {
    return this.write(async (tables) => {
      const [pupil, before, letter] = await Promise.all(STORES.map((store) => tables.get(store, uuid)));
      if (!pupil || !before) throw new ErasedError(uuid);
      const draft = { ...edit(before), uuid, revision: before.revision + 1 };
      const after = { ...pupil, ...alsoOf(pupil) };
      // Nothing is waited for: whoever leaves the page in the same instant leaves all of it with the database.
      void tables.put("pupils", after);
      void tables.put("drafts", draft);
      void tables.put("letters", letterFor(draft, after, letter));
      return draft;
    });
  }

  /** @param {string} uuid @param {Partial<Pupil>|((pupil: Pupil) => Partial<Pupil>)} changes */
  changePupil(uuid, changes) {
    return this.write(async (tables) => {
      const pupil = await tables.get("pupils", uuid);
      if (pupil) await tables.put("pupils", { ...pupil, ...(typeof changes === "function" ? changes(pupil) : changes) });
    });
  }

  /**
   * Somebody else takes the tablet. Of a pupil without unsent work only the seed remains, so that a circle made later on
   * this device falls on the same spot; of one with unsent work all remains until it is sent.
   * @param {string} uuid
   */
  signOut(uuid) {
    return this.write(async (tables) => {
      const [pupil, letter] = await Promise.all([tables.get("pupils", uuid), tables.get("letters", uuid)]);
      if (pupil) await tables.put("pupils", { ...pupil, signed_in: false });
      if (pupil && !letter) await forgetWork(tables, pupil);
    });
  }

  /**
   * Takes over what the server has, for the same response on another device.
   * @param {Draft} draft
   */
  takeOver(draft) {
    return this.write(async (tables) => {
      await tables.put("drafts", draft);
      await tables.remove("letters", draft.uuid);
    });
  }

  /**
   * What is here counts, and goes as the next revision after what the server has.
   * @param {string} uuid @param {number} revision there
   */
  goPast(uuid, revision) {
    return this.write(async (tables) => {
      const draft = await tables.get("drafts", uuid);
      if (!draft) throw new ErasedError(uuid);
      await tables.put("drafts", { ...draft, revision });
      await tables.remove("letters", uuid);
    });
  }

  /**
   * The server has this revision. A newer letter, written meanwhile, stays.
   * @param {Letter} letter @param {{receipt?: string, ahead?: number}} news
   */
  delivered(letter, news) {
    return this.write(async (tables) => {
      const waiting = await tables.get("letters", letter.uuid);
      if (waiting && waiting.revision <= letter.revision) await tables.remove("letters", letter.uuid);
      // A refused letter that was corrected needs no teacher any more.
      if (letter.complete && letter.after) await tables.remove("letters", letter.after);
      const pupil = await tables.get("pupils", letter.uuid);
      if (!pupil) return news.ahead ? holdCorrection(tables, letter.uuid) : undefined;
      const told = news.receipt || news.ahead ? news : {};
      const done = letter.complete && !news.ahead ? { corrects: undefined } : {};
      await tables.put("pupils", { ...pupil, ...told, ...done });
      if (!pupil.signed_in && waiting?.revision === letter.revision) await forgetWork(tables, pupil);
    });
  }

  /** @param {Letter} letter @param {Partial<Letter>} changes */
  changeLetter(letter, changes) {
    return this.write(async (tables) => {
      const waiting = await tables.get("letters", letter.uuid);
      if (waiting && waiting.revision === letter.revision) await tables.put("letters", { ...waiting, ...changes });
    });
  }

  /** Erased with what it corrects, should that still wait to be sent. @param {string} uuid */
  erase(uuid) {
    return this.write(async (tables) => {
      const pupil = await tables.get("pupils", uuid);
      let before = pupil?.corrects?.uuid;
      for (const store of STORES) await tables.remove(store, uuid);
      while (before) {
        const letter = await tables.get("letters", before);
        await tables.remove("letters", before);
        before = letter?.after;
      }
    });
  }

  /**
   * Full disk, private window, storage switched off: go on in memory and say so, rather than lose what was just drawn.
   * @template T @param {(tables: import("./memory_backend.js").Tables) => Promise<T>} work @returns {Promise<T>}
   */
  async write(work) {
    try {
      return await this.backend.run("readwrite", work);
    } catch (error) {
      if (!this.lasting || error instanceof ErasedError) throw error;
      this.backend = await copiedToMemory(this.backend);
      return this.backend.run("readwrite", work);
    }
  }
}

export class ErasedError extends Error {}

/** @param {import("./memory_backend.js").Tables} tables @param {Pupil} pupil */
async function forgetWork(tables, { uuid, class_code, seed, joined_at, sender }) {
  await tables.put("pupils", { uuid, class_code, seed, joined_at, signed_in: false, nickname: "", personal_code: "", sender: { ...sender, pupil: "" } });
  await tables.remove("drafts", uuid);
}

/**
 * Another device came first with what is being corrected here. The correction waits until the child has heard of it.
 * @param {import("./memory_backend.js").Tables} tables @param {string} uuid of what is corrected
 */
async function holdCorrection(tables, uuid) {
  const pupil = (await tables.all("pupils")).find((/** @type {Pupil} */ { corrects }) => corrects?.uuid === uuid);
  if (!pupil) return;
  await tables.put("pupils", { ...pupil, sent_elsewhere: true });
  const letter = await tables.get("letters", pupil.uuid);
  if (letter) await tables.put("letters", { ...letter, held: true });
}

/** @returns {Promise<DeviceStore>} in the database where the device has one that works, else in memory */
export async function openDeviceStore() {
  const backend = new IndexedDbBackend("lokalkjent");
  try {
    await backend.open();
    return new DeviceStore(backend);
  } catch {
    return new DeviceStore(new MemoryBackend());
  }
}
