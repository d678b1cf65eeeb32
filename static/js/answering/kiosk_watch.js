// @ts-check
// A tablet that is handed on: when nobody touches it, a warning, and then the next person's start.

const PATIENCE = 90_000;
// The receipt is to be written down.
const PATIENCE_AT_END = 60_000;
const WARNING_SECONDS = 30;
const SIGNS_OF_LIFE = ["pointerdown", "keydown", "scroll", "input", "touchmove"];

/**
 * @param {HTMLElement} root
 * @param {{isStart: () => boolean, isEnd: () => boolean, handOn?: () => void, signal?: AbortSignal}} page `handOn`: to the next person
 */
export function watchKiosk(root, { isStart, isEnd, handOn = () => location.replace(root.dataset.next || location.href), signal }) {
  const dialog = /** @type {HTMLDialogElement} */ (root.querySelector("dialog"));
  const left = /** @type {HTMLElement} */ (root.querySelector("[data-seconds]"));
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  let until = 0;

  // A page that the browser kept alive would show what the one before answered.
  addEventListener("pageshow", (event) => /** @type {PageTransitionEvent} */ (event).persisted && handOn(), { signal });
  signal?.addEventListener("abort", () => clearTimeout(timer));

  function wait() {
    if (signal?.aborted) return;
    clearTimeout(timer);
    if (dialog.open) dialog.close();
    timer = setTimeout(warn, isEnd() ? PATIENCE_AT_END : PATIENCE);
  }
  function warn() {
    if (isStart()) return wait();
    until = Date.now() + WARNING_SECONDS * 1000;
    dialog.showModal();
    return count();
  }
  function count() {
    const seconds = Math.ceil((until - Date.now()) / 1000);
    if (seconds <= 0) return handOn();
    left.textContent = String(seconds);
    timer = setTimeout(count, 500);
    return undefined;
  }
  for (const sign of SIGNS_OF_LIFE) addEventListener(sign, () => !dialog.open && wait(), { passive: true, signal });
  // The browser tells of the closing in its own time: by then the next warning may be up, and is to stay.
  dialog.addEventListener("close", () => !dialog.open && wait());
  root.querySelector("[data-stay]")?.addEventListener("click", wait);
  wait();
}
