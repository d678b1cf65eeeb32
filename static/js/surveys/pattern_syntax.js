// @ts-check
// Reads a pattern: the part of regular expressions that can be matched in time that grows with the text only. The server's
// surveys/conditions/pattern_syntax.py tells what stands in one.
import { ANYTHING, NAMED, opposite, SETS } from "./character_sets.js";

/**
 * @typedef {import("./character_sets.js").Ranges} Ranges
 * @typedef {{is: "characters", ranges: Ranges} | {is: "edge", start: boolean} | {is: "sequence"|"alternatives", parts: Node[]}
 *   | {is: "repeat", part: Node, least: number, most: number|null}} Node
 */

const [MAX_LENGTH, MAX_DEPTH, MOST_REPEATS] = [300, 10, 255];

/** @type {Map<string, {least: number, most: number|null}>} */
const QUANTIFIERS = new Map([["*", { least: 0, most: null }], ["+", { least: 1, most: null }], ["?", { least: 0, most: 1 }]]);
const LETTER_OR_DIGIT = /^[A-Za-z0-9]$/;

export class PatternError extends Error {}

/** @param {string} pattern @returns {Node} PatternError where it cannot be used */
export function readPattern(pattern) {
  const characters = [...pattern];
  if (characters.length > MAX_LENGTH) throw new PatternError();
  const reader = new Reader(characters);
  const node = reader.alternatives(0);
  if (reader.here) throw new PatternError();
  return node;
}

class Reader {
  position = 0;

  /** @param {string[]} characters */
  constructor(characters) {
    this.characters = characters;
  }

  get here() {
    return this.characters[this.position] ?? "";
  }

  /** @param {string} wanted ASCII */
  take(wanted) {
    const found = this.characters.slice(this.position, this.position + wanted.length).join("") === wanted;
    if (found) this.position += wanted.length;
    return found;
  }

  /** @param {string} wanted */
  need(wanted) {
    if (!this.take(wanted)) throw new PatternError();
  }

  /** @param {number} depth @returns {Node} */
  alternatives(depth) {
    if (depth > MAX_DEPTH) throw new PatternError();
    const parts = [this.sequence(depth)];
    while (this.take("|")) parts.push(this.sequence(depth));
    return parts.length > 1 ? { is: "alternatives", parts } : parts[0];
  }

  /** @param {number} depth @returns {Node} */
  sequence(depth) {
    const parts = [];
    while (this.here && !"|)".includes(this.here)) parts.push(this.repeated(depth));
    return { is: "sequence", parts };
  }

  /** @param {number} depth @returns {Node} */
  repeated(depth) {
    const part = this.one(depth);
    const limits = part.is === "edge" ? null : this.limits();
    if (!limits) return part;
    this.take("?");
    return { is: "repeat", part, ...limits };
  }

  limits() {
    const limits = QUANTIFIERS.get(this.here);
    if (limits) this.position += 1;
    return limits || (this.take("{") ? this.counted() : null);
  }

  counted() {
    const least = this.wholeNumber();
    const most = !this.take(",") ? least : this.here === "}" ? null : this.wholeNumber();
    if (most !== null && most < least) throw new PatternError();
    this.need("}");
    return { least, most };
  }

  wholeNumber() {
    const start = this.position;
    while (this.here >= "0" && this.here <= "9" && this.position - start < 3) this.position += 1;
    const number = Number(this.characters.slice(start, this.position).join("") || "x");
    if (!(number <= MOST_REPEATS)) throw new PatternError();
    return number;
  }

  /** @param {number} depth @returns {Node} */
  one(depth) {
    if (this.take("^")) return { is: "edge", start: true };
    if (this.take("$")) return { is: "edge", start: false };
    if (this.take(".")) return { is: "characters", ranges: ANYTHING };
    if (this.take("[^")) return { is: "characters", ranges: opposite(this.listed()) };
    if (this.take("[")) return { is: "characters", ranges: this.listed() };
    if (this.take("(?:") || this.take("(")) return this.group(depth);
    if (this.here && "*+?{})]".includes(this.here)) throw new PatternError();
    return { is: "characters", ranges: this.character() };
  }

  /** @param {number} depth */
  group(depth) {
    if (this.here === "?") throw new PatternError();
    const node = this.alternatives(depth + 1);
    this.need(")");
    return node;
  }

  listed() {
    /** @type {Ranges} */ const ranges = [];
    while (!this.take("]")) {
      if (!this.here || this.here === "[") throw new PatternError();
      const found = this.character();
      const beyond = this.characters[this.position + 1] ?? "]";
      ranges.push(...(this.here === "-" && beyond !== "]" ? this.rangeFrom(found) : found));
    }
    if (!ranges.length) throw new PatternError();
    return ranges;
  }

  /** @param {Ranges} low @returns {Ranges} */
  rangeFrom(low) {
    this.position += 1;
    const high = this.character();
    const single = [low, high].every((ranges) => ranges.length === 1 && ranges[0][0] === ranges[0][1]);
    if (!single || low[0][0] > high[0][0]) throw new PatternError();
    return [[low[0][0], high[0][0]]];
  }

  /** One character, or a set with a name. @returns {Ranges} */
  character() {
    const escaped = this.take("\\");
    const character = this.here;
    const special = escaped && (SETS.has(character) || NAMED.has(character));
    if (!character || (escaped && !special && LETTER_OR_DIGIT.test(character))) throw new PatternError();
    this.position += 1;
    if (special && SETS.has(character)) return /** @type {Ranges} */ (SETS.get(character));
    const code = (special && NAMED.get(character)) || /** @type {number} */ (character.codePointAt(0));
    return [[code, code]];
  }
}
