// @ts-check

/**
 * Questions and pages are dragged by their grips with mouse, pen or finger; Escape lets go of them where they were.
 * @param {HTMLElement} outline
 * @param {{question: (uid: string, to: {before?: string, page?: string}) => void, page: (name: string, to: number) => void}} drop
 */
export function followPointer(outline, drop) {
  /** @type {HTMLElement|null} */ let dragged = null;
  /** @type {{item: HTMLElement, after: boolean}|null} */ let target = null;

  outline.addEventListener("pointerdown", (event) => {
    const grip = event.target instanceof Element ? event.target.closest("[data-grip]") : null;
    if (!grip || event.button !== 0 || dragged) return;
    event.preventDefault();
    dragged = /** @type {HTMLElement} */ (grip.closest("li"));
    dragged.classList.add("is-dragged");
    outline.setPointerCapture(event.pointerId);
  });

  outline.addEventListener("pointermove", (event) => {
    if (!dragged) return;
    show(null);
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest("li[data-question], li[data-page]");
    if (under instanceof HTMLElement && outline.contains(under) && !dragged.contains(under)) show({ item: under, after: isBelow(under, event.clientY) });
    nudge(event.clientY);
  });

  /** @param {typeof target} next */
  function show(next) {
    target?.item.classList.remove("drop-before", "drop-after");
    target = next;
    target?.item.classList.add(target.after ? "drop-after" : "drop-before");
  }

  /** A long outline follows the finger at its ends. @param {number} y */
  function nudge(y) {
    const { top, bottom } = outline.getBoundingClientRect();
    if (y < top + 40) outline.scrollTop -= 12;
    if (y > bottom - 40) outline.scrollTop += 12;
  }

  /** @param {boolean} kept */
  function end(kept) {
    const item = dragged;
    const to = target;
    dragged?.classList.remove("is-dragged");
    show(null);
    dragged = null;
    if (!item || !to || !kept) return;
    if (item.dataset.question) drop.question(item.dataset.question, questionPlace(to));
    else if (item.dataset.page) drop.page(item.dataset.page, pagePlace(outline, item, to));
  }

  outline.addEventListener("pointerup", () => end(true));
  outline.addEventListener("pointercancel", () => end(false));
  document.addEventListener("keydown", (event) => event.key === "Escape" && dragged && end(false));
}

/** @param {{item: HTMLElement, after: boolean}} target */
function questionPlace({ item, after }) {
  const page = item.closest("[data-page]")?.getAttribute("data-page") ?? "";
  if (item.dataset.page) return { page };
  const next = after ? /** @type {HTMLElement|null} */ (item.nextElementSibling) : item;
  return next?.dataset.question ? { before: next.dataset.question } : { page };
}

/** @param {HTMLElement} outline @param {HTMLElement} item @param {{item: HTMLElement, after: boolean}} target */
function pagePlace(outline, item, { item: over, after }) {
  const rest = [...outline.querySelectorAll("li[data-page]")].filter((page) => page !== item);
  const at = rest.indexOf(/** @type {HTMLElement} */ (over.closest("li[data-page]")));
  return at < 0 ? rest.length : at + (after ? 1 : 0);
}

/** @param {HTMLElement} item @param {number} y */
function isBelow(item, y) {
  const { top, height } = item.getBoundingClientRect();
  return y > top + height / 2;
}
