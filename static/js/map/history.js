// @ts-check
/**
 * Undo and redo over whole states, which must never be changed in place.
 * @template T
 * @param {T} initial
 */
export function createHistory(initial) {
  let past = /** @type {T[]} */ ([]);
  let future = /** @type {T[]} */ ([]);
  let current = initial;
  return {
    get current() {
      return current;
    },
    get canUndo() {
      return past.length > 0;
    },
    get canRedo() {
      return future.length > 0;
    },
    /** @param {T} state */
    push(state) {
      past.push(current);
      current = state;
      future = [];
    },
    undo() {
      const previous = past.pop();
      if (previous === undefined) return false;
      future.push(current);
      current = previous;
      return true;
    },
    redo() {
      const next = future.pop();
      if (next === undefined) return false;
      past.push(current);
      current = next;
      return true;
    },
  };
}
