// @ts-check
// The map beneath the drawing. Images come as they are; vector tiles bring their own code, and only when a page shows one.
import { LayerGroup } from "./leaflet.js";
import { ImageTiles } from "./image_tiles.js";
import { MissingNotice } from "./missing_notice.js";

/** @typedef {import("./types.js").Source} Source */

const BENEATH = 1;
const ABOVE = 2;

/**
 * A layer that shows `source`. Where its tiles do not come, the vector map among `others` is shown beneath; where
 * nothing comes, a quiet line says so, and the tiles are asked for again.
 * @param {Source} source @param {Source[]} [others] the rest of the page's sources
 */
export function basemapLayer(source, others = []) {
  return new Basemap(source, others.find((other) => other.kind === "vector" && other.id !== source.id));
}

/** One source and, when needed, the one that stands in for it. */
class Basemap extends LayerGroup {
  #notice = new MissingNotice();

  /** @param {Source} source @param {Source} [standIn] */
  constructor(source, standIn) {
    super();
    this.standIn = standIn;
    this.#show(source, ABOVE);
  }

  /** @param {import("leaflet").Map} map */
  onAdd(map) {
    super.onAdd(map);
    this.#notice.addTo(map);
    return this;
  }

  /** @param {import("leaflet").Map} map */
  onRemove(map) {
    this.#notice.remove();
    super.onRemove(map);
    return this;
  }

  /** @param {Source} source @param {number} height */
  async #show(source, height) {
    const layer = await tiles(source, height).catch(() => null);
    if (!layer) return void addEventListener("online", () => this.#show(source, height), { once: true });
    layer.once("tileerror", () => this.#useStandIn());
    this.#notice.watch(layer);
    this.addLayer(layer);
  }

  #useStandIn() {
    const standIn = this.standIn;
    this.standIn = undefined;
    if (standIn) this.#show(standIn, BENEATH);
  }
}

/** @param {Source} source @param {number} height */
async function tiles(source, height) {
  if (source.kind === "raster") return new ImageTiles(source, height);
  const { VectorTiles } = await import("./vector_tiles.js");
  return new VectorTiles(source, height);
}
