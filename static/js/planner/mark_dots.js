// @ts-check
// Thousands of marks as dots, thin lines and pale areas: a picture a tile, where an element each would stop the browser.
import { CRS, DomUtil, GridLayer, latLng } from "../map/leaflet.js";
/** @typedef {import("../map/types.js").Mark} Mark */

/**
 * A mark as the tiles have it: pixels of the whole world at zoom 0, 256 wide.
 * `holes`: what an area leaves out.
 * @typedef {{mark: Mark, kind: "point"|"line"|"area", path: {x: number, y: number}[], holes: {x: number, y: number}[][], west: number, north: number, east: number, south: number}} Placed
 */

const SIZE = 256;
const DOT = 4; // pixels from the middle to the edge
const SPECK = 3; // pixels wide
const DENSE = 600; // marks in a tile, from which they are specks
const REACH = DOT + 2; // how far a dot with its edge reaches into the next tile
const SHARPEST = 2;
const KINDS = { Point: "point", Polygon: "area" };

/** @param {Mark} mark @returns {Placed} */
export function placed(mark) {
  const { type, coordinates } = mark.geometry;
  const places = type === "Point" ? [coordinates] : type === "Polygon" ? coordinates[0] : coordinates;
  const onWorld = (/** @type {[number, number][]} */ ring) => ring.map(([lon, lat]) => CRS.EPSG3857.latLngToPoint(latLng(lat, lon), 0));
  const path = onWorld(places);
  const holes = type === "Polygon" ? coordinates.slice(1).map(onWorld) : [];
  const [across, down] = [path.map((/** @type {{x: number}} */ { x }) => x), path.map((/** @type {{y: number}} */ { y }) => y)];
  const kind = /** @type {"point"|"line"|"area"} */ (KINDS[/** @type {keyof typeof KINDS} */ (type)] ?? "line");
  return { mark, kind, path, holes, west: Math.min(...across), north: Math.min(...down), east: Math.max(...across), south: Math.max(...down) };
}

/** Whether any of the box of `one` lies in the other box, in the same pixels. @param {Placed} one @param {{west: number, north: number, east: number, south: number}} box */
export const touches = (one, { west, north, east, south }) => one.east >= west && one.west <= east && one.south >= north && one.north <= south;

/** Draws what `marks` has when its tiles are made: call `redraw` after a change. */
export class MarkDots extends GridLayer {
  /** @param {Map<string, Placed>} marks @param {(category: string) => string} colourOf @param {string} pane */
  constructor(marks, colourOf, pane) {
    super({ pane, maxZoom: 22, updateWhenIdle: false, keepBuffer: 1 });
    this.marks = marks;
    this.colourOf = colourOf;
  }

  /** @param {import("leaflet").Coords} coords */
  createTile({ x, y, z }) {
    const canvas = DomUtil.create("canvas", "leaflet-tile");
    const sharpness = Math.min(window.devicePixelRatio || 1, SHARPEST);
    canvas.width = canvas.height = SIZE * sharpness;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.scale(sharpness, sharpness);
    const scale = 2 ** z;
    const at = (/** @type {number} */ tile, /** @type {number} */ further) => (tile * SIZE + further) / scale;
    const box = { west: at(x, -REACH), north: at(y, -REACH), east: at(x + 1, REACH), south: at(y + 1, REACH) };
    const here = [...this.marks.values()].filter((one) => touches(one, box));
    const onTile = (/** @type {{x: number, y: number}} */ place) => ({ x: place.x * scale - x * SIZE, y: place.y * scale - y * SIZE });
    const draws = { area: drawArea, line: drawLine, point: here.length > DENSE ? drawSpeck : drawDot };
    // The smallest on top, and of one kind in the order they came, so that no colour hides another everywhere.
    for (const kind of /** @type {const} */ (["area", "line", "point"]))
      for (const one of here) if (one.kind === kind) draws[kind](context, one.path.map(onTile), this.colourOf(one.mark.category), one.holes.map((hole) => hole.map(onTile)));
    return canvas;
  }
}

/** @typedef {(context: CanvasRenderingContext2D, path: {x: number, y: number}[], colour: string, holes: {x: number, y: number}[][]) => void} Draw */

/** @type {Draw} */
function drawLine(context, path, colour, holes) {
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.beginPath();
  for (const line of [path, ...holes]) for (const [place, { x, y }] of line.entries()) place ? context.lineTo(x, y) : context.moveTo(x, y);
  context.stroke();
}

/** @type {Draw} */
function drawArea(context, path, colour, holes) {
  drawLine(context, path, colour, holes);
  context.fillStyle = colour;
  context.globalAlpha = 0.15;
  context.fill("evenodd");
  context.globalAlpha = 1;
}

/** @type {Draw} */
function drawDot(context, [{ x, y }], colour) {
  context.beginPath();
  context.arc(x, y, DOT, 0, 2 * Math.PI);
  context.strokeStyle = "#fff";
  context.lineWidth = 2;
  context.stroke();
  context.fillStyle = colour;
  context.fill();
}

/** @type {Draw} */
function drawSpeck(context, [{ x, y }], colour) {
  context.globalAlpha = 0.6;
  context.fillStyle = colour;
  context.fillRect(x - SPECK / 2, y - SPECK / 2, SPECK, SPECK);
  context.globalAlpha = 1;
}
