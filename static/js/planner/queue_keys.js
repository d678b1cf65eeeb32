// @ts-check
const USES = "lokalkjent-queue-keys";
const PLACE = "lokalkjent-queue-place";

/**
 * Single keys that go from one to the next and press the buttons of the one in focus: off until they are turned on.
 * @param {HTMLElement} queue
 * @param {HTMLElement} list
 * @param {HTMLElement} choice holds the box that turns them on; shown only where this runs
 */
export function queueKeys(queue, list, choice) {
  const box = /** @type {HTMLInputElement} */ (choice.querySelector("input"));
  choice.hidden = false;
  box.checked = localStorage.getItem(USES) === "yes";
  box.addEventListener("change", () => localStorage.setItem(USES, box.checked ? "yes" : "no"));
  const items = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[data-item]")]);
  const current = () => items().findIndex((item) => item.contains(document.activeElement));

  /** @param {number} index */
  function go(index) {
    const all = items();
    all[Math.max(0, Math.min(index, all.length - 1))]?.focus();
  }

  /** @param {string} key */
  function press(key) {
    const item = items()[current()];
    if (key === "j" || key === "k") return go(current() + (key === "j" ? 1 : -1));
    if (key === "x") return item?.querySelector("input")?.click();
    const place = key === "u" ? queue : item;
    const button = place?.querySelector(`[data-key="${key}"]`);
    if (!(button instanceof HTMLElement)) return;
    button.click();
    // What a summary opens is what one wants to write in.
    const field = button.closest("details")?.querySelector("input[name='words'], textarea");
    if (field instanceof HTMLElement) field.focus();
  }

  document.addEventListener("keydown", (event) => {
    const writing = event.target instanceof Element && event.target.closest("input:not([type='checkbox']), textarea, select");
    if (!box.checked || writing || event.ctrlKey || event.metaKey || event.altKey || !"jkxahbtu".includes(event.key)) return;
    event.preventDefault();
    press(event.key);
  });

  // What is decided in bulk, or undone, loads the page anew: go on where one was.
  addEventListener("submit", (event) => {
    if (!event.defaultPrevented) sessionStorage.setItem(PLACE, String(current()));
  });
  const before = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  if (!box.checked || before === null || Number(before) < 0) return;
  // Until it is loaded, the page itself moves to what its address names.
  const goOn = () => requestAnimationFrame(() => go(Number(before)));
  if (document.readyState === "complete") goOn();
  else addEventListener("load", goOn);
}
