// @ts-check
import { symbol } from "../map/symbols.js";
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";
/** @typedef {import("./types.js").PlannersMark} PlannersMark */

/** @param {string} text @param {string} colour */
const tag = (text, colour) => element("span", { class: "ds-tag", "data-size": "sm", "data-color": colour }, text);

/**
 * @param {string} label @param {string} about for those who hear it @param {() => void} onclick @param {string} [colour]
 */
function act(label, about, onclick, colour) {
  return element(
    "button",
    { type: "button", class: "ds-button", "data-variant": "tertiary", "data-color": colour, onclick },
    label,
    element("span", { class: "unseen" }, ` ${about}`),
  );
}

/**
 * One row of the table.
 * @param {PlannersMark} mark
 * @param {{
 *   category: import("../map/types.js").Category | undefined, chosen: boolean, picked: boolean, columns: string[], mayModerate: boolean, mayDelete: boolean,
 *   onShow: () => void, onPick: (on: boolean) => void, onVerb: (verb: import("./types.js").Verb) => void,
 * }} how
 */
export function markRow(mark, { category, chosen, picked, columns, mayModerate, mayDelete, onShow, onPick, onVerb }) {
  const about = t("{label} no. {id}", { label: mark.label, id: mark.id });
  const box = /** @type {HTMLInputElement} */ (
    element("input", { type: "checkbox", "aria-label": about, onchange: () => onPick(box.checked) })
  );
  box.checked = picked;
  const states = [
    ...mark.flags.map((flag) => tag(flag, mark.reviewed ? "neutral" : mark.worrying ? "danger" : "warning")),
    mark.flags.length > 0 && mark.reviewed && tag(t("Looked at"), "neutral"),
    mark.hidden && tag(t("Hidden"), "neutral"),
    mark.draft && tag(t("Not sent"), "info"),
    mark.test && tag(t("Test"), "warning"),
  ].filter((one) => one instanceof HTMLElement);
  const waits = mark.flags.length > 0 && !mark.reviewed;
  const actions = element(
    "div",
    { class: "mark__actions" },
    waits && !mark.hidden && act(t("Looked at"), about, () => onVerb("review")),
    mark.hidden ? act(t("Restore"), about, () => onVerb("restore")) : act(t("Hide"), about, () => onVerb("hide")),
    mark.hidden && !mark.draft && mayDelete && act(t("Delete"), about, () => onVerb("delete"), "danger"),
  );
  const classes = ["mark", chosen && "mark--chosen", mark.hidden && "mark--hidden", waits && "mark--waits"].filter(Boolean).join(" ");
  return element(
    "tr",
    { class: classes, "data-id": mark.id, onclick: (/** @type {Event} */ event) => event.target instanceof Element && !event.target.closest("button, input") && onShow() },
    mayModerate && element("td", {}, box),
    element(
      "th",
      { scope: "row" },
      element("button", { type: "button", class: "mark__show", "aria-pressed": String(chosen), onclick: onShow }, category ? symbol(category) : "", element("span", {}, mark.label)),
    ),
    element(
      "td",
      {},
      element("div", { class: "mark__text" }, mark.texts.join("\n")),
      ...mark.translations.map(({ language, text }) => element("div", { class: "mark__text muted", lang: language }, text)),
      mark.choices.length > 0 && element("div", { class: "muted" }, mark.choices.join(", ")),
      states.length > 0 && element("div", { class: "mark__flags" }, ...states),
      mayModerate && actions,
    ),
    columns.includes("class") && element("td", {}, mark.class, mark.school && element("div", { class: "muted" }, mark.school)),
    columns.includes("zone") && element("td", {}, mark.zone),
    columns.includes("season") && element("td", {}, mark.season),
    element("td", { class: "number" }, mark.week.replace(/^\d+-W0?/, "")),
  );
}
