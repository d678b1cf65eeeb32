// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";
import { findPage, findQuestion } from "./finding.js";
import { keepFocus } from "./keep_focus.js";
import { everythingTold } from "./told.js";
import { called, pageCalled } from "./words.js";
/** @typedef {import("./told.js").Told} Told */

/** All that must be mended or is worth a look, each a way to its field. */
export class LookingThrough {
  /** @param {import("./builder.js").Builder} builder */
  constructor(builder) {
    this.builder = builder;
    this.draft = builder.draft;
    this.element = element("section", { class: "looking", "aria-label": t("Look through"), hidden: true });
    this.draft.follow((happened) => !this.element.hidden && ["document", "problems"].includes(happened) && this.draw());
  }

  draw() {
    const told = everythingTold(this.draft);
    const stops = told.filter((one) => one.stops);
    const headings = [...new Set(told.filter((one) => !one.stops).map(({ heading }) => heading))];
    const groups = headings.map((heading) => this.group(heading, told.filter((one) => !one.stops && one.heading === heading)));
    const parts = [stops.length ? this.group(t("This must be mended before it can be published:"), stops, "stops") : null, ...groups, ...this.notes(told)];
    keepFocus(this.element, () => this.element.replaceChildren(...parts.filter((part) => part instanceof Node)));
  }

  /** @param {Told[]} told */
  notes(told) {
    const { problems, more } = this.draft.looked;
    const texts = [
      told.length ? "" : t("The texts, conditions and colours are looked through, and nothing is found."),
      problems.length ? t("What is not whole is looked through when it is mended.") : "",
      more ? t("There is more: the rest is listed when some of this is mended.") : "",
    ];
    return texts.filter(Boolean).map((text) => element("p", { class: "ds-paragraph" }, text));
  }

  /** @param {string} heading @param {Told[]} told @param {string} [kind] */
  group(heading, told, kind = "look") {
    const list = element("ul", { class: "looking__list" }, ...told.map((one) => element("li", {}, this.row(one))));
    return element("section", { class: `looking__group looking__group--${kind}` }, element("h2", { class: "ds-heading", "data-size": "2xs" }, kind === "stops" ? heading : `${heading} (${told.length})`), list);
  }

  /** @param {Told} told */
  row(told) {
    const act = () => this.builder.reach(told);
    return element(
      "button",
      { type: "button", class: "looking__row", "data-focus": `told-${told.path}-${told.message}`, onclick: act },
      element("span", { class: "looking__where" }, this.where(told)),
      element("span", {}, told.message),
    );
  }

  /** @param {Told} told */
  where({ selection }) {
    const { document, language } = this.draft;
    if (selection.kind === "front") return t("Title and introduction");
    const found = selection.kind === "question" ? findQuestion(document, selection.uid) : undefined;
    const page = found ? found.page : (findPage(document, /** @type {any} */ (selection).name)?.index ?? 0);
    const named = pageCalled(document.pages[page], page, language);
    return found ? `${named} · ${called(found.question, language, this.builder.data.types)}` : named;
  }
}
