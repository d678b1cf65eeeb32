// @ts-check
// One quiet line while tiles of the map are missing. No boxes, no broken pictures: drawing goes on.
import { DomUtil } from "./leaflet.js";
import { t } from "../modules/texts.js";

const PATIENCE = 1500; // milliseconds: most tiles come on the second try

/** Shown while the layer watched last has tiles on the screen that did not come. */
export class MissingNotice {
  /** @type {Set<HTMLElement>} */ #missing = new Set();
  /** @type {import("leaflet").GridLayer | null} */ #layer = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  constructor() {
    this.element = DomUtil.create("p", "map-missing");
    this.element.setAttribute("role", "status");
  }

  /** @param {import("leaflet").Map} map */
  addTo(map) {
    map.getContainer().append(this.element);
  }

  remove() {
    this.element.remove();
  }

  /** @param {import("leaflet").GridLayer} layer */
  watch(layer) {
    this.#layer = layer;
    this.#missing.clear();
    layer.on("tileerror", ({ tile }) => this.#note(layer, () => this.#missing.add(tile)));
    const here = (/** @type {import("leaflet").TileEvent} */ { tile }) => this.#note(layer, () => this.#missing.delete(tile));
    layer.on("tileload", here).on("tileunload", here);
  }

  /** @param {import("leaflet").GridLayer} layer @param {() => void} change */
  #note(layer, change) {
    if (layer !== this.#layer) return;
    change();
    clearTimeout(this.#timer);
    if (!this.#missing.size) this.element.textContent = "";
    else this.#timer = setTimeout(() => this.#say(), PATIENCE);
  }

  #say() {
    if (this.#missing.size) this.element.textContent = t("The map is not here yet.");
  }
}
