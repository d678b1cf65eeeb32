// @ts-check

/** Two random numbers, each 0 ≤ n < 1. */
export function newSeed() {
  const [away, turn] = crypto.getRandomValues(new Uint32Array(2));
  return /** @type {[number, number]} */ ([away / 2 ** 32, turn / 2 ** 32]);
}
