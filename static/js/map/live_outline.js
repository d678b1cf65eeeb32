// @ts-check
import { Polygon, SVG } from "./leaflet.js";
import { createLiveLine } from "./live_line.js";
/** @typedef {import("./types.js").Coordinate} Coordinate */

/**
 * The outline while it is being drawn: the line itself, and faintly what it would go around if it were closed now.
 * @param {import("./types.js").MapApp} mapApp
 */
export function createLiveOutline(mapApp) {
  const line = createLiveLine(mapApp);
  const renderer = new SVG({ pane: "drawing", padding: 0.2 });
  const inside = new Polygon([], { interactive: false, pane: "drawing", renderer, className: "live-outline" }).addTo(mapApp.map);
  return {
    /** @param {Coordinate[]} coordinates @param {Coordinate | null} pointer */
    show(coordinates, pointer) {
      line.show(coordinates, pointer);
      const corners = pointer ? [...coordinates, pointer] : coordinates;
      inside.setLatLngs(corners.length > 2 ? corners.map(([lon, lat]) => /** @type {[number, number]} */ ([lat, lon])) : []);
    },
    remove() {
      line.remove();
      inside.remove();
    },
  };
}
