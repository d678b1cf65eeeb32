// @ts-check
import { element } from "../modules/element.js";
import { t, tn } from "../modules/texts.js";
import { findQuestion } from "./finding.js";
import { toldAloud, toldOf } from "./told.js";
import { called, pageCalled } from "./words.js";

/** @param {import("./outline.js").Outline} outline @param {import("./types.js").Page} page @param {number} index */
export function pageRow(outline, page, index) {
  const { draft, builder } = outline;
  const chosen = draft.selection.kind === "page" && draft.selection.name === page.name;
  const name = row(
    { class: "outline-row__name outline-row__name--page", "data-focus": `page-${page.name}`, "aria-current": chosen ? "true" : null, onclick: () => draft.select({ kind: "page", name: page.name }) },
    [element("span", { class: "outline-row__number" }, String(index + 1)), pageCalled(page, index, draft.language), page.relevant ? condition() : null, ...counts(draft, { kind: "page", name: page.name })],
  );
  const last = draft.document.pages.length - 1;
  const tools = [
    narrow(tool(outline, t("Edit"), `edit-${page.name}`, true, () => builder.show({ kind: "page", name: page.name }))),
    tool(outline, t("Up"), `up-${page.name}`, index > 0, () => outline.shiftPage(page.name, -1, `up-${page.name}`)),
    tool(outline, t("Down"), `down-${page.name}`, index < last, () => outline.shiftPage(page.name, 1, `down-${page.name}`)),
    tool(outline, t("Remove"), `remove-${page.name}`, last > 0, () => builder.removePage(page.name)),
  ];
  return element("div", { class: "outline-row outline-row--page" }, grip(), name, chosen ? element("div", { class: "outline-row__tools" }, ...tools) : null);
}

/** @param {import("./outline.js").Outline} outline @param {import("./types.js").Question} question */
export function questionRow(outline, question) {
  const { draft, builder } = outline;
  const { uid } = question;
  const chosen = draft.selection.kind === "question" && draft.selection.uid === uid;
  const type = builder.data.types[question.type]?.label ?? question.type;
  const words = called(question, draft.language, builder.data.types);
  const name = row({ class: "outline-row__name", "data-focus": `question-${uid}`, "aria-current": chosen ? "true" : null, onclick: () => draft.select({ kind: "question", uid }) }, [
    element("span", { class: "outline-row__words" }, words),
    words === type ? null : element("span", { class: "outline-row__type" }, type),
    question.relevant ? condition() : null,
    ...counts(draft, { kind: "question", uid }),
  ]);
  return element("div", { class: "outline-row" }, grip(), name, chosen ? questionTools(outline, uid) : null);
}

/** @param {import("./outline.js").Outline} outline @param {string} uid */
function questionTools(outline, uid) {
  const { builder, draft } = outline;
  const found = findQuestion(draft.document, uid);
  const pages = draft.document.pages.length;
  const isFirst = !found || (found.index === 0 && (Boolean(found.owner) || found.page === 0));
  const isLast = !found || (found.index === found.list.length - 1 && (Boolean(found.owner) || found.page === pages - 1));
  return element(
    "div",
    { class: "outline-row__tools" },
    narrow(tool(outline, t("Edit"), `edit-${uid}`, true, () => builder.show({ kind: "question", uid }))),
    tool(outline, t("Up"), `up-${uid}`, !isFirst, () => outline.shift(uid, -1, `up-${uid}`)),
    tool(outline, t("Down"), `down-${uid}`, !isLast, () => outline.shift(uid, 1, `down-${uid}`)),
    tool(outline, t("Copy"), `copy-${uid}`, true, () => builder.duplicate(uid)),
    tool(outline, t("Remove"), `remove-${uid}`, true, () => builder.remove(uid)),
  );
}

/** @param {Record<string, any>} attributes @param {(Node|string|null)[]} children */
function row(attributes, children) {
  return element("button", { type: "button", ...attributes }, ...children);
}

/** @param {import("./outline.js").Outline} outline @param {string} label @param {string} focus @param {boolean} can @param {() => void} onclick */
function tool(outline, label, focus, can, onclick) {
  return element("button", { type: "button", class: "outline-tool", "data-focus": focus, disabled: !can || outline.draft.locked, onclick }, label);
}

/** Where the properties do not stand beside the outline. @param {HTMLElement} button */
function narrow(button) {
  button.classList.add("outline-tool--narrow");
  return button;
}

/** For dragging alone: the buttons do the same. */
function grip() {
  return element("span", { class: "outline-grip", "aria-hidden": "true", "data-grip": true }, "⠿");
}

function condition() {
  return element("span", { class: "outline-row__when" }, t("With a condition"));
}

/** How many things are to be mended there, and how many are worth a look. @param {import("./draft.js").Draft} draft @param {import("./types.js").Selection} where */
export function counts(draft, where) {
  return countsOf(toldOf(draft, where));
}

/** The same of the whole. @param {import("./draft.js").Draft} draft */
export function inAll(draft) {
  return countsOf(toldAloud(draft));
}

/** @param {import("./told.js").Told[]} told */
function countsOf(told) {
  const stops = told.filter((one) => one.stops).length;
  const rest = told.length - stops;
  return [
    stops ? count("outline-row__lacks", stops, tn("one thing to mend", "{count} things to mend", stops, { count: stops })) : null,
    rest ? count("outline-row__look", rest, tn("one thing worth a look", "{count} things worth a look", rest, { count: rest })) : null,
  ];
}

/** @param {string} kind @param {number} number @param {string} words */
function count(kind, number, words) {
  return element("span", { class: kind }, element("span", { "aria-hidden": "true" }, String(number)), element("span", { class: "unseen" }, words));
}
