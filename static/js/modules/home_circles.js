// @ts-check
import { circlesKey, forgetCircles, tabMemory } from "./circle_memory.js";
import { cutByCircles, hideSticker, isInside, privacyCircle, seedAt } from "./home_cut.js";
import { between, distanceM } from "./local_metres.js";
import { changeMark, removeMarks } from "./response_state.js";

const STEP_M = 5;

/**
 * @typedef {import("./home_cut.js").Circle} Circle
 * @typedef {import("./home_cut.js").End} End
 * @typedef {[number, number]} Position
 * @typedef {import("./response_state.js").Draft} Draft
 */

/**
 * The circles that hide where one pupil lives. They live as long as the tab; the pupil's seed, kept on the device, lays
 * a circle made later for the same home on the same spot. Neither is ever sent.
 */
export class HomeCircles {
  /** @param {[number, number]} seed of the pupil, the same for a correction @param {number|null} density dwellings per m² @param {import("./circle_memory.js").CircleMemory|null} [memory] */
  constructor(seed, density, memory = tabMemory()) {
    this.key = circlesKey(seed);
    this.seed = seed;
    this.density = density;
    this.memory = memory;
    /** @type {Circle[]} */
    this.circles = JSON.parse(memory?.getItem(this.key) || "[]");
  }

  /**
   * What may be kept of a route; null where too little is left.
   * @param {Position[]} route @param {End[]} homeEnds @returns {Position[]|null}
   */
  cut(route, homeEnds) {
    for (const end of homeEnds) this.cover(end === "start" ? route[0] : route[route.length - 1]);
    return homeEnds.length || this.meets(route) ? cutByCircles(route, this.circles) : route;
  }

  /** @param {Position} home */
  cover(home) {
    if (this.circles.some((circle) => isInside(home, circle))) return;
    this.circles = [...this.circles, privacyCircle(home, this.density, seedAt(this.seed, home))];
    this.memory?.setItem(this.key, JSON.stringify(this.circles));
  }

  /** @param {Position} position @returns {Position} */
  hide(position) {
    return hideSticker(position, this.circles);
  }

  /**
   * What was made before a circle is hidden by it too.
   * @param {Draft} draft @param {(mark: import("./response_state.js").Mark) => boolean} [which] @returns {Draft}
   */
  recut(draft, which = () => true) {
    return draft.marks.filter(which).reduce((changed, mark) => this.recutMark(changed, mark), draft);
  }

  /** @param {Draft} draft @param {import("./response_state.js").Mark} mark */
  recutMark(draft, { id, geometry: { type, coordinates } }) {
    if (type === "Point") return changeMark(draft, id, { geometry: { type, coordinates: this.hide(coordinates) } });
    if (!this.meets(coordinates)) return draft;
    const kept = cutByCircles(coordinates, this.circles);
    return kept ? changeMark(draft, id, { geometry: { type, coordinates: kept } }) : removeMarks(draft, [id]);
  }

  /** Whether any of it lies inside a circle: a short road elsewhere is left as it is. @param {Position[]} route */
  meets(route) {
    return pointsAlong(route).some((point) => this.circles.some((circle) => isInside(point, circle)));
  }

  forget() {
    this.circles = [];
    forgetCircles(this.seed, this.memory);
  }
}

/** @param {Position[]} route @returns {Position[]} one at least every few metres */
function pointsAlong(route) {
  return route.flatMap((point, index) => {
    const before = route[Math.max(0, index - 1)];
    const steps = Math.max(1, Math.ceil(distanceM(before, point) / STEP_M));
    return Array.from({ length: steps }, (_, step) => between(before, point, (step + 1) / steps));
  });
}
