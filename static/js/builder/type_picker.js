// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";
import { focusOn } from "./keep_focus.js";
/** @typedef {{page: string} | {owner: string, category?: string}} Where where a new question goes */

/** Where a question is added: the types to choose among open in place. */
export class TypePicker {
  /** @param {import("./builder.js").Builder} builder */
  constructor(builder) {
    this.builder = builder;
    /** Which of the places is open. */ this.open = "";
  }

  /** @param {Where} where @param {string} [label] */
  place(where, label = t("Add a question")) {
    const name = JSON.stringify(where);
    const isOpen = this.open === name;
    const toggle = element(
      "button",
      { type: "button", class: "ds-button picker__open", "data-variant": "tertiary", "aria-expanded": String(isOpen), "data-focus": `add-${name}`, disabled: this.builder.draft.locked, onclick: () => this.toggle(name) },
      label,
    );
    return element("div", { class: "picker", "data-picker": name }, toggle, isOpen ? this.types(where, name) : null);
  }

  /** @param {string} name */
  toggle(name) {
    const opened = this.open !== name;
    this.open = opened ? name : "";
    this.builder.redraw();
    if (opened) focusOn(this.builder.element, `type-${name}`)?.closest(".picker")?.scrollIntoView({ block: "nearest" });
  }

  /** @param {Where} where @param {string} name */
  types(where, name) {
    const { groups, types } = this.builder.data;
    const fits = (/** @type {string} */ type) => "page" in where || !types[type].on_map;
    let first = true;
    return element(
      "div",
      { class: "picker__types", onkeydown: (/** @type {KeyboardEvent} */ event) => event.key === "Escape" && this.close(name) },
      ...groups.map((group) => {
        const offered = group.types.filter(fits);
        if (!offered.length) return null;
        const buttons = offered.map((type) => {
          const focus = first ? `type-${name}` : null;
          first = false;
          return element("button", { type: "button", class: "picker__type", "data-focus": focus, onclick: () => this.choose(where, type) }, types[type].label);
        });
        return element("div", { role: "group", "aria-label": group.label, class: "picker__group" }, element("p", { class: "picker__heading" }, group.label), ...buttons);
      }),
    );
  }

  /** @param {string} name */
  close(name) {
    this.open = "";
    this.builder.redraw();
    focusOn(this.builder.element, `add-${name}`);
  }

  /** @param {Where} where @param {string} type */
  choose(where, type) {
    this.open = "";
    this.builder.add(where, type);
  }
}
