// @ts-check

/**
 * Lets the items of a list be dragged by their grips, with mouse, pen or one finger. Escape puts the item back.
 * @param {HTMLElement} list
 * @param {{grip: string, moving: string, onMove: (from: number, to: number) => void}} options `grip`: the grips' selector;
 *   `moving`: the class of an item that is being dragged
 */
export function dragToOrder(list, { grip: grips, moving, onMove }) {
  /** @type {{item: HTMLElement, from: number}|null} */
  let drag = null;
  const items = () => /** @type {HTMLElement[]} */ ([...list.children]);

  list.addEventListener("pointerdown", (event) => {
    const grip = event.target instanceof Element ? event.target.closest(grips) : null;
    if (!grip || event.button !== 0 || drag) return;
    event.preventDefault();
    const item = /** @type {HTMLElement} */ (grip.closest("li"));
    drag = { item, from: items().indexOf(item) };
    list.setPointerCapture(event.pointerId);
    item.classList.add(moving);
  });

  list.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const { item } = drag;
    const others = items().filter((other) => other !== item);
    const below = others.find((other) => event.clientY < middle(other));
    if (item.nextElementSibling !== (below || null)) list.insertBefore(item, below || null);
  });

  /** @param {boolean} kept */
  function end(kept) {
    if (!drag) return;
    const { item, from } = drag;
    const to = items().indexOf(item);
    drag = null;
    item.classList.remove(moving);
    if (to === from) return;
    const others = items().filter((other) => other !== item);
    list.insertBefore(item, others[from] || null);
    if (kept) onMove(from, to);
  }

  list.addEventListener("pointerup", () => end(true));
  list.addEventListener("pointercancel", () => end(false));
  document.addEventListener("keydown", (event) => event.key === "Escape" && end(false));
}

/** @param {HTMLElement} element */
function middle(element) {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
