// @ts-check
import { DeviceStore } from "../modules/device_store.js";
import { MemoryBackend } from "../modules/memory_backend.js";
import { Outbox } from "../modules/outbox.js";

/** Answers on a tablet that is handed on: in the page alone, until they are sent. One for all who answer while it is open. */
export class KioskPlace {
  /** @param {string} language of what the server says */
  constructor(language) {
    this.store = new DeviceStore(new MemoryBackend());
    this.outbox = new Outbox(this.store, { locks: null, address: (uuid) => `/api/responses/${uuid}?lang=${language}`, onChange: (uuid) => void this.heard(uuid) });
    /** How many answers wait to be sent. */
    this.waiting = 0;
    /** @type {(uuid: string) => void} whoever answers now hears what became of an answer */
    this.tell = () => undefined;
    addEventListener("beforeunload", (event) => this.waiting && event.preventDefault());
  }

  /** @param {string} uuid */
  async heard(uuid) {
    await this.count();
    this.tell(uuid);
  }

  async count() {
    const letters = await this.store.letters();
    this.waiting = letters.filter(({ refusal }) => !refusal).length;
    return this.waiting;
  }

  /** The next person comes: what the server has, or will never take, goes; what waits goes when it is sent. @param {string} uuid */
  async leave(uuid) {
    const stored = await this.store.read(uuid);
    if (!stored?.letter || stored.letter.refusal) await this.store.erase(uuid);
    else await this.store.signOut(uuid);
    await this.count();
  }
}
