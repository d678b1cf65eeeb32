// @ts-check
// A name at a point: with a small badge above it (a stop, a school), or alone and centred (a place, a fjord).

const SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const LINE = 1.15; // line height, in sizes
const LONGEST = 14; // letters on a line before it is broken

/**
 * @typedef {object} PlaceStyle
 * @property {number} size pixels @property {string} fill @property {string} halo
 * @property {string} [weight] @property {boolean} [italic] @property {number} [spacing] pixels between letters
 * @property {(context: CanvasRenderingContext2D) => void} [badge] drawn with its middle at 0, 0
 * @property {number} [badgeSize] pixels
 */

export class PlaceName {
  /** @param {(zoom: number, kind: string) => PlaceStyle} style */
  constructor(style) {
    this.style = style;
  }

  /**
   * @param {import("protomaps-leaflet").Layout} layout @param {any[][]} geometry
   * @param {import("protomaps-leaflet").Feature} feature
   */
  place(layout, geometry, feature) {
    const style = this.style(layout.zoom, String(feature.props.kind));
    const lines = broken(String(feature.props.name ?? ""));
    const font = fontOf(style);
    const scratch = layout.scratch;
    scratch.font = font;
    scratch.letterSpacing = `${style.spacing ?? 0}px`;
    const half = Math.max(...lines.map((line) => scratch.measureText(line).width)) / 2;
    scratch.letterSpacing = "0px";
    const height = lines.length * style.size * LINE;
    const badge = style.badge ? (style.badgeSize ?? 0) : 0;
    const top = badge ? badge / 2 + 2 : -height / 2;
    const { x, y } = geometry[0][0];
    const box = { minX: x - half - 4, minY: y + (badge ? -badge / 2 : top) - 3, maxX: x + half + 4, maxY: y + top + height + 3 };
    return [{ anchor: geometry[0][0], bboxes: [box], draw: (/** @type {CanvasRenderingContext2D} */ context) => write(context, lines, font, style, top) }];
  }
}

/** @param {PlaceStyle} style */
function fontOf({ italic, weight, size }) {
  return `${italic ? "italic " : ""}${weight ?? "500"} ${size}px ${SANS}`;
}

/**
 * @param {CanvasRenderingContext2D} context @param {string[]} lines @param {string} font
 * @param {PlaceStyle} style @param {number} top
 */
function write(context, lines, font, style, top) {
  style.badge?.(context);
  context.font = font;
  context.letterSpacing = `${style.spacing ?? 0}px`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineWidth = 3;
  context.strokeStyle = style.halo;
  context.fillStyle = style.fill;
  for (const how of /** @type {const} */ (["strokeText", "fillText"]))
    for (const [number, line] of lines.entries()) context[how](line, 0, top + (number + 0.5) * style.size * LINE);
}

/** @param {string} name */
function broken(name) {
  /** @type {string[]} */ const lines = [];
  for (const word of name.split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && (last + " " + word).length <= LONGEST) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
