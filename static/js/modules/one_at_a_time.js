// @ts-check

/**
 * Pressed again while it is under way, it does nothing more.
 * @template {any[]} Given, Result
 * @param {(...given: Given) => Promise<Result>} deed @returns {(...given: Given) => Promise<Result|undefined>}
 */
export function oneAtATime(deed) {
  let isUnderWay = false;
  return async (...given) => {
    if (isUnderWay) return undefined;
    isUnderWay = true;
    try {
      return await deed(...given);
    } finally {
      isUnderWay = false;
    }
  };
}
