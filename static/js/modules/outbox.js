// @ts-check
import { verdict } from "./hand_in_answer.js";
import { isBehind } from "./letter.js";

/** @typedef {import("./letter.js").Letter} Letter */

const LOCK = "lokalkjent outbox";
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 120_000;
// A device whose clock was set back would otherwise wait until the old date comes again.
const LONGEST_BELIEVABLE_WAIT = 15 * 60_000;
const GIVE_UP_REQUEST = 30_000;

/**
 * Sends the letters of every pupil on this device until the server has them. One tab sends at a time.
 */
export class Outbox {
  /**
   * @param {import("./device_store.js").DeviceStore} store
   * @param {{fetch?: typeof fetch, now?: () => number, random?: () => number, locks?: LockManager|null,
   *   address?: (uuid: string) => string, onChange?: (uuid: string) => void}} [options]
   */
  constructor(store, options = {}) {
    this.store = store;
    this.fetch = options.fetch || ((input, init) => fetch(input, init));
    this.now = options.now || Date.now;
    this.random = options.random || Math.random;
    this.locks = options.locks === undefined ? globalThis.navigator?.locks || null : options.locks;
    this.address = options.address || ((uuid) => `/api/responses/${uuid}`);
    this.onChange = options.onChange || (() => undefined);
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.timer = undefined;
    this.sending = false;
    this.again = false;
    this.hurried = false;
    this.stopped = false;
    /** @type {Promise<unknown>} until nothing is under way, where there are no locks */
    this.turn = Promise.resolve();
  }

  /** Try now: something was written, the network came back, or the page was opened. @param {boolean} [hurry] skip the pauses, except those the server asked for */
  async nudge(hurry = false) {
    if (this.stopped) return;
    if (this.sending) {
      this.again = true;
      this.hurried ||= hurry;
      return;
    }
    this.sending = true;
    try {
      const pause = await this.alone(() => this.flush(hurry));
      this.plan(pause);
    } catch {
      this.plan(LONGEST_PAUSE);
    } finally {
      this.sending = false;
    }
    if (this.again) {
      const { hurried } = this;
      this.again = this.hurried = false;
      await this.nudge(hurried);
    }
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** @param {number|null} pause */
  plan(pause) {
    clearTimeout(this.timer);
    if (pause !== null && !this.stopped) this.timer = setTimeout(() => void this.nudge(), pause);
  }

  /**
   * Another tab that is sending has the lock; ours looks again soon, in case that tab is closed. In a frame on another site
   * a browser may refuse locks as it refuses storage: what is in memory no other tab can send.
   * @param {() => Promise<number|null>} work
   */
  async alone(work) {
    if (!this.locks) return this.inTurn(work);
    let answered = false;
    try {
      return await this.locks.request(LOCK, { ifAvailable: true }, (lock) => {
        answered = true;
        return lock ? work() : FIRST_PAUSE;
      });
    } catch (error) {
      if (answered) throw error;
      this.locks = null;
      return this.inTurn(work);
    }
  }

  /** Does something while no letter is on its way, from this tab or another. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  still(work) {
    return this.locks ? this.locks.request(LOCK, work) : this.inTurn(work);
  }

  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  inTurn(work) {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  /** @param {boolean} hurry @returns {Promise<number|null>} ms until the next letter is due; null when none waits */
  async flush(hurry) {
    for (const uuid of await this.inOrder()) {
      const waiting = await this.store.letters();
      const letter = waiting.find((each) => each.uuid === uuid);
      if (!letter || letter.refusal || isBehind(letter, waiting)) continue;
      if (this.due(letter) || (hurry && !letter.asked_to_wait)) await this.send(letter);
    }
    const left = await this.store.letters();
    const waiting = left.filter((letter) => !letter.refusal && !isBehind(letter, left));
    if (!waiting.length) return null;
    return Math.max(50, Math.min(...waiting.map((letter) => letter.not_before - this.now())));
  }

  /** @returns {Promise<string[]>} UUIDs; what was handed in goes before its correction */
  async inOrder() {
    const letters = await this.store.letters();
    const [behind, first] = [true, false].map((late) => letters.filter((letter) => isBehind(letter, letters) === late));
    return [...first, ...behind].map(({ uuid }) => uuid);
  }

  /** @param {Letter} letter */
  due(letter) {
    const wait = letter.not_before - this.now();
    return wait <= 0 || wait > LONGEST_BELIEVABLE_WAIT;
  }

  /** @param {Letter} letter */
  async send(letter) {
    const { status, ...outcome } = await this.post(letter);
    if (outcome.ends === "stored") await this.store.delivered(letter, { receipt: outcome.receipt });
    else if (outcome.ends === "kept") await this.store.delivered(letter, { ahead: outcome.ahead });
    else if (outcome.ends === "refused") await this.store.changeLetter(letter, { refusal: { status, messages: outcome.messages, problems: outcome.problems } });
    else await this.store.changeLetter(letter, this.later(letter, outcome.wait));
    this.onChange(letter.uuid);
  }

  /** @param {Letter} letter @param {number|null} wait */
  later(letter, wait) {
    const growing = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** letter.tries) * (0.75 + this.random() / 2);
    const pause = wait === null ? growing : Math.min(wait, LONGEST_BELIEVABLE_WAIT) + this.random() * 1000;
    return { tries: letter.tries + 1, not_before: this.now() + pause, asked_to_wait: wait !== null };
  }

  /** @param {Letter} letter @returns {Promise<any>} a verdict */
  async post(letter) {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), GIVE_UP_REQUEST);
    try {
      const answer = await this.fetch(this.address(letter.uuid), {
        method: "PUT",
        headers: { "Content-Type": "application/json", "Accept-Language": languageOf(letter), ...(letter.ticket && { Authorization: `Bearer ${letter.ticket}` }) },
        body: letter.body,
        credentials: "omit",
        cache: "no-store",
        redirect: "error",
        signal: patience.signal,
      });
      const body = await answer.json().catch(() => null);
      return { ...verdict(letter, answer.status, body, answer.headers.get("Retry-After"), this.now()), status: answer.status };
    } catch {
      return { ends: "later", wait: null };
    } finally {
      clearTimeout(timer);
    }
  }
}

/** What is wrong with a letter is told in the language it was written in. @param {Letter} letter */
function languageOf({ body }) {
  try {
    return String(JSON.parse(body).language || "nb");
  } catch {
    return "nb";
  }
}
