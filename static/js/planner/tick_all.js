// @ts-check
/**
 * One box that ticks every other in the list, and follows them.
 * @param {HTMLElement} place holds the box; shown only where this runs
 * @param {HTMLElement} list
 */
export function tickAll(place, list) {
  const box = /** @type {HTMLInputElement} */ (place.querySelector("input"));
  const boxes = () => /** @type {HTMLInputElement[]} */ ([...list.querySelectorAll("input[name='item'][type='checkbox']")]);
  place.hidden = false;
  box.addEventListener("change", () => {
    for (const one of boxes()) one.checked = box.checked;
  });
  list.addEventListener("change", () => {
    const ticked = boxes().filter(({ checked }) => checked).length;
    box.checked = ticked > 0 && ticked === boxes().length;
    box.indeterminate = ticked > 0 && !box.checked;
  });
}
