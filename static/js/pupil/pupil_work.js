// @ts-check
import { emptyDraft } from "../modules/response_state.js";
import { workChannel } from "../modules/work_channel.js";

/**
 * @typedef {import("../modules/response_state.js").Draft} Draft
 * @typedef {import("../modules/device_store.js").Pupil} Pupil
 * @typedef {"nothing_yet"|"storing"|"stored_here"|"waiting_for_network"|"sent"|"not_kept"|"refused"|"practice"} Saving
 */

/** What one pupil makes in this tab. The device store has the truth; other tabs of the same pupil are heard and followed. */
export class PupilWork extends EventTarget {
  /**
   * @param {import("../modules/device_store.js").DeviceStore} store @param {import("../modules/outbox.js").Outbox} outbox
   * @param {Pupil} pupil @param {Draft} draft
   */
  constructor(store, outbox, pupil, draft) {
    super();
    this.store = store;
    this.outbox = outbox;
    this.pupil = pupil;
    this.draft = draft;
    /** @type {import("../modules/device_store.js").Letter|undefined} */
    this.letter = undefined;
    this.practice = false;
    /** @type {Promise<unknown>} until all that was changed is on the device */
    this.kept = Promise.resolve();
    /** @type {((draft: Draft) => Draft)[]} changes that are on their way to the device */
    this.coming = [];
    this.channel = workChannel();
    this.channel?.addEventListener("message", (event) => event.data === pupil.uuid && void this.refresh());
  }

  /**
   * @param {(draft: Draft) => Draft} edit @param {(pupil: Pupil) => Partial<Pupil>} [alsoOf] what changes of the pupil with it
   * @returns {Promise<Draft>} once it is stored on the device
   */
  change(edit, alsoOf) {
    const stored = this.keep(edit, alsoOf);
    this.kept = stored.catch(() => undefined);
    return stored;
  }

  /** @param {(draft: Draft) => Draft} edit @param {(pupil: Pupil) => Partial<Pupil>} [alsoOf] */
  async keep(edit, alsoOf) {
    // Until the device has it, the page must not go on saying that everything is sent.
    this.coming.push(edit);
    this.dispatchEvent(new Event("storing"));
    try {
      this.draft = await this.store.change(this.pupil.uuid, edit, alsoOf);
    } finally {
      this.coming.splice(this.coming.indexOf(edit), 1);
    }
    await this.refresh();
    this.tell();
    void this.outbox.nudge();
    return this.draft;
  }

  /** All that was told until now, also what is on its way to the device. @returns {Draft} */
  get told() {
    return this.coming.reduce((draft, edit) => edit(draft), this.draft);
  }

  /** Takes over what another tab or the outbox did. */
  async refresh() {
    const stored = await this.store.read(this.pupil.uuid);
    if (!stored) return this.dispatchEvent(new Event("erased"));
    this.draft = stored.draft;
    this.pupil = stored.pupil;
    this.letter = stored.letter;
    return this.dispatchEvent(new Event("change"));
  }

  tell() {
    this.channel?.postMessage(this.pupil.uuid);
  }

  close() {
    this.channel?.close();
  }

  /** @returns {Saving} */
  get saving() {
    if (this.coming.length) return "storing";
    if (this.draft.revision === 0) return "nothing_yet";
    if (!this.letter) return "sent";
    if (this.letter.refusal) return "refused";
    if (!this.store.lasting) return "not_kept";
    return this.letter.tries > 0 || !navigator.onLine ? "waiting_for_network" : "stored_here";
  }
}

/** Practice: the same work, stored nowhere and sent to nobody. */
export class PracticeWork extends EventTarget {
  /** @param {Pupil} pupil */
  constructor(pupil) {
    super();
    this.pupil = pupil;
    this.draft = emptyDraft(pupil.uuid);
    this.letter = undefined;
    this.practice = true;
    this.kept = Promise.resolve();
  }

  /** @param {(draft: Draft) => Draft} edit */
  async change(edit) {
    this.draft = { ...edit(this.draft), revision: this.draft.revision + 1 };
    this.dispatchEvent(new Event("change"));
    return this.draft;
  }

  get told() {
    return this.draft;
  }

  async refresh() {}
  tell() {}
  close() {}

  /** @returns {Saving} */
  get saving() {
    return "practice";
  }
}
