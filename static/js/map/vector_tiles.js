// @ts-check
// Vector tiles drawn one at a time and the middle of the screen first, so that a finger is never kept waiting. What is drawn
// becomes a picture: a canvas a tile would be handed to the screen anew at every frame of a line.
import { CRS, DomUtil, GridLayer, point } from "./leaflet.js";
import { Labelers, PmtilesSource, TileCache, View } from "./protomaps.js";
import { attributionHtml } from "./attribution.js";
import { paintLabels, paintTile } from "./paint_tile.js";
import { bergen } from "./themes/bergen.js";
import { oslo } from "./themes/oslo.js";

/** @typedef {{coords: import("leaflet").Coords, image: HTMLImageElement, done: (error?: Error) => void}} Job */

const THEMES = { oslo, bergen };
const DATA_TILE = 512; // pixels a data tile covers where it is not enlarged: one zoom less than Leaflet's tiles
const LABELLED_TILES = 16;
const SHARPEST = 2;
const LOSSLESS = 1; // as WebP, which browsers make beside the page's own work
const BREATH = 3; // milliseconds of work without a pause
const PAUSE = 8000; // before a tile that did not come is asked for again

/** A layer of the server's vector tiles in one of our themes. */
export class VectorTiles extends GridLayer {
  /** @type {Job[]} */ #jobs = [];
  #working = false;
  // One canvas for all tiles, drawn one after another: a new one each leaves much to clean up in the middle of a line.
  #canvas = document.createElement("canvas");

  /** @param {import("./types.js").Source} source @param {number} height */
  constructor(source, height) {
    super({
      attribution: attributionHtml(source.attribution),
      minZoom: source.min_zoom,
      maxZoom: 20,
      zIndex: height,
      keepBuffer: 1,
      updateWhenIdle: false,
    });
    this.theme = THEMES[/** @type {keyof typeof THEMES} */ (source.theme)] ?? oslo;
    const tiles = new PmtilesSource(/** @type {any} */ (serverTiles(source)), true);
    this.view = new View(new TileCache(tiles, DATA_TILE), source.data_zoom ?? 15, 1);
    const scratch = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
    // Each rule is a source of its own, so that names can be placed rule by rule with a breath between.
    const rules = this.theme.labels.map((rule, number) => ({ ...rule, dataSource: String(number) }));
    this.labelers = new Labelers(scratch, rules, LABELLED_TILES, (keys) => this.#drawAgain(keys));
  }

  /** @param {import("leaflet").Coords} coords @param {import("leaflet").DoneCallback} done */
  createTile(coords, done) {
    const image = DomUtil.create("img", "leaflet-tile");
    image.alt = "";
    this.#add({ coords, image, done: (error) => done(error, image) });
    return image;
  }

  /** @param {Job} job */
  #add(job) {
    this.#jobs.push(job);
    if (!this.#working) {
      this.#working = true;
      setTimeout(() => this.#work());
    }
  }

  async #work() {
    for (let job = this.#next(); job; job = this.#next()) {
      await this.#carryOut(job);
      await pause();
    }
    this.#working = false;
  }

  /** The job nearest to the middle of the screen. */
  #next() {
    if (!this._map) this.#jobs = [];
    const middle = this._map?.getPixelBounds().getCenter().divideBy(256);
    const far = (/** @type {Job} */ { coords }) => Math.hypot(coords.x + 0.5 - middle.x, coords.y + 0.5 - middle.y);
    this.#jobs.sort((one, other) => far(other) - far(one));
    return this.#jobs.pop();
  }

  /** @param {Job} job */
  async #carryOut({ coords, image, done }) {
    try {
      if (!this.#isShown(coords, image)) return;
      const prepared = await this.view.getDisplayTile(coords);
      if (!this.#isShown(coords, image)) return;
      await this.#placeNames(prepared);
      if (!this.#isShown(coords, image)) return;
      await this.#draw(coords, image, prepared);
      done();
    } catch (error) {
      if (/** @type {Error} */ (error).name === "AbortError") return;
      done(/** @type {Error} */ (error));
      setTimeout(() => this.#add({ coords, image, done }), PAUSE);
    }
  }

  /** @param {import("protomaps-leaflet").PreparedTile} prepared */
  async #placeNames(prepared) {
    for (const number of this.theme.labels.keys())
      if (this.labelers.add(prepared.z, new Map([[String(number), [prepared]]])) > BREATH) await pause();
  }

  /** @param {import("leaflet").Coords} coords @param {HTMLImageElement} image */
  #isShown(coords, image) {
    const layer = /** @type {any} */ (this);
    return this._map && layer._tiles[layer._tileCoordsToKey(coords)]?.el === image && layer._tileZoom === coords.z;
  }

  /**
   * @param {import("leaflet").Coords} coords @param {HTMLImageElement} image
   * @param {import("protomaps-leaflet").PreparedTile} prepared
   */
  async #draw(coords, image, prepared) {
    const sharpness = Math.min(window.devicePixelRatio || 1, SHARPEST);
    const canvas = this.#canvas;
    canvas.width = canvas.height = 256 * sharpness;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { alpha: false }));
    context.scale(sharpness, sharpness);
    const corner = { x: 256 * coords.x, y: 256 * coords.y };
    await paintTile(context, prepared, this.theme, corner, pause);
    await pause();
    paintLabels(context, this.labelers.getIndex(coords.z), corner);
    await pause();
    await show(canvas, image);
  }

  /** @param {Set<string>} keys tiles "x:y:z" that a neighbour's name reaches into */
  #drawAgain(keys) {
    const layer = /** @type {any} */ (this);
    for (const key of keys) {
      const tile = layer._tiles[key];
      if (tile?.loaded) this.#add({ coords: tile.coords, image: tile.el, done: () => {} });
    }
  }
}

/** @param {HTMLCanvasElement} canvas @param {HTMLImageElement} image */
async function show(canvas, image) {
  const picture = await new Promise((/** @type {BlobCallback} */ resolve) => canvas.toBlob(resolve, "image/webp", LOSSLESS));
  image.src = URL.createObjectURL(/** @type {Blob} */ (picture));
  await image.decode();
  URL.revokeObjectURL(image.src);
}

/** Lets waiting fingers go first. @returns {Promise<void>} */
function pause() {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * Whether a tile has anything of the map: what lies wholly outside is neither asked for nor missed.
 * @param {number[] | undefined} bounds west, south, east, north in degrees
 * @param {number} z @param {number} x @param {number} y
 */
function touches(bounds, z, x, y) {
  if (!bounds) return true;
  const corner = (/** @type {number} */ column, /** @type {number} */ row) => CRS.EPSG3857.pointToLatLng(point(column * 256, row * 256), z);
  const [northWest, southEast] = [corner(x, y), corner(x + 1, y + 1)];
  return northWest.lng < bounds[2] && southEast.lng > bounds[0] && northWest.lat > bounds[1] && southEast.lat < bounds[3];
}

/**
 * The server's tiles as protomaps-leaflet reads a PMTiles file.
 * @param {import("./types.js").Source} source
 */
function serverTiles(source) {
  return {
    /** @param {number} z @param {number} x @param {number} y @param {AbortSignal} signal */
    async getZxy(z, x, y, signal) {
      if (!touches(source.bounds, z, x, y)) return undefined;
      const address = source.url.replace("{z}", String(z)).replace("{x}", String(x)).replace("{y}", String(y));
      const answer = await fetch(address, { signal });
      if (!answer.ok) throw new Error(`tile ${z}/${x}/${y}: ${answer.status}`);
      return answer.status === 204 ? undefined : { data: await answer.arrayBuffer() };
    },
  };
}
