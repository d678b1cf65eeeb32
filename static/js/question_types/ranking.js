// @ts-check
import { Announcer } from "../modules/announcer.js";
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";
import { dragToOrder } from "../modules/drag_to_order.js";
import { item, left } from "./ranking_parts.js";

/** @typedef {{code: string, label: string}} Ranked */

/**
 * An order to move choices about in, with buttons or by their numbers, in the place of one list for each place.
 * The lists stay behind it and carry the answer.
 * @param {HTMLElement} box
 */
export function rank(box) {
  const lists = /** @type {HTMLSelectElement[]} */ ([...box.querySelectorAll("select")]);
  const choicesNow = () => [...lists[0].options].filter(({ value }) => value).map(({ value, text }) => ({ code: value, label: text }));
  let choices = choicesNow();
  const inLists = () => lists.flatMap((list) => choices.find(({ code }) => code === list.value) || []);
  let order = inLists();
  const ordered = element("ol", { class: "ranking__list", "aria-label": t("Your order") });
  const rest = element("ul", { class: "ranking__left", "aria-label": t("Not ranked yet") });
  const empty = element("p", { class: "ranking__empty" }, t("Press what matters most to you first, then the next."));
  const announcer = new Announcer();

  function show() {
    ordered.replaceChildren(...order.map((each, place) => item(each, place, order.length, { move, remove })));
    const open = choices.filter((each) => !order.includes(each));
    rest.replaceChildren(...open.map((each) => left(each, order.length < lists.length, add)));
    rest.hidden = !open.length;
    empty.hidden = order.length > 0;
    ordered.hidden = !order.length;
  }

  /** @param {Ranked[]} changed @param {Ranked} about */
  function set(changed, about) {
    order = changed;
    lists.forEach((list, place) => (list.value = order[place]?.code || ""));
    show();
    lists[0].dispatchEvent(new Event("change", { bubbles: true }));
    const place = order.indexOf(about) + 1;
    announcer.say(place ? t("{label} is number {place} of {count}", { label: about.label, place, count: order.length }) : t("{label} is not ranked any more", { label: about.label }));
  }

  /** @param {Ranked} each @param {number} to @param {string} [button] which has the focus afterwards */
  function move(each, to, button) {
    const others = order.filter((other) => other !== each);
    set([...others.slice(0, to), each, ...others.slice(to)], each);
    if (button) focus(each, button);
  }

  /** @param {Ranked} each */
  function add(each) {
    set([...order, each], each);
    const next = rest.querySelector("button:enabled") || ordered.querySelector("li:last-child button:enabled");
    /** @type {HTMLElement|null} */ (next)?.focus();
  }

  /** @param {Ranked} each */
  function remove(each) {
    set(order.filter((other) => other !== each), each);
    /** @type {HTMLElement|null} */ (rest.querySelector(`[data-code="${each.code}"]`))?.focus();
  }

  /** @param {Ranked} each @param {string} button */
  function focus(each, button) {
    const buttons = /** @type {HTMLButtonElement[]} */ ([...ordered.querySelectorAll(`[data-code="${each.code}"] button`)]);
    (buttons.find((found) => found.name === button && !found.disabled) || buttons.find((found) => !found.disabled))?.focus();
  }

  box.addEventListener("offered", () => {
    choices = choicesNow();
    order = inLists();
    show();
  });
  box.addEventListener("written", () => {
    order = inLists();
    show();
  });
  for (const place of box.querySelectorAll(".ranking__place")) /** @type {HTMLElement} */ (place).hidden = true;
  box.append(empty, ordered, rest, announcer.element);
  dragToOrder(ordered, { grip: ".ranking__grip", moving: "ranking__item--moving", onMove: (from, to) => move(order[from], to) });
  show();
}
