// @ts-check
/** @typedef {import("./types.js").MapApp} MapApp */

const KEYS = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "+", "-"]);

/**
 * A cross in the middle of the map for those who use keys: it shows with the first key and goes when a pointer moves.
 * @param {MapApp} mapApp
 * @param {(visible: boolean) => void} [onChange]
 */
export function createCrosshair(mapApp, onChange) {
  const { element } = mapApp;
  const cross = document.createElement("div");
  cross.className = "crosshair";
  cross.hidden = true;
  cross.setAttribute("aria-hidden", "true");
  element.append(cross);
  let pointer = "";

  function show(/** @type {boolean} */ visible) {
    if (visible) place();
    if (cross.hidden !== visible) return;
    cross.hidden = !visible;
    onChange?.(visible);
  }
  function place() {
    const { x, y } = mapApp.middle();
    cross.style.transform = `translate(${x}px, ${y}px)`;
  }
  function onKey(/** @type {KeyboardEvent} */ event) {
    if (event.target === element && KEYS.has(event.key)) show(true);
  }
  function onFocus() {
    if (cross.isConnected && element.matches(":focus-visible")) show(true);
  }
  function onPointer(/** @type {PointerEvent} */ event) {
    const place = `${event.screenX} ${event.screenY}`;
    // A map that slides under a resting mouse makes move events too.
    if (event.type === "pointerdown" || (pointer && place !== pointer)) show(false);
    pointer = place;
  }

  const stop = new AbortController();
  const { signal } = stop;
  element.addEventListener("keydown", onKey, { signal, capture: true });
  element.addEventListener("focus", onFocus, { signal });
  element.addEventListener("pointerdown", onPointer, { signal });
  element.addEventListener("pointermove", onPointer, { signal });
  addEventListener("resize", place, { signal });
  queueMicrotask(onFocus);

  return {
    get visible() {
      return !cross.hidden;
    },
    show: () => show(true),
    remove() {
      stop.abort();
      cross.remove();
    },
  };
}
