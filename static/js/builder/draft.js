// @ts-check
/** @typedef {import("./types.js").Questionnaire} Questionnaire */
/** @typedef {import("./types.js").Selection} Selection */
/** @typedef {import("./types.js").LookedThrough} LookedThrough */
/** @typedef {"document"|"typed"|"selection"|"problems"|"language"|"locked"} Happened */

const MOST_STEPS = 200;
// Letters typed so soon after each other are one step back.
const TOGETHER = 1500;

/** The questionnaire that is built, with every step back and forth, and what of it is looked at. */
export class Draft extends EventTarget {
  /** @param {Questionnaire} document @param {LookedThrough} looked */
  constructor(document, looked) {
    super();
    this.document = document;
    this.looked = looked;
    /** @type {Selection} */ this.selection = { kind: "front" };
    this.language = document.languages[0];
    this.locked = false;
    /** What was told of the question whose type was changed last. @type {{uid: string, type: string, told: string}|undefined} */ this.retyped = undefined;
    /** @type {{document: Questionnaire, selection: Selection}[]} */ this.past = [];
    /** @type {{document: Questionnaire, selection: Selection}[]} */ this.future = [];
    this.last = { mark: "", at: 0 };
    /** New and still without words: not scolded for it until the reader has gone on. @type {Set<string>} */ this.fresh = new Set();
  }

  /** @param {(happened: Happened) => void} listener */
  follow(listener) {
    this.addEventListener("happened", (event) => listener(/** @type {CustomEvent} */ (event).detail));
  }

  /** @param {Happened} happened */
  tell(happened) {
    this.dispatchEvent(new CustomEvent("happened", { detail: happened }));
  }

  /**
   * @template T @param {(document: Questionnaire) => T} edit
   * @param {string} [typing] the field that is typed in, which shows the change already
   */
  change(edit, typing = "") {
    if (this.locked) return undefined;
    const changed = structuredClone(this.document);
    const made = edit(changed);
    if (!typing || this.last.mark !== typing || Date.now() - this.last.at > TOGETHER) {
      this.past.push({ document: this.document, selection: this.selection });
      if (this.past.length > MOST_STEPS) this.past.shift();
    }
    this.last = { mark: typing, at: Date.now() };
    this.future = [];
    this.document = changed;
    if (!changed.languages.includes(this.language)) this.language = changed.languages[0];
    this.tell(typing ? "typed" : "document");
    return made;
  }

  undo() {
    this.step(this.past, this.future);
  }

  redo() {
    this.step(this.future, this.past);
  }

  /** @param {{document: Questionnaire, selection: Selection}[]} from @param {{document: Questionnaire, selection: Selection}[]} to */
  step(from, to) {
    const state = this.locked ? undefined : from.pop();
    if (!state) return;
    to.push({ document: this.document, selection: this.selection });
    this.document = state.document;
    this.selection = state.selection;
    this.last.mark = "";
    if (!this.document.languages.includes(this.language)) this.language = this.document.languages[0];
    this.tell("document");
  }

  /** @param {Selection} selection */
  select(selection) {
    if (this.selection.kind === "question" && !(selection.kind === "question" && selection.uid === this.selection.uid)) this.fresh.delete(this.selection.uid);
    this.selection = selection;
    this.last.mark = "";
    this.tell("selection");
  }

  /** @param {LookedThrough} looked */
  lacks(looked) {
    this.looked = looked;
    this.tell("problems");
  }

  /** @param {string} language */
  speak(language) {
    this.language = language;
    this.tell("language");
  }

  /** @param {boolean} locked */
  lock(locked) {
    if (this.locked === locked) return;
    this.locked = locked;
    this.tell("locked");
  }
}
