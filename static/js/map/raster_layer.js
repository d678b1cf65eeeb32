// @ts-check
import { TileLayer } from "leaflet";

/** @param {import("./types.js").Source} source ready-made picture tiles */
export function rasterLayer(source) {
  return new TileLayer(source.url, { minNativeZoom: source.min_zoom ?? 0, maxNativeZoom: source.max_zoom ?? 18, maxZoom: 20 });
}
