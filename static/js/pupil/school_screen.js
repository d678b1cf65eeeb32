// @ts-check
import { t } from "../modules/texts.js";
import { button, element } from "../modules/element.js";
import { createMap } from "../map/create_map.js";
import { distance } from "../map/distance.js";
import { placeSticker } from "../map/place_sticker.js";
import { mapPlace } from "./map_layout.js";
import { mapScreen } from "./map_screen.js";
import { showSchool } from "./school_marker.js";

const CLOSE_M = 250;

/** A warm-up: find your school on the map. Nothing is saved of it. @param {import("./app.js").PupilApp} app @returns {import("./app.js").Screen} */
export function schoolScreen(app) {
  const school = /** @type {NonNullable<import("./app.js").Page["school"]>} */ (app.page.school);
  const sentence = element("p", { class: "sentence", role: "status" }, t("Move the map, and press where the school is."));
  const help = button(t("Show me"), () => found(t("Here it is.")));
  const next = button(t("Skip"), () => void app.show(mapScreen(app)), { kind: "main" });
  const place = mapPlace();
  const whole = element(
    "main",
    { class: "map-screen map-screen--school" },
    element("header", { class: "top" }, element("h1", { class: "top__title" }, t("Find {name}", { name: school.name }))),
    ...place.parts,
    element("div", { class: "below" }, sentence, element("div", { class: "bottom" }, element("div", { class: "bar" }, help, next))),
  );
  /** @type {import("../map/types.js").MapApp} */
  let mapApp;
  /** @type {{cancel: () => void}|null} */
  let placing = null;

  function wait() {
    placing = placeSticker(mapApp, { onPlace: ({ lat, lng }) => guess([lng, lat]), onHint: () => (sentence.textContent = t("Zoom in a little more, so it becomes the right place.")) });
  }
  /** @param {[number, number]} guessed */
  function guess(guessed) {
    if (distance(guessed, [school.lon, school.lat]) <= CLOSE_M) return found(t("Yes! You found it."));
    sentence.textContent = wayThere(guessed, school);
    return wait();
  }
  /** @param {string} words */
  function found(words) {
    placing?.cancel();
    showSchool(mapApp, school);
    mapApp.map.setView([school.lat, school.lon], Math.max(app.page.map.zoom, mapApp.minZoomToDraw + 1));
    sentence.textContent = words;
    help.hidden = true;
    /** @type {Element} */ (next.lastElementChild).textContent = t("Go on");
    next.focus();
  }
  const start = requestAnimationFrame(() => {
    mapApp = createMap(place.map, app.page.map);
    mapApp.map.setZoom(Math.max(app.page.map.zoom, mapApp.minZoomToDraw));
    wait();
  });
  const leave = () => {
    cancelAnimationFrame(start);
    placing?.cancel();
    mapApp?.destroy();
  };
  return { element: whole, leave };
}

/** @param {[number, number]} guessed @param {{lon: number, lat: number}} school */
function wayThere([lon, lat], school) {
  const east = (school.lon - lon) * Math.cos((lat * Math.PI) / 180);
  const north = school.lat - lat;
  if (Math.abs(north) > Math.abs(east)) return north > 0 ? t("Not quite. Look farther up on the map.") : t("Not quite. Look farther down on the map.");
  return east > 0 ? t("Not quite. Look farther right on the map.") : t("Not quite. Look farther left on the map.");
}
