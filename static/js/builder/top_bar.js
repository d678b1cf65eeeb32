// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";
import { menu } from "./fields.js";
import { keepFocus } from "./keep_focus.js";
import { inAll } from "./outline_rows.js";
/** @typedef {"build"|"translate"|"look"} View */

/** Undo and redo, the language, what is looked at on a narrow screen, and whether all is saved. */
export class TopBar {
  /** @param {import("./builder.js").Builder} builder */
  constructor(builder) {
    this.builder = builder;
    this.draft = builder.draft;
    this.saving = element("p", { class: "saving", "data-state": "saved", "data-saving": true }, t("All is saved"));
    this.tools = element("div", { class: "builder-bar__tools" });
    const go = element("a", { class: "ds-button", href: builder.data.addresses.questionnaire, onclick: (/** @type {Event} */ event) => builder.leave(event) }, t("To publishing"));
    this.element = element("div", { class: "builder-bar" }, this.tools, this.saving, go);
    this.draft.follow(() => this.draw());
    this.draw();
  }

  draw() {
    const { draft, builder } = this;
    const tool = (/** @type {string} */ label, /** @type {boolean} */ can, /** @type {() => void} */ act) =>
      element("button", { type: "button", class: "ds-button", "data-variant": "tertiary", "data-focus": label, disabled: !can, onclick: act }, label);
    const languages = draft.document.languages.map((value) => ({ value, label: builder.data.languages[value] ?? value }));
    const language = menu(languages, draft.language, (chosen) => draft.speak(chosen));
    language.setAttribute("aria-label", t("Language of the texts"));
    language.dataset.focus = "language";
    const views = element(
      "div",
      { class: "builder-bar__views", role: "group", "aria-label": t("View") },
      toggle(t("Build"), builder.view === "build", () => builder.turn("build")),
      toggle(t("Translate"), builder.view === "translate", () => builder.turn("translate")),
      toggle(t("Look through"), builder.view === "look", () => builder.turn("look"), ...inAll(draft)),
    );
    keepFocus(this.tools, () =>
      this.tools.replaceChildren(
        views,
        tool(t("Undo"), draft.past.length > 0 && !draft.locked, () => draft.undo()),
        tool(t("Redo"), draft.future.length > 0 && !draft.locked, () => draft.redo()),
        ...(languages.length > 1 && builder.view === "build" ? [language] : []),
      ),
    );
  }

  /** @param {import("./saver.js").Saving} state */
  show(state) {
    const words = { saved: t("All is saved"), waiting: t("Not saved yet"), saving: t("Saving …"), failing: t("Not saved yet"), stopped: t("Not saved") };
    this.saving.dataset.state = state;
    this.saving.textContent = words[state];
  }
}

/** @param {string} label @param {boolean} pressed @param {() => void} onclick @param {...(Node|null)} more what stands after the label */
export function toggle(label, pressed, onclick, ...more) {
  return element("button", { type: "button", class: "toggle", "aria-pressed": String(pressed), "data-focus": `toggle-${label}`, onclick }, label, ...more);
}
