// @ts-check
// Sets of characters in a pattern: as surveys/conditions/pattern_nodes.py.

/** @typedef {number[][]} Ranges of code points, both ends included */

const LAST = 0x10ffff;

/** @param {Ranges} ranges @returns {Ranges} */
export function opposite(ranges) {
  const gaps = [];
  let start = 0;
  for (const [low, high] of [...ranges].sort((one, other) => one[0] - other[0])) {
    if (low > start) gaps.push([start, low - 1]);
    start = Math.max(start, high + 1);
  }
  return start <= LAST ? [...gaps, [start, LAST]] : gaps;
}

const [DIGITS, WORD, SPACES] = [[[48, 57]], [[48, 57], [65, 90], [95, 95], [97, 122]], [[9, 13], [32, 32]]];
/** @type {Map<string, Ranges>} */
export const SETS = new Map([["d", DIGITS], ["w", WORD], ["s", SPACES], ["D", opposite(DIGITS)], ["W", opposite(WORD)], ["S", opposite(SPACES)]]);
export const NAMED = new Map([["n", 10], ["r", 13], ["t", 9]]);
// Not one of the two line ends, as in other programs.
export const ANYTHING = opposite([[10, 10], [13, 13]]);
