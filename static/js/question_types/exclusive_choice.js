// @ts-check

/**
 * A box that goes with no other: ticking it takes the others' ticks away, and ticking another takes its own.
 * @param {HTMLElement} box
 */
export function standAlone(box) {
  const alone = /** @type {HTMLInputElement} */ (box);
  const boxes = () => document.querySelectorAll(`input[type=checkbox][name="${alone.name}"]`);
  alone.closest("fieldset")?.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== alone.name || !target.checked) return;
    for (const other of /** @type {NodeListOf<HTMLInputElement>} */ (boxes()))
      if (other !== target && (target === alone || other === alone)) other.checked = false;
  });
}
