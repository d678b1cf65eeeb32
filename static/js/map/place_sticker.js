// @ts-check
import { createCrosshair } from "./crosshair.js";
import { closeEnough } from "./minimum_zoom.js";
import { rounded } from "./simplify_line.js";
/** @typedef {import("./types.js").MapApp} MapApp */
/** @typedef {import("./types.js").Pixel} Pixel */
/**
 * @typedef {object} Listeners
 * @property {(place: {lat: number, lng: number}) => void} onPlace degrees, 5 decimals
 * @property {(coordinate: import("./types.js").Coordinate) => "outside"|"beyond"|"left_out"|null} [refusal] why it may not be put there
 * @property {(hint: import("./types.js").Hint) => void} [onHint]
 * @property {(announcement: import("./types.js").Announcement) => void} [onAnnounce]
 */

/**
 * Waits for one place on the map: a tap, a click, or Enter at the cross. One finger still moves the map.
 * @param {MapApp} mapApp
 * @param {Listeners} listeners
 */
export function placeSticker(mapApp, { onPlace, refusal, onHint, onAnnounce }) {
  const { map, element } = mapApp;
  const crosshair = createCrosshair(mapApp);

  function place(/** @type {Pixel} */ pixel) {
    if (!closeEnough(mapApp, onHint, pixel)) return onAnnounce?.({ kind: "zoom_in" });
    const { lat, lng } = map.containerPointToLatLng([pixel.x, pixel.y]);
    const [lon, latitude] = rounded([lng, lat]);
    const kind = mapApp.contains([lng, lat]) ? refusal?.([lon, latitude]) : "outside";
    if (kind) {
      onHint?.({ kind });
      return onAnnounce?.({ kind });
    }
    leave();
    onAnnounce?.({ kind: "placed" });
    onPlace({ lat: latitude, lng: lon });
  }
  function onClick(/** @type {import("leaflet").LeafletMouseEvent} */ event) {
    if (mapApp.isGround(event.originalEvent)) place(event.containerPoint);
  }
  function onKey(/** @type {KeyboardEvent} */ event) {
    if (event.target !== element || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    if (crosshair.visible) place(mapApp.middle());
    else crosshair.show();
  }
  function leave() {
    map.off("click", onClick);
    map.doubleClickZoom.enable();
    element.removeEventListener("keydown", onKey);
    element.classList.remove("map--placing");
    crosshair.remove();
    mapApp.mode = "look";
  }

  mapApp.mode = "place";
  map.doubleClickZoom.disable();
  map.on("click", onClick);
  element.addEventListener("keydown", onKey);
  element.classList.add("map--placing");
  onAnnounce?.({ kind: "ready" });

  return { placeAtCentre: () => place(mapApp.middle()), cancel: leave };
}
