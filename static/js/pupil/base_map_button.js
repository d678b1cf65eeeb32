// @ts-check
import { t } from "../modules/texts.js";
import { element } from "../modules/element.js";
import { icon } from "../modules/icons.js";

/**
 * From map to aerial photo and on; nothing where the installation has one base map only.
 * @param {import("./app.js").PupilApp} app @param {() => import("../map/types.js").MapApp} mapApp
 */
export function baseMapButton({ page, announcer }, mapApp) {
  const { sources } = page.map;
  if (sources.length < 2) return null;
  const text = element("span", {}, sources[1].label);
  const switchMap = () => {
    const at = sources.findIndex((/** @type {any} */ source) => source.id === mapApp().source);
    const shown = sources[(at + 1) % sources.length];
    mapApp().setSource(shown.id);
    announcer.say(shown.label);
    text.textContent = sources[(at + 2) % sources.length].label;
  };
  return element("button", { type: "button", class: "button side__button", onclick: switchMap, "aria-label": t("Change the map") }, icon("layers"), text);
}
