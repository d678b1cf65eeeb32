// @ts-check
/**
 * @typedef {object} Pointer
 * @property {number} id
 * @property {string} type touch, pen or mouse
 * @property {boolean} primary the first finger down
 * @property {number} x pixels
 * @property {number} y pixels
 * @property {number} time milliseconds
 */
/**
 * @typedef {object} Reactions
 * @property {(points: Pointer[]) => void} stroke the points since the last call; the first call begins a stroke
 * @property {() => void} lift the stroke is kept
 * @property {() => void} discard the stroke never was
 * @property {(point: Pointer) => void} tap
 */

const SLOP = /** @type {Record<string, number>} */ ({ touch: 8, pen: 6, mouse: 5 });
// Two fingers never land at once: what the first one did in between was no drawing.
const YOUNG_TIME = 300;
const YOUNG_LENGTH = 40;

/**
 * Tells one finger's strokes and taps from two fingers that move the map. Pure: knows nothing of the page.
 * @param {Reactions} react
 */
export function createPress(react) {
  const down = new Set();
  let first = /** @type {Pointer | null} */ (null);
  let last = /** @type {Pointer | null} */ (null);
  let waiting = /** @type {Pointer[]} */ ([]);
  let length = 0;
  let begun = false;
  let navigating = false;

  function forget() {
    first = null;
    last = null;
    waiting = [];
    length = 0;
    begun = false;
  }

  function giveWay(/** @type {number} */ time) {
    const young = !first || time - first.time < YOUNG_TIME || length < YOUNG_LENGTH;
    if (begun) (young ? react.discard : react.lift)();
    forget();
    navigating = true;
  }

  function begin(/** @type {Pointer} */ pointer) {
    first = pointer;
    last = pointer;
    waiting = [pointer];
  }

  return {
    /** @param {Pointer} pointer */
    down(pointer) {
      if (first?.type === "pen" && pointer.type === "touch") return;
      if (pointer.primary || pointer.type === "pen") {
        if (begun) react.lift();
        down.clear();
        navigating = false;
        forget();
      }
      down.add(pointer.id);
      if (down.size > 1) giveWay(pointer.time);
      else begin(pointer);
    },
    /** @param {Pointer} pointer */
    move(pointer) {
      if (navigating || !last || pointer.id !== first?.id) return;
      length += Math.hypot(pointer.x - last.x, pointer.y - last.y);
      last = pointer;
      waiting.push(pointer);
      const slop = SLOP[pointer.type] ?? SLOP.mouse;
      if (!begun && Math.hypot(pointer.x - first.x, pointer.y - first.y) < slop) return;
      begun = true;
      react.stroke(waiting);
      waiting = [];
    },
    /** @param {Pointer} pointer @param {boolean} [cancelled] the browser took the pointer away */
    up(pointer, cancelled = false) {
      down.delete(pointer.id);
      if (pointer.id === first?.id && !navigating) {
        const tapped = first;
        const stroked = begun;
        forget();
        if (stroked) react.lift();
        else if (!cancelled) react.tap(tapped);
      }
      if (!down.size) navigating = false;
    },
  };
}
