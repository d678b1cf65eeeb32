// @ts-check
import { t } from "../modules/texts.js";
import { element } from "../modules/element.js";
import { icon } from "../modules/icons.js";
import { findPlace } from "../map/find_place.js";
import { openSheet } from "./sheet.js";

/**
 * Finds schools and places of the project by name, on the device.
 * @param {import("./app.js").PupilApp} app @param {import("../map/types.js").MapApp} mapApp
 */
export function openSearch({ page, announcer }, mapApp) {
  const { school, places } = page;
  const known = school && !places.some((place) => place.name === school.name) ? [school, ...places] : places;
  const input = element("input", { id: "search", class: "text-field", type: "search", autocomplete: "off", enterkeyhint: "search" });
  const found = element("ul", { class: "found" });
  const show = () => {
    const places = input.value.trim() ? findPlace(input.value, known) : known.slice(0, 6);
    found.replaceChildren(...places.map((place) => element("li", {}, element("button", { type: "button", class: "button button--quiet", onclick: () => go(place) }, icon("easy_to_reach"), element("span", {}, place.name)))));
    if (input.value.trim() && !places.length) found.append(element("li", {}, t("We do not know a place with that name.")));
  };
  /** @param {{name: string, lon: number, lat: number}} place */
  function go({ name, lon, lat }) {
    sheet.close();
    mapApp.map.setView([lat, lon], Math.max(mapApp.map.getZoom(), mapApp.minZoomToDraw + 1));
    mapApp.element.focus();
    announcer.say(name);
  }
  input.addEventListener("input", show);
  show();
  const sheet = openSheet({
    title: t("Find a place"),
    class: "sheet--small",
    content: [element("label", { class: "question", for: "search" }, t("Name of a school, a street or an area")), input, found],
  });
}
