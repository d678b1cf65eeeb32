// @ts-check
// What is pressed must still be there when it is let go of: nothing is drawn anew in between, or the press would be lost.

let pressed = false;
/** @type {Map<object, () => void>} */ const waiting = new Map();

/** Draws `place` now, or as soon as the pointer is let go of. @param {object} place @param {() => void} draw */
export function whenReleased(place, draw) {
  waiting.delete(place);
  if (pressed) waiting.set(place, draw);
  else draw();
}

function release() {
  pressed = false;
  setTimeout(() => {
    if (pressed) return;
    for (const [place, draw] of [...waiting]) whenReleased(place, draw);
  });
}

if (globalThis.document) {
  document.addEventListener("pointerdown", () => (pressed = true), true);
  // The click comes after the pointer is up; on touch screens a while after.
  document.addEventListener("click", release, true);
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => setTimeout(release, 100), true);
}
