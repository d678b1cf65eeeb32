// @ts-check
// The map beneath the drawing. Images come as they are; vector tiles bring their own code, and only when a page shows one.
import { LayerGroup } from "leaflet";
import { ImageTiles } from "./image_tiles.js";

/**
 * @typedef {object} MapSource
 * @property {string} id
 * @property {"raster" | "vector"} kind
 * @property {string} url address of a tile with {z}, {x} and {y}
 * @property {string} attribution
 * @property {string} label
 * @property {number} min_zoom
 * @property {number} max_zoom
 * @property {number[]} [bounds] west, south, east, north
 * @property {string} [theme] how vector tiles are drawn
 * @property {number} [data_zoom] deepest zoom that has vector tiles; they are enlarged from there on
 */

/**
 * A layer that shows `source`. Where its tiles do not come, the vector map among `others` is shown beneath.
 * @param {MapSource} source @param {MapSource[]} [others] the rest of the page's sources
 */
export function basemapLayer(source, others = []) {
  return new Basemap(source, others.find((other) => other.kind === "vector" && other.id !== source.id));
}

/** One source and, when needed, the one that stands in for it. */
class Basemap extends LayerGroup {
  /** @param {MapSource} source @param {MapSource} [standIn] */
  constructor(source, standIn) {
    super();
    this.standIn = standIn;
    this.#show(source, 2);
  }

  /** @param {MapSource} source @param {number} height */
  async #show(source, height) {
    const layer = source.kind === "vector" ? await vectorTiles(source, height) : new ImageTiles(source, height);
    layer.on("tileerror", () => this.#useStandIn());
    layer.on("tileerror tileload tileunload", (event) => this.fire(event.type, event));
    this.addLayer(layer);
  }

  #useStandIn() {
    const standIn = this.standIn;
    this.standIn = undefined;
    if (standIn) this.#show(standIn, 1);
  }
}

/** @param {MapSource} source @param {number} height */
async function vectorTiles(source, height) {
  const { VectorTiles } = await import("./vector_tiles.js");
  return new VectorTiles(source, height);
}
