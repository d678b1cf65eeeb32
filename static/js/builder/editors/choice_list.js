// @ts-check
import { t } from "../../modules/texts.js";
import { focusOn } from "../keep_focus.js";
import { newCode } from "../minting.js";
import { setText } from "../texts_edited.js";
/** @typedef {import("./types.js").Edited} Edited */
/** @typedef {import("../types.js").Choice} Choice */

/** The choices of a question, or its rows, and what is done to them. */
export class ChoiceList {
  /** @param {Edited} edited @param {import("../types.js").Setting} setting */
  constructor(edited, setting) {
    this.edited = edited;
    this.setting = setting;
    this.path = `${edited.path}.${setting.name}`;
  }

  /** @param {any} part @returns {Choice[]} */
  list(part) {
    return part[this.setting.name] ?? [];
  }

  get published() {
    return this.edited.builder.data.taken.codes[this.edited.part.variable] ?? [];
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
