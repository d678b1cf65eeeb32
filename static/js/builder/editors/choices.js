// @ts-check
import { element } from "../../modules/element.js";
import { t } from "../../modules/texts.js";
import { idOf, problemAt, small, tick } from "../fields.js";
import { focusOn } from "../keep_focus.js";
import { newCode } from "../minting.js";
import { setText } from "../texts_edited.js";
/** @typedef {import("./types.js").Edited} Edited */
/** @typedef {import("../types.js").Choice} Choice */
/** @typedef {import("../types.js").Setting} Setting */

const FLAGS = () =>
  /** @type {Record<string, string>} */ ({
    specify: t("Opens a text to write in"),
    exclusive: t("Goes with no other choice"),
  });

/** Choices or rows: Enter makes the next, and lines that are pasted become one each. @type {import("./types.js").Editor} */
export const choices = (edited, setting) => new Choices(edited, setting).element;

class Choices {
  /** @param {Edited} edited @param {Setting} setting */
  constructor(edited, setting) {
    this.edited = edited;
    this.setting = setting;
    this.path = `${edited.path}.${setting.name}`;
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

  /** @param {any} part @returns {Choice[]} */
  list(part) {
    return part[this.setting.name] ?? [];
  }

  get published() {
    return this.edited.builder.data.taken.codes[this.edited.part.variable] ?? [];
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
    if (!offered.length) return null;
    const open = offered.some((flag) => choice[flag]);
    const ticks = offered.map((flag) =>
      tick(names[flag], choice[flag] === true, (on) => this.edited.change((part) => (on ? (this.list(part)[at][flag] = true) : delete this.list(part)[at][flag])), `${this.path}[${at}].${flag}`),
    );
    return element("details", { class: "choices__more", open }, element("summary", {}, t("More")), ...ticks);
  }

  /** @param {KeyboardEvent} event @param {number} at @param {HTMLInputElement} field */
  pressed(event, at, field) {
    if (event.isComposing || this.setting.fixed) return;
    if (event.key === "Enter") {
      event.preventDefault();
      this.insert(at + 1, [""]);
    } else if (event.key === "Backspace" && !field.value && at > 0) {
      event.preventDefault();
      this.remove(at);
      focusOn(this.edited.builder.element, `${this.path}[${at - 1}].label`);
    } else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      this.move(at, at + (event.key === "ArrowUp" ? -1 : 1), true);
    }
  }

  /** @param {ClipboardEvent} event @param {number} at */
  pasted(event, at) {
    const lines = (event.clipboardData?.getData("text") ?? "").split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
    if (lines.length < 2 || this.setting.fixed) return;
    event.preventDefault();
    const empty = !this.list(this.edited.part)[at]?.label[this.edited.draft.language] && event.target instanceof HTMLInputElement && !event.target.value;
    this.insert(empty ? at : at + 1, lines, empty);
  }

  /** @param {number} at @param {string[]} lines @param {boolean} [instead] of the one that is there */
  insert(at, lines, instead = false) {
    const { language } = this.edited.draft;
    this.edited.change((part) => {
      const list = this.list(part);
      part[this.setting.name] = list;
      lines.forEach((line, number) => {
        if (instead && number === 0) return setText(list[at], "label", language, line, true);
        list.splice(at + number, 0, { code: newCode(list, this.published), label: line ? { [language]: line } : {} });
      });
    });
    focusOn(this.edited.builder.element, `${this.path}[${at + lines.length - 1}].label`);
  }

  /** One that was published is offered no longer, so that answers with it keep their meaning. @param {number} at */
  remove(at) {
    this.edited.change((part) => {
      const list = this.list(part);
      if (this.published.includes(list[at].code) && this.setting.flags?.includes("retired")) list[at].retired = true;
      else list.splice(at, 1);
      if (!list.length && !this.setting.least) delete part[this.setting.name];
    });
    focusOn(this.edited.builder.element, `${this.path}[${Math.max(0, at - 1)}].label`);
  }

  /** @param {number} at @param {number} to @param {boolean} [typing] the focus goes along */
  move(at, to, typing = false) {
    if (to < 0 || to >= this.list(this.edited.part).length) return;
    const name = Object.values(this.list(this.edited.part)[at].label)[0] || String(at + 1);
    this.edited.change((part) => {
      const list = this.list(part);
      list.splice(to, 0, ...list.splice(at, 1));
    });
    this.edited.builder.announcer.say(t("“{name}” is number {place} of {count}", { name, place: to + 1, count: this.list(this.edited.part).length }));
    if (typing) focusOn(this.edited.builder.element, `${this.path}[${to}].label`);
  }
}
