// @ts-check

// A page that was stopped, or that gave a file and is still there, lets its form be sent again after this (milliseconds).
const HELD = 10_000;

/**
 * A form that is on its way is not sent once more with the same in it: where the line or the server is slow, a second press
 * made a second token, of which the first was never seen, or a second class. What moves something by a step may be pressed as
 * often as it is to move.
 */
export function sentOnce() {
  /** @type {WeakMap<HTMLFormElement, {content: string, at: number}>} */
  let sent = new WeakMap();
  // The last to hear of it: what is carried out in the page is held by whoever does that.
  addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.getAttribute("method") !== "post" || form.matches("[data-move]")) return;
    const content = contentOf(form, /** @type {SubmitEvent} */ (event).submitter);
    const before = sent.get(form);
    if (before?.content === content && Date.now() - before.at < HELD) event.preventDefault();
    else sent.set(form, { content, at: Date.now() });
  });
  addEventListener("pageshow", () => (sent = new WeakMap()));
}

/** @param {HTMLFormElement} form @param {HTMLElement|null} pressed */
function contentOf(form, pressed) {
  const fields = [...new FormData(form)].map(([name, value]) => [name, value instanceof File ? [value.name, value.size, value.lastModified] : value]);
  const button = pressed instanceof HTMLButtonElement ? [pressed.name, pressed.value, pressed.formAction] : [];
  return JSON.stringify([fields, button]);
}
