// @ts-check
// Image tiles that come back for what was not there: the server fetches in the background and says "not yet" meanwhile.
import { TileLayer } from "./leaflet.js";
import { attributionHtml } from "./attribution.js";

const PAUSES = [1500, 4000, 15000, 60000];

/** A tile layer whose missing tiles are asked for again with growing pauses, as long as they are on the screen. */
export class ImageTiles extends TileLayer {
  /** @type {WeakMap<HTMLElement, number>} */
  #tries = new WeakMap();

  /** @param {import("./types.js").Source} source @param {number} height */
  constructor(source, height) {
    super(source.url, {
      attribution: attributionHtml(source.attribution),
      minNativeZoom: source.min_zoom ?? 0,
      maxNativeZoom: source.max_zoom ?? 18,
      maxZoom: 20,
      zIndex: height,
      keepBuffer: 1,
    });
    this.on("tileerror", ({ tile }) => this.#again(/** @type {HTMLImageElement} */ (tile)));
  }

  /** @param {HTMLImageElement} tile */
  #again(tile) {
    const tries = this.#tries.get(tile) ?? 0;
    this.#tries.set(tile, tries + 1);
    const address = tile.src;
    setTimeout(() => {
      if (tile.isConnected && tile.src === address) tile.src = address;
    }, PAUSES[Math.min(tries, PAUSES.length - 1)]);
  }
}
