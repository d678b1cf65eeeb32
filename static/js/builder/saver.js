// @ts-check
import { t } from "../modules/texts.js";
import { newUuid } from "../modules/uuid.js";
import { answerOf } from "./asking.js";
/** @typedef {"saved"|"waiting"|"saving"|"failing"|"stopped"} Saving */

const AFTER_TYPING = 700;
const PAUSES = [2000, 5000, 15_000, 30_000];

/** Saves the draft as it changes, and says truly whether it is saved. */
export class Saver {
  /**
   * @param {import("./draft.js").Draft} draft @param {import("./types.js").PageData} data @param {string} editor this page's name
   * @param {(state: Saving, message?: string) => void} onState
   */
  constructor(draft, data, editor, onState) {
    this.draft = draft;
    this.data = data;
    this.editor = editor;
    this.onState = onState;
    this.edition = data.edition;
    /** @type {Saving} */ this.state = "saved";
    this.tries = 0;
    this.timer = 0;
    this.saved = draft.document;
    /** What was sent last, and under which name. @type {{document: any, edition: string}|undefined} */ this.trying = undefined;
    /** @type {Promise<void>|undefined} */ this.sending = undefined;
    /** When this page last saved something. */ this.savedAt = 0;
    draft.follow((happened) => (happened === "document" || happened === "typed") && this.wait());
    addEventListener("beforeunload", (event) => this.state !== "saved" && this.state !== "stopped" && event.preventDefault());
  }

  /** @param {Saving} state @param {string} [message] */
  enter(state, message) {
    this.state = state;
    this.onState(state, message);
  }

  wait(pause = AFTER_TYPING) {
    if (this.state === "stopped") return;
    if (this.state !== "saving" && this.state !== "failing") this.enter("waiting");
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.send(), pause);
  }

  /** All that is not saved yet, now. */
  async flush() {
    // What was undone to what is saved is saved anew, too: what is on its way may be another.
    const isSaved = () => this.state === "saved";
    if (isSaved()) return true;
    do {
      clearTimeout(this.timer);
      await this.send();
    } while (this.state === "waiting");
    return isSaved();
  }

  async send() {
    if (this.state === "stopped") return;
    if (this.sending) return this.sending;
    this.sending = this.put();
    await this.sending;
    this.sending = undefined;
    if (this.state === "saved" && this.draft.document !== this.saved) this.wait();
  }

  async put() {
    const document = this.draft.document;
    // Tried again under the same name: what came through the first time is not taken for another's.
    const edition = this.trying?.document === document ? this.trying.edition : newUuid();
    this.trying = { document, edition };
    if (this.state !== "failing") this.enter("saving");
    const body = { document, edition, builds_on: this.edition, based_on: this.data.based_on, editor: this.editor };
    const { status, content } = await answerOf(this.data.addresses.save, this.data.csrf, body, "PUT");
    if (status === 200) this.kept(document, edition, content);
    else if (status === 409) this.stop(content.error);
    else this.fail(status);
  }

  /** @param {any} document @param {string} edition @param {import("./types.js").LookedThrough} looked */
  kept(document, edition, looked) {
    this.edition = edition;
    this.saved = document;
    this.savedAt = Date.now();
    this.tries = 0;
    this.enter(this.draft.document === document ? "saved" : "waiting");
    if (this.draft.document === document) this.draft.lacks(looked);
    else this.wait();
  }

  /** @param {number} status */
  fail(status) {
    const away = status === 401 || status === 403;
    this.enter("failing", away ? t("You are signed out. Sign in again in another tab; this page tries again by itself.") : t("Not saved yet. This page tries again by itself."));
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.send(), PAUSES[Math.min(this.tries++, PAUSES.length - 1)]);
  }

  /** @param {string} message */
  stop(message) {
    clearTimeout(this.timer);
    this.enter("stopped", message);
    this.draft.lock(true);
  }
}
