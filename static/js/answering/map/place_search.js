// @ts-check
import { findPlace } from "../../map/find_place.js";
import { element } from "../../modules/element.js";
import { t } from "../../modules/texts.js";

const SHOWN = 6;

/** Finds the project's own schools and zones by name, on the device, and moves the map there. @param {import("./map_answer.js").MapAnswer} answer */
export function placeSearch(answer) {
  const { places } = answer.data;
  const id = `find-${answer.question.variable}`;
  const input = element("input", { id, class: "ds-input", type: "search", autocomplete: "off", enterkeyhint: "search" });
  const found = element("ul", { class: "map-found" });
  /** @param {import("../../map/find_place.js").Place} place */
  function go({ name, lon, lat }) {
    const { map, minZoomToDraw } = answer.map;
    map.setView([lat, lon], Math.max(map.getZoom(), minZoomToDraw));
    input.value = "";
    found.replaceChildren();
    answer.announcer.say(name);
    answer.ground.focus({ preventScroll: true });
    answer.ground.scrollIntoView({ block: "nearest" });
  }
  function show() {
    const typed = input.value.trim();
    const matching = typed ? findPlace(typed, places, SHOWN) : [];
    found.replaceChildren(...matching.map((place) => element("li", {}, element("button", { type: "button", onclick: () => go(place) }, place.name))));
    if (typed && !matching.length) found.append(element("li", { class: "map-found__none" }, t("We do not know a place with that name.")));
    if (typed) answer.announcer.say(matching.length ? matching.map(({ name }) => name).join(", ") : t("We do not know a place with that name."));
  }
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    /** @type {HTMLButtonElement|null} */ (found.querySelector("button"))?.click();
  });
  return element("div", { class: "map-search", hidden: !places.length }, element("label", { class: "ds-label", "data-weight": "regular", for: id }, t("Search by name, such as a school or a street area")), input, found);
}
