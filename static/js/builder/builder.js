// @ts-check
import { Announcer } from "../modules/announcer.js";
import { newUuid } from "../modules/uuid.js";
import { Draft } from "./draft.js";
import { Deeds } from "./deeds.js";
import { LookingThrough } from "./looking_through.js";
import { Notice } from "./notice.js";
import { Outline } from "./outline.js";
import { Panes } from "./panes.js";
import { Presence } from "./presence.js";
import { Preview } from "./preview.js";
import { Properties } from "./properties.js";
import { Saver } from "./saver.js";
import { TopBar } from "./top_bar.js";
import { Translating } from "./translating.js";
import { TypePicker } from "./type_picker.js";
/** @typedef {import("./types.js").Selection} Selection */

/** This tab's name, the same when its page is loaded again. */
function editorHere() {
  const name = sessionStorage.getItem("editor") ?? newUuid();
  sessionStorage.setItem("editor", name);
  return name;
}

/** The builder's page: its parts, and what they do together. */
export class Builder extends Deeds {
  /** @param {HTMLElement} place @param {import("./types.js").PageData} data */
  constructor(place, data) {
    super(new Draft(data.document, data), data, new Announcer());
    this.element = place;
    /** Categories whose look is open. @type {Set<string>} */ this.opened = new Set();
    /** @type {import("./top_bar.js").View} */ this.view = "build";
    this.picker = new TypePicker(this);
    this.notice = new Notice(this);
    this.bar = new TopBar(this);
    this.outline = new Outline(this);
    this.properties = new Properties(this);
    this.preview = new Preview(this.draft, data);
    this.panes = new Panes(this.outline.element, this.preview.element, this.properties.element);
    this.translating = new Translating(this);
    this.looking = new LookingThrough(this);
    this.saver = new Saver(this.draft, data, editorHere(), (state, message) => this.told(state, message));
    this.presence = new Presence(this.saver, data, (state) => this.notice.others(state));
    place.replaceChildren(this.bar.element, this.notice.element, this.panes.element, this.translating.element, this.looking.element, this.announcer.element);
    document.addEventListener("keydown", (event) => this.pressed(event));
    this.turn("build");
    this.begin();
  }

  /** A questionnaire without questions begins where the first one is added. */
  begin() {
    const [first] = this.draft.document.pages;
    const [question] = first?.questions ?? [];
    if (question) this.draft.select({ kind: "question", uid: question.uid });
  }

  /** @param {import("./saver.js").Saving} state @param {string} [message] */
  told(state, message) {
    this.bar.show(state);
    this.notice.saving(state, message);
  }

  redraw() {
    this.draft.tell("selection");
  }

  /** @param {"outline"|"properties"} pane */
  place(pane) {
    return this[pane].element;
  }

  /** @param {Selection} selection */
  show(selection) {
    this.draft.select(selection);
    this.panes.turn("properties");
  }

  /** @param {import("./top_bar.js").View} view */
  turn(view) {
    this.view = view;
    this.panes.element.hidden = view !== "build";
    this.translating.element.hidden = view !== "translate";
    this.looking.element.hidden = view !== "look";
    if (view === "translate") this.translating.draw();
    if (view === "look") this.looking.draw();
    this.bar.draw();
  }

  /** To the field that it is about. @param {import("./told.js").Told} told */
  reach({ selection, language, path }) {
    this.turn("build");
    if (this.draft.document.languages.includes(language)) this.draft.speak(language);
    this.show(selection);
    this.properties.reach(path);
  }

  /** What was shown of the page lacked the picture. */
  picturesChanged() {
    this.preview.drawn = undefined;
    this.preview.wait(0);
    this.redraw();
  }

  /** @param {string} language @param {(document: import("./types.js").Questionnaire) => void} add */
  translateInto(language, add) {
    this.draft.change(add);
    this.translating.language = language;
    this.turn("translate");
  }

  /** What is not saved goes first. @param {Event} event */
  async leave(event) {
    if (["saved", "stopped"].includes(this.saver.state)) return;
    event.preventDefault();
    if (await this.saver.flush()) location.assign(this.data.addresses.questionnaire);
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) this.draft.redo();
    else this.draft.undo();
  }
}
