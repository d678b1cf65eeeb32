// @ts-check
import { element } from "../modules/element.js";
/** @typedef {import("./told.js").Told} Told */

/**
 * Tells each thing at the field it is about, or at the nearest place around it that is not folded away.
 * @param {HTMLElement} pane @param {Told[]} told of what the pane shows
 */
export function tellProblems(pane, told) {
  const places = /** @type {HTMLElement[]} */ ([...pane.querySelectorAll("[data-problem]")]).filter((one) => !one.closest("details:not([open])"));
  for (const place of places) {
    const here = told.filter(({ path }) => nearest(places, path) === place);
    const stops = here.filter((one) => one.stops).map(({ message }) => message);
    place.textContent = stops.join(" ");
    place.hidden = !stops.length;
    const advice = advised(place, here.filter((one) => !one.stops));
    describe(pane.querySelector(`[id="${place.id.replace(/-problem$/, "")}"]`), place, advice);
  }
}

/** @param {string} outer @param {string} place */
export function isAround(outer, place) {
  return outer === "" || place === outer || (place.startsWith(outer) && [".", "["].includes(place[outer.length]));
}

/** @param {HTMLElement[]} places @param {string} path */
function nearest(places, path) {
  const around = places.filter(({ dataset }) => isAround(dataset.problem ?? "", path));
  return around.sort((one, other) => (other.dataset.problem ?? "").length - (one.dataset.problem ?? "").length)[0];
}

/** What is worth a look, after what must be mended. @param {HTMLElement} place @param {Told[]} told */
function advised(place, told) {
  const id = place.id.replace(/problem$/, "advice");
  const before = place.nextElementSibling?.id === id ? place.nextElementSibling : null;
  if (!told.length) {
    before?.remove();
    return null;
  }
  const advice = before ?? element("div", { class: "field-advice", id });
  advice.replaceChildren(...told.map(({ message }) => element("p", {}, message)));
  if (!before) place.after(advice);
  return advice;
}

/** @param {Element|null} control @param {HTMLElement} place @param {Element|null} advice */
function describe(control, place, advice) {
  if (!control) return;
  control.setAttribute("aria-invalid", String(!place.hidden));
  const others = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.endsWith("-advice"));
  control.setAttribute("aria-describedby", [...others, ...(advice ? [advice.id] : [])].join(" "));
}
