// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";

/** @typedef {import("./ranking.js").Ranked} Ranked */

const SVG = "http://www.w3.org/2000/svg";
const ARROWS = { up: "M12 19V5M6 11l6-6 6 6", down: "M12 5v14M6 13l6 6 6-6", remove: "M6 6l12 12M18 6L6 18" };

/**
 * One choice in its place, with what moves it.
 * @param {Ranked} each @param {number} place from 0 @param {number} count how many are ranked
 * @param {{move: (each: Ranked, to: number, button: string) => void, remove: (each: Ranked) => void}} on
 */
export function item(each, place, count, on) {
  const { code, label } = each;
  return element(
    "li",
    { class: "ranking__item", "data-code": code },
    element("span", { class: "ranking__grip", "aria-hidden": "true" }, String(place + 1)),
    element("span", { class: "ranking__label" }, label),
    element(
      "div",
      { class: "ranking__buttons" },
      arrow("up", t("Move {label} up", { label }), () => on.move(each, place - 1, "up"), place === 0),
      arrow("down", t("Move {label} down", { label }), () => on.move(each, place + 1, "down"), place === count - 1),
      arrow("remove", t("Take {label} out of the order", { label }), () => on.remove(each)),
    ),
  );
}

/** One choice that is not ranked. @param {Ranked} each @param {boolean} room @param {(each: Ranked) => void} add */
export function left(each, room, add) {
  const button = element("button", { type: "button", class: "ds-button", "data-variant": "secondary", "data-code": each.code, disabled: !room, onclick: () => add(each) }, each.label);
  return element("li", {}, button);
}

/** @param {keyof typeof ARROWS} name @param {string} label @param {() => void} onclick @param {boolean} [disabled] */
function arrow(name, label, onclick, disabled = false) {
  const picture = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  for (const [attribute, value] of Object.entries({ viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" })) picture.setAttribute(attribute, value);
  path.setAttribute("d", ARROWS[name]);
  picture.append(path);
  return element("button", { type: "button", name, class: "ranking__button", "aria-label": label, disabled, onclick }, picture);
}
