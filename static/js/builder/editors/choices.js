// @ts-check
import { element } from "../../modules/element.js";
import { t } from "../../modules/texts.js";
import { idOf, problemAt, small, tick } from "../fields.js";
import { ChoiceList } from "./choice_list.js";
import { pictureField } from "./picture.js";
import { setText } from "../texts_edited.js";
/** @typedef {import("./types.js").Edited} Edited */
/** @typedef {import("../types.js").Choice} Choice */
/** @typedef {import("../types.js").Setting} Setting */

/** What a choice can be marked as. */
export const FLAGS = () =>
  /** @type {Record<string, string>} */ ({
    specify: t("Opens a text to write in"),
    exclusive: t("Goes with no other choice"),
  });

/** Choices or rows: Enter makes the next, and lines that are pasted become one each. @type {import("./types.js").Editor} */
export const choices = (edited, setting) => new Choices(edited, setting).element;

class Choices extends ChoiceList {
  /** @param {Edited} edited @param {Setting} setting */
  constructor(edited, setting) {
    super(edited, setting);
    const list = this.list(edited.part);
    const rows = list.map((choice, at) => this.row(choice, at, list.length));
    const add = setting.fixed ? null : small(list.length || setting.least ? t("Add one") : t("Use choices of your own"), () => this.insert(list.length, [""]), { "data-focus": `${this.path}-add`, disabled: edited.draft.locked });
    this.element = element(
      "fieldset",
      { class: "editor-group choices" },
      element("legend", { class: "ds-label", "data-weight": "medium" }, setting.label),
      setting.hint ? element("p", { class: "field-hint" }, setting.hint) : null,
      element("ol", { class: "choices__list" }, ...rows),
      problemAt(this.path),
      add,
    );
  }

  /** @param {Choice} choice @param {number} at @param {number} count */
  row(choice, at, count) {
    const { language, document, locked } = this.edited.draft;
    const path = `${this.path}[${at}].label`;
    const field = element("input", { type: "text", class: "ds-input", id: idOf(path), lang: language, dir: "auto", autocomplete: "off", "data-focus": path, disabled: locked, "aria-label": t("{list}, number {number}", { list: this.setting.label, number: at + 1 }) });
    field.value = choice.label[language] ?? "";
    field.placeholder = language === document.languages[0] ? "" : (choice.label[document.languages[0]] ?? "");
    field.setAttribute("aria-describedby", `${idOf(path)}-problem`);
    field.addEventListener("input", () => this.edited.change((part) => setText(this.list(part)[at], "label", language, field.value, true), path));
    field.addEventListener("keydown", (event) => this.pressed(event, at, field));
    field.addEventListener("paste", (event) => this.pasted(event, at));
    return element("li", { class: `choices__item${choice.retired ? " is-retired" : ""}` }, element("div", { class: "choices__line" }, field, ...this.tools(choice, at, count)), choice.retired ? element("p", { class: "field-hint" }, t("Offered no longer. Answers with it are kept.")) : null, problemAt(path), this.more(choice, at));
  }

  /** @param {Choice} choice @param {number} at @param {number} count */
  tools(choice, at, count) {
    if (this.setting.fixed) return [];
    const { locked } = this.edited.draft;
    const named = { name: Object.values(choice.label)[0] || String(at + 1) };
    const tool = (/** @type {string} */ sign, /** @type {string} */ label, /** @type {string} */ focus, /** @type {boolean} */ can, /** @type {() => void} */ act) =>
      small(sign, act, { "aria-label": label, title: label, disabled: locked || !can, "data-focus": `${this.path}-${focus}-${choice.code}` });
    return [
      tool("↑", t("Move “{name}” up", named), "up", at > 0, () => this.move(at, at - 1)),
      tool("↓", t("Move “{name}” down", named), "down", at < count - 1, () => this.move(at, at + 1)),
      choice.retired
        ? tool("↺", t("Offer “{name}” again", named), "again", true, () => this.edited.change((part) => delete this.list(part)[at].retired))
        : tool("×", t("Remove “{name}”", named), "remove", true, () => this.remove(at)),
    ];
  }

  /** @param {Choice} choice @param {number} at */
  more(choice, at) {
    const names = FLAGS();
    const offered = (this.setting.flags ?? []).filter((flag) => names[flag]);
    const pictured = this.setting.name === "choices" && this.edited.part.appearance === "images";
    if (!offered.length && !pictured) return null;
    const open = pictured || offered.some((flag) => choice[flag]);
    const ticks = offered.map((flag) =>
      tick(names[flag], choice[flag] === true, (on) => this.edited.change((part) => (on ? (this.list(part)[at][flag] = true) : delete this.list(part)[at][flag])), `${this.path}[${at}].${flag}`),
    );
    return element("details", { class: "choices__more", open }, element("summary", {}, t("More")), ...ticks, pictured ? pictureField(this.within(at), t("Picture")) : null);
  }

  /** The choice at this place. @param {number} at @returns {Edited} */
  within(at) {
    const { edited } = this;
    return { ...edited, part: this.list(edited.part)[at], path: `${this.path}[${at}]`, change: (edit, typing) => edited.change((part) => edit(this.list(part)[at]), typing) };
  }
}
