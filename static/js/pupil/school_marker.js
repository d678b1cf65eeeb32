// @ts-check
import { DivIcon, Marker } from "../map/leaflet.js";
import { element } from "../modules/element.js";
import { icon } from "../modules/icons.js";

/**
 * The school, where most roads lead.
 * @param {import("../map/types.js").MapApp} mapApp @param {{name: string, lon: number, lat: number}} school
 */
export function showSchool({ map }, { name, lon, lat }) {
  const html = element("div", { class: "school-sign" }, icon("school"), element("span", {}, name));
  new Marker([lat, lon], { icon: new DivIcon({ html, className: "school-place", iconSize: [0, 0] }), interactive: false, keyboard: false, zIndexOffset: -100 }).addTo(map);
}
