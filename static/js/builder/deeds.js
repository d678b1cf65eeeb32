// @ts-check
import { t } from "../modules/texts.js";
import { addPage, duplicate, newQuestion, removePage, removeQuestion } from "./editing.js";
import { findPage, findQuestion } from "./finding.js";
import { focusOn } from "./keep_focus.js";
/** @typedef {import("./types.js").Selection} Selection */

/** What is done to pages and questions, and where the builder is afterwards. */
export class Deeds {
  /** @param {import("./draft.js").Draft} draft @param {import("./types.js").PageData} data @param {import("../modules/announcer.js").Announcer} announcer */
  constructor(draft, data, announcer) {
    this.draft = draft;
    this.data = data;
    this.announcer = announcer;
  }

  /** Chooses it, and shows its properties. @param {Selection} _selection */
  show(_selection) {
    throw new Error("the builder says how");
  }

  /** @param {"outline"|"properties"} _pane @returns {HTMLElement} */
  place(_pane) {
    throw new Error("the builder says where");
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
    focusOn(this.place("properties"), `${path}.label`);
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
    const field = focusOn(this.place("properties"), `pages[${at}].title`);
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
    if (copy) focusOn(this.place("outline"), `question-${copy.uid}`);
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
    focusOn(this.place("outline"), next.kind === "question" ? `question-${next.uid}` : next.kind === "page" ? `page-${next.name}` : "front");
  }
}
