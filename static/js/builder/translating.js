// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";
import { addLanguage } from "./editing.js";
import { idOf, labelled, menu, tick } from "./fields.js";
import { keepFocus } from "./keep_focus.js";
import { grow } from "./texts_edited.js";
import { at, everyText } from "./every_text.js";

/** Every text in two languages side by side, and how much is there. */
export class Translating {
  /** @param {import("./builder.js").Builder} builder */
  constructor(builder) {
    this.builder = builder;
    this.draft = builder.draft;
    this.language = "";
    this.missingOnly = false;
    this.element = element("section", { class: "translating", "aria-label": t("Translations"), hidden: true });
    this.progress = element("p", { class: "translating__progress", role: "status" });
    this.draft.follow((happened) => {
      if (this.element.hidden) return;
      if (happened === "typed") this.count();
      else if (happened === "document" || happened === "locked") this.draw();
    });
  }

  draw() {
    const { document } = this.draft;
    const others = document.languages.slice(1);
    if (!others.includes(this.language)) this.language = others[0] ?? "";
    const body = this.language ? [this.table()] : [element("p", { class: "ds-paragraph" }, t("The questionnaire is in one language. Choose one more to translate it into."))];
    keepFocus(this.element, () => this.element.replaceChildren(element("div", { class: "translating__head" }, this.languages(), this.progress, this.language ? this.filter() : null), ...body));
    this.count();
  }

  languages() {
    const { document } = this.draft;
    const { languages } = this.builder.data;
    const name = (/** @type {string} */ code) => languages[code] ?? code;
    const own = document.languages.slice(1).map((value) => ({ value, label: t("{language}: {there} of {all}", { language: name(value), ...this.counts(value) }) }));
    const more = Object.keys(languages).filter((code) => !document.languages.includes(code)).map((value) => ({ value, label: t("Add {language}", { language: name(value) }) }));
    const first = own.length ? [] : [{ value: "", label: t("Choose a language") }];
    const made = menu([...first, ...own, ...more], this.language, (chosen) => this.choose(chosen));
    made.disabled = this.draft.locked && !own.length;
    return labelled(t("Translate into"), made, { path: "translate-into" });
  }

  filter() {
    return tick(t("Only what is missing"), this.missingOnly, (on) => {
      this.missingOnly = on;
      this.draw();
    }, "translate-missing");
  }

  /** @param {string} language */
  choose(language) {
    this.language = language;
    if (!this.draft.document.languages.includes(language)) this.draft.change((document) => addLanguage(document, language));
    this.draw();
  }

  table() {
    const { document } = this.draft;
    const [from] = document.languages;
    const { languages } = this.builder.data;
    const texts = everyText(document).filter(({ texts }) => (this.missingOnly ? texts[from] && !texts[this.language] : texts[from] || texts[this.language]));
    const heads = [from, this.language].map((code) => element("th", { scope: "col" }, languages[code] ?? code));
    const rows = texts.map(({ path, texts: one }) => this.row(path, one, from));
    return element("table", { class: "translations" }, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...rows));
  }

  /** @param {(string|number)[]} path @param {import("./types.js").Texts} texts @param {string} from */
  row(path, texts, from) {
    const name = path.join(".");
    const field = element("textarea", { class: "ds-input", lang: this.language, dir: "auto", rows: 1, id: idOf(`translated.${name}`), "data-focus": `translated.${name}`, disabled: this.draft.locked });
    field.value = texts[this.language] ?? "";
    const source = element("label", { for: field.id, lang: from, dir: "auto" }, texts[from] || "—");
    field.addEventListener("input", () =>
      this.draft.change((document) => {
        const found = at(document, path);
        if (field.value.trim()) found[this.language] = field.value;
        else delete found[this.language];
      }, `translated.${this.language}.${name}`),
    );
    grow(field, 1);
    return element("tr", {}, element("th", { scope: "row" }, source), element("td", {}, field));
  }

  /** How many of the texts there are in the first language are in this one too. @param {string} language */
  counts(language) {
    const { document } = this.draft;
    const wanted = everyText(document).filter(({ texts }) => texts[document.languages[0]]);
    return { there: wanted.filter(({ texts }) => texts[language]?.trim()).length, all: wanted.length };
  }

  count() {
    if (!this.language) return this.progress.replaceChildren();
    const counts = this.counts(this.language);
    const bar = element("progress", { max: counts.all, value: counts.there, "aria-hidden": "true" });
    this.progress.replaceChildren(bar, " ", t("{there} of {all} texts", counts));
  }
}
