// @ts-check
import { symbol } from "../../map/symbols.js";
import { element } from "../../modules/element.js";
import { t } from "../../modules/texts.js";
import { labelled, menu, small } from "../fields.js";
import { focusOn } from "../keep_focus.js";
import { newCode } from "../minting.js";
import { textField } from "../texts_edited.js";
import { called, textIn } from "../words.js";
import { colourField } from "./colour.js";
/** @typedef {import("./types.js").Edited} Edited */
/** @typedef {import("../types.js").Category} Category */

const SYMBOLS = () => /** @type {Record<string, string>} */ ({ square: t("Square"), circle: t("Circle"), triangle: t("Triangle"), star: t("Star"), line: t("Line") });
const SENTIMENTS = () => /** @type {Record<string, string>} */ ({ positive: t("Something good"), negative: t("Something bad"), wish: t("A wish"), neutral: t("Neither") });
const NEXT = ["#0072b2", "#007d5a", "#d55e00", "#7b3fa0", "#8a5a00", "#b0266b", "#3d4a57"];

/** What a mark on the map can be. @type {import("./types.js").Editor} */
export const categories = (edited, setting) => {
  const list = /** @type {Category[]} */ (edited.part.categories ?? []);
  const symbols = edited.builder.data.types[edited.part.type].symbols;
  const add = () => {
    const code = newCode(list, edited.builder.data.taken.codes[edited.part.variable]);
    const made = { code, label: {}, symbol: symbols[list.length % symbols.length], colour: NEXT[list.length % NEXT.length], sentiment: "neutral" };
    edited.change((part) => (part.categories = [...(part.categories ?? []), made]));
    focusOn(edited.builder.element, `${edited.path}.categories[${list.length}].label`);
  };
  return element(
    "section",
    { class: "categories", "aria-label": setting.label },
    element("h3", { class: "ds-label", "data-weight": "semibold" }, setting.label),
    element("p", { class: "field-hint" }, setting.hint),
    ...list.map((category, at) => card(within(edited, at), category, at, list.length, symbols)),
    small(t("Add a category"), add, { disabled: edited.draft.locked, "data-focus": `${edited.path}.categories-add` }),
  );
};

/** @param {Edited} edited @param {number} at @returns {Edited} the category at this place */
function within(edited, at) {
  return {
    ...edited,
    part: edited.part.categories[at],
    path: `${edited.path}.categories[${at}]`,
    change: (edit, typing) => edited.change((part) => edit(part.categories[at]), typing),
  };
}

/** @param {Edited} edited @param {Category} category @param {number} at @param {number} count @param {string[]} symbols */
function card(edited, category, at, count, symbols) {
  const { builder, path, draft } = edited;
  const name = textIn(category.label, draft.language) || t("Category {number}", { number: at + 1 });
  const owner = /** @type {any} */ (builder.draft.selection).uid;
  const move = (/** @type {number} */ to) => builder.changeQuestion(owner, (question) => question.categories.splice(to, 0, ...question.categories.splice(at, 1)));
  const tools = [
    small("↑", () => move(at - 1), { "aria-label": t("Move “{name}” up", { name }), disabled: draft.locked || at === 0, "data-focus": `category-up-${category.code}` }),
    small("↓", () => move(at + 1), { "aria-label": t("Move “{name}” down", { name }), disabled: draft.locked || at === count - 1, "data-focus": `category-down-${category.code}` }),
    small("×", () => builder.changeQuestion(owner, (question) => question.categories.splice(at, 1)), { "aria-label": t("Remove “{name}”", { name }), disabled: draft.locked, "data-focus": `category-remove-${category.code}` }),
  ];
  const summary = element("summary", {}, t("Look and questions"));
  const look = element("details", { class: "category__look", "data-focus-keep": path }, summary, ...more(edited, category, symbols, owner));
  if (builder.opened.has(category.code)) look.open = true;
  // Its "toggle" comes later, when a change may have drawn it anew already.
  summary.addEventListener("click", () => (look.open ? builder.opened.delete(category.code) : builder.opened.add(category.code)));
  look.addEventListener("toggle", () => (look.open ? builder.opened.add(category.code) : builder.opened.delete(category.code)));
  const head = element("div", { class: "category__head" }, symbol(/** @type {any} */ (category)), ...tools);
  return element("fieldset", { class: "category" }, element("legend", { class: "unseen" }, name), head, textField(edited, "label", t("Name"), { needed: true }), look);
}

/** @param {Edited} edited @param {Category} category @param {string[]} symbols @param {string} owner */
function more(edited, category, symbols, owner) {
  const offered = (/** @type {Record<string, string>} */ words) => Object.entries(words).map(([value, label]) => ({ value, label }));
  const shapes = offered(SYMBOLS()).filter(({ value }) => symbols.includes(value));
  const choose = (/** @type {"symbol"|"sentiment"} */ member) => (/** @type {string} */ value) => edited.change((part) => (part[member] = value));
  return [
    shapes.length > 1 ? labelled(t("Symbol"), menu(shapes, category.symbol, choose("symbol")), { path: `${edited.path}.symbol` }) : null,
    colourField(edited, category),
    labelled(t("It is about"), menu(offered(SENTIMENTS()), category.sentiment, choose("sentiment")), { path: `${edited.path}.sentiment` }),
    textField(edited, "prompt", t("Sentence where it is put on the map")),
    asked(edited, category.followups, { owner, category: category.code }, t("Asked only about these")),
  ];
}

/** What is asked about each mark, whatever it is. @type {import("./types.js").Editor} */
export const followups = (edited, setting) => asked(edited, edited.part.followups, { owner: edited.part.uid }, setting.label);

/** @param {Edited} edited @param {import("../types.js").Question[]|undefined} questions @param {import("../type_picker.js").Where} where @param {string} label */
function asked(edited, questions, where, label) {
  const { builder, draft } = edited;
  const items = (questions ?? []).map((one) =>
    element("li", {}, small(called(one, draft.language, builder.data.types), () => builder.show({ kind: "question", uid: one.uid }), { "data-focus": `go-${one.uid}` })),
  );
  return element("section", { class: "editor-group", "aria-label": label }, element("h3", { class: "ds-label", "data-weight": "medium" }, label), items.length ? element("ul", { class: "asked-list" }, ...items) : null, builder.picker.place(where));
}
