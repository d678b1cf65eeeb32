// @ts-check
// A name along its street, letter by letter round gentle bends. A street that is too short or too crooked gets none.

const EVERY = 420; // pixels between two names of one street
const SHARPEST_BEND = 0.45; // radians from letter to letter
const WHOLE_BEND = 1.3;
const STRAIGHT = 0.06;
const TRIES = [0.5, 0.35, 0.65, 0.2, 0.8];

/** @typedef {{x: number, y: number}} Spot @typedef {{letter: string, x: number, y: number, angle: number}} Letter */

export class StreetName {
  /** @param {{font: (zoom: number) => string, size: number, fill: string, halo: string}} style */
  constructor(style) {
    this.style = style;
    /** @type {Map<string, number>} */ this.widths = new Map();
  }

  /**
   * @param {import("protomaps-leaflet").Layout} layout @param {any[][]} geometry
   * @param {import("protomaps-leaflet").Feature} feature
   */
  place(layout, geometry, feature) {
    const name = String(feature.props.name ?? "");
    const font = this.style.font(layout.zoom);
    const widths = [...name].map((letter) => this.#width(layout.scratch, font, letter));
    const width = widths.reduce((sum, one) => sum + one, 0);
    const labels = geometry.flatMap((line) => this.#along(line, name, widths, width));
    return labels.map((letters) => this.#label(letters, name, font));
  }

  /** @param {CanvasRenderingContext2D} scratch @param {string} font @param {string} letter */
  #width(scratch, font, letter) {
    const key = font + letter;
    let width = this.widths.get(key);
    if (width === undefined) {
      scratch.font = font;
      this.widths.set(key, (width = scratch.measureText(letter).width));
    }
    return width;
  }

  /** @param {Spot[]} line @param {string} name @param {number[]} widths @param {number} width @returns {Letter[][]} */
  #along(line, name, widths, width) {
    const reached = distances(line);
    const length = reached[reached.length - 1];
    if (length < width * 1.1) return [];
    const parts = Math.max(1, Math.floor(length / EVERY));
    /** @type {Letter[][]} */ const found = [];
    for (let part = 0; part < parts; part++)
      for (const share of TRIES) {
        const start = ((part + share) * length) / parts - width / 2;
        const letters = start < 0 || start + width > length ? null : lay(line, reached, start, name, widths);
        if (!letters) continue;
        found.push(letters);
        break;
      }
    return found;
  }

  /** @param {Letter[]} letters @param {string} name @param {string} font */
  #label(letters, name, font) {
    const { fill, halo, size } = this.style;
    const anchor = /** @type {any} */ ({ x: letters[0].x, y: letters[0].y, dist: apart });
    const straight = letters.every(({ angle }) => Math.abs(Math.sin((angle - letters[0].angle) / 2)) < STRAIGHT / 2);
    const pieces = straight ? [{ ...letters[0], letter: name }] : letters;
    const half = size * 0.9;
    return {
      anchor,
      bboxes: letters.filter((_, number) => number % 2 === 0).map(({ x, y }) => ({ minX: x - half, minY: y - half, maxX: x + half, maxY: y + half })),
      deduplicationKey: name,
      deduplicationDistance: EVERY * 0.7,
      draw: (/** @type {CanvasRenderingContext2D} */ context) => {
        context.font = font;
        context.textBaseline = "middle";
        context.strokeStyle = halo;
        context.lineWidth = 3;
        context.fillStyle = fill;
        for (const how of /** @type {const} */ (["strokeText", "fillText"]))
          for (const { letter, x, y, angle } of pieces) {
            context.save();
            context.translate(x - anchor.x, y - anchor.y);
            context.rotate(angle);
            context[how](letter, 0, 0);
            context.restore();
          }
      },
    };
  }
}

/**
 * The letters from `start` pixels along the line on, or null where the line bends too much.
 * @param {Spot[]} line @param {number[]} reached @param {number} start @param {string} name @param {number[]} widths
 * @returns {Letter[] | null}
 */
function lay(line, reached, start, name, widths) {
  const walk = walker(line, reached, start);
  const width = widths.reduce((sum, one) => sum + one, 0);
  const backwards = walk(start).x > walker(line, reached, start + width)(start + width).x;
  const order = backwards ? widths.map((_, number) => widths.length - 1 - number) : widths.map((_, number) => number);
  const sign = [...name];
  /** @type {Letter[]} */ const letters = new Array(sign.length);
  let walked = start;
  let from = walk(start);
  let bent = 0;
  let before = NaN;
  for (const number of order) {
    walked += widths[number];
    const to = walk(walked);
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    const turn = Number.isNaN(before) ? 0 : Math.abs(Math.atan2(Math.sin(angle - before), Math.cos(angle - before)));
    bent += turn;
    if (turn > SHARPEST_BEND || bent > WHOLE_BEND) return null;
    const at = backwards ? to : from;
    letters[number] = { letter: sign[number], x: at.x, y: at.y, angle: backwards ? angle + Math.PI : angle };
    before = angle;
    from = to;
  }
  return letters;
}

/**
 * Points at growing distances along the line.
 * @param {Spot[]} line @param {number[]} reached @param {number} start @returns {(distance: number) => Spot}
 */
function walker(line, reached, start) {
  let number = segment(reached, start);
  return (distance) => {
    while (number < reached.length - 1 && reached[number] < distance) number++;
    const share = (distance - reached[number - 1]) / (reached[number] - reached[number - 1] || 1);
    const [from, to] = [line[number - 1], line[number]];
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  };
}

/** The first segment that reaches `distance`, by halving. @param {number[]} reached @param {number} distance */
function segment(reached, distance) {
  let [low, high] = [1, reached.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached[middle] < distance) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param {Spot[]} line */
function distances(line) {
  const reached = [0];
  for (let number = 1; number < line.length; number++)
    reached.push(reached[number - 1] + Math.hypot(line[number].x - line[number - 1].x, line[number].y - line[number - 1].y));
  return reached;
}

/** @this {Spot} @param {Spot} other */
function apart(other) {
  return Math.hypot(this.x - other.x, this.y - other.y);
}
