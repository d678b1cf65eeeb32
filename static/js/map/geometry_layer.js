// @ts-check
// A GeoJSON geometry as something to look at on the map: nothing on it is pressed or moved.
import { CircleMarker, LayerGroup, Polygon, Polyline } from "./leaflet.js";

/**
 * @typedef {{type: string, coordinates: any, geometries?: Geometry[]}} Geometry WGS84
 * @typedef {import("leaflet").PathOptions & {radius?: number}} Look
 */

/** @param {Geometry} geometry @param {(shape: "point"|"line"|"area") => Look} look @returns {import("leaflet").Layer} */
export function geometryLayer(geometry, look) {
  const { type, coordinates } = geometry;
  const options = (/** @type {"point"|"line"|"area"} */ shape) => ({ interactive: false, ...look(shape) });
  if (type === "GeometryCollection") return new LayerGroup((geometry.geometries ?? []).map((one) => geometryLayer(one, look)));
  if (type === "Point") return new CircleMarker(turned(coordinates), options("point"));
  if (type === "MultiPoint") return new LayerGroup(coordinates.map((/** @type {number[]} */ one) => new CircleMarker(turned(one), options("point"))));
  if (type.endsWith("LineString")) return new Polyline(turned(coordinates), options("line"));
  return new Polygon(turned(coordinates), options("area"));
}

/** Leaflet has latitude first. @param {any} places nested as deep as they may be @returns {any} */
const turned = (places) => (typeof places[0] === "number" ? [places[1], places[0]] : places.map(turned));
