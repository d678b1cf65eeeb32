// @ts-check
import { Announcer } from "../modules/announcer.js";
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";
import { Draft } from "./draft.js";
import { addPage, duplicate, newQuestion, removePage, removeQuestion } from "./editing.js";
import { findPage, findQuestion } from "./finding.js";
import { focusOn } from "./keep_focus.js";
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
  const name = sessionStorage.getItem("editor") ?? crypto.randomUUID();
  sessionStorage.setItem("editor", name);
  return name;
}

/** The builder's page: its parts, and what they do together. */
export class Builder {
  /** @param {HTMLElement} place @param {import("./types.js").PageData} data */
  constructor(place, data) {
    this.element = place;
    this.data = data;
    this.draft = new Draft(data.document, data.problems);
    this.announcer = new Announcer();
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
    this.saver = new Saver(this.draft, data, editorHere(), (state, message) => this.told(state, message));
    this.presence = new Presence(this.saver, data, (state) => this.notice.others(state));
    place.replaceChildren(this.bar.element, this.notice.element, this.panes.element, this.translating.element, this.announcer.element);
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

  /** @param {Selection} selection */
  show(selection) {
    this.draft.select(selection);
    this.panes.turn("properties");
    this.element.querySelector(".properties-pane")?.scrollTo(0, 0);
  }

  /** @param {import("./top_bar.js").View} view */
  turn(view) {
    this.view = view;
    this.panes.element.hidden = view !== "build";
    this.translating.element.hidden = view !== "translate";
    if (view === "translate") this.translating.draw();
    this.bar.draw();
  }

  /** @param {import("./type_picker.js").Where} where @param {string} type */
  add(where, type) {
    const { draft, data } = this;
    const made = draft.change((document) => {
      const question = newQuestion(document, type, data.types[type].begins_as, data.taken);
      const list = this.listAt(document, where);
      const chosen = draft.selection.kind === "question" ? list.findIndex(({ uid }) => uid === /** @type {any} */ (draft.selection).uid) : -1;
      list.splice(chosen < 0 ? list.length : chosen + 1, 0, question);
      return question;
    });
    if (!made) return;
    this.show({ kind: "question", uid: made.uid });
    draft.fresh.add(made.uid);
    draft.tell("problems");
    const path = findQuestion(draft.document, made.uid)?.path;
    focusOn(this.properties.element, `${path}.label`);
  }

  /** @param {import("./types.js").Questionnaire} document @param {import("./type_picker.js").Where} where @returns {import("./types.js").Question[]} */
  listAt(document, where) {
    if ("page" in where) return findPage(document, where.page)?.page.questions ?? [];
    const owner = /** @type {any} */ (findQuestion(document, where.owner)?.question);
    const holder = where.category ? owner.categories.find((/** @type {any} */ one) => one.code === where.category) : owner;
    return (holder.followups ??= []);
  }

  addPage() {
    const { draft } = this;
    const { document, language } = draft;
    const at = draft.selection.kind === "page" ? (findPage(document, draft.selection.name)?.index ?? 0) + 1 : document.pages.length;
    const page = draft.change((changed) => addPage(changed, this.data.taken, { [language]: t("Page {number}", { number: changed.pages.length + 1 }) }, at));
    if (!page) return;
    this.show({ kind: "page", name: page.name });
    const field = focusOn(this.properties.element, `pages[${at}].title`);
    if (field instanceof HTMLInputElement) field.select();
  }

  /** @param {string} uid @param {(question: any) => void} edit */
  changeQuestion(uid, edit) {
    this.draft.change((document) => edit(findQuestion(document, uid)?.question));
  }

  /** @param {string} uid */
  duplicate(uid) {
    const copy = this.draft.change((document) => duplicate(document, uid, this.data.taken));
    if (copy) this.show({ kind: "question", uid: copy.uid });
    if (copy) focusOn(this.outline.element, `question-${copy.uid}`);
  }

  /** @param {string} uid */
  remove(uid) {
    this.gone(this.draft.change((document) => removeQuestion(document, uid)));
  }

  /** @param {string} name */
  removePage(name) {
    this.gone(this.draft.change((document) => removePage(document, name)));
  }

  /** @param {Selection|undefined} next */
  gone(next) {
    if (!next) return;
    this.draft.select(next);
    this.announcer.say(t("Removed. Undo brings it back."));
    focusOn(this.outline.element, next.kind === "question" ? `question-${next.uid}` : next.kind === "page" ? `page-${next.name}` : "front");
  }

  /** @param {string} language @param {(document: import("./types.js").Questionnaire) => void} add */
  translateInto(language, add) {
    this.draft.change(add);
    this.translating.language = language;
    this.turn("translate");
  }

  /** What is not saved goes first. @param {Event} event */
  async leave(event) {
    if (this.saver.state === "saved") return;
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
