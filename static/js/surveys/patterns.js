// @ts-check
// Whether a whole text is as a pattern says, without going back: as the server's surveys/conditions/patterns.py.
import { PatternError, readPattern } from "./pattern_syntax.js";

const [LONGEST_TEXT, MAX_STEPS, MOST_REMEMBERED, MOST_KEPT] = [2000, 600, 2000, 500];

/** @typedef {{ranges: number[][]} | {start: boolean} | {on: number[]}} Step past a character or an edge, or on at any of these steps */
/** @typedef {{steps: number[], after: Map<string, State>}} State the steps to take from here on, and where each character led */

/** @type {Map<string, Pattern|null>} */
const kept = new Map();

/** False, too, where the pattern cannot be used. @param {string} pattern @param {string} text */
export function matches(pattern, text) {
  const characters = [...text];
  return characters.length <= LONGEST_TEXT && Boolean(read(pattern)?.matches(characters));
}

/** @param {string} pattern */
function read(pattern) {
  if (!kept.has(pattern)) {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(pattern, patternOrNull(pattern));
  }
  return kept.get(pattern);
}

/** @param {string} pattern */
function patternOrNull(pattern) {
  try {
    return new Pattern(pattern);
  } catch (error) {
    if (error instanceof PatternError) return null;
    throw error;
  }
}

class Pattern {
  /** @type {Step[]} */ steps = [];
  /** @type {Map<string, State>} */ states = new Map();
  work = 0;
  remembered = 0;

  /** @param {string} pattern */
  constructor(pattern) {
    this.add(readPattern(pattern));
    this.first = this.same(this.reached([0], true));
  }

  /** @param {string[]} characters not none */
  matches(characters) {
    let state = this.first;
    for (const character of characters) {
      if (!state.steps.length) return false;
      state = this.after(state, character);
    }
    return this.reached(state.steps, false).steps.includes(this.steps.length);
  }

  /** @param {State} state @param {string} character */
  after(state, character) {
    const known = state.after.get(character);
    if (known) return known;
    const code = /** @type {number} */ (character.codePointAt(0));
    const passed = state.steps.filter((at) => this.passes(at, code)).map((at) => at + 1);
    const reached = this.same(this.reached(passed));
    state.after.set(character, reached);
    this.remembered += 1;
    return reached;
  }

  /** The state with these steps that was met before. @param {State} state */
  same(state) {
    if (this.remembered > MOST_REMEMBERED) {
      this.states.clear();
      this.first.after.clear();
      this.remembered = 0;
    }
    const key = state.steps.sort((one, other) => one - other).join();
    const known = this.states.get(key) ?? state;
    this.states.set(key, known);
    return known;
  }

  /** @param {number} at @param {number} code */
  passes(at, code) {
    const step = this.steps[at];
    return step !== undefined && "ranges" in step && step.ranges.some(([low, high]) => low <= code && code <= high);
  }

  /** @param {number[]} begun @param {boolean} [start] which edge of the text this is, neither inside it @returns {State} */
  reached(begun, start) {
    const [left, reached] = [[...begun], /** @type {Set<number>} */ (new Set())];
    while (left.length) {
      const at = /** @type {number} */ (left.pop());
      if (reached.has(at)) continue;
      reached.add(at);
      const step = this.steps[at];
      if (step && "on" in step) left.push(...step.on);
      else if (step && "start" in step && step.start === start) left.push(at + 1);
    }
    return { steps: [...reached], after: new Map() };
  }

  /** @param {import("./pattern_syntax.js").Node} node */
  add(node) {
    this.work += 1;
    if (this.work > MAX_STEPS) throw new PatternError();
    if (node.is === "characters") this.steps.push({ ranges: node.ranges });
    else if (node.is === "edge") this.steps.push({ start: node.start });
    else if (node.is === "sequence") for (const part of node.parts) this.add(part);
    else if (node.is === "alternatives") this.addAlternatives(node.parts);
    else if (node.is === "repeat") this.addRepeat(node);
  }

  /** @param {import("./pattern_syntax.js").Node[]} parts */
  addAlternatives(parts) {
    const [fork, ends] = [this.fork(), /** @type {number[][]} */ ([])];
    for (const part of parts) {
      fork.push(this.steps.length);
      this.add(part);
      ends.push(this.fork());
    }
    for (const end of ends) end.push(this.steps.length);
  }

  /** @param {{part: import("./pattern_syntax.js").Node, least: number, most: number|null}} repeat */
  addRepeat({ part, least, most }) {
    for (let time = 0; time < least; time += 1) this.add(part);
    const [forks, again] = [/** @type {number[][]} */ ([]), this.steps.length];
    for (let time = most === null ? 1 : most - least; time > 0; time -= 1) {
      const fork = this.fork();
      forks.push(fork);
      fork.push(this.steps.length);
      this.add(part);
    }
    if (most === null) this.fork().push(again);
    for (const fork of forks) fork.push(this.steps.length);
  }

  fork() {
    /** @type {number[]} */ const on = [];
    this.steps.push({ on });
    return on;
  }
}
