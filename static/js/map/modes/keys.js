// @ts-check
/** @typedef {import("./drawing.js").Drawing} Drawing */

const FIELDS = "input, textarea, select, [contenteditable]";

/** @param {KeyboardEvent} event */
function wish({ key, ctrlKey, metaKey, shiftKey, altKey }) {
  if (altKey) return "";
  const letter = key.toLowerCase();
  if (ctrlKey || metaKey) {
    if (letter === "z") return shiftKey ? "redo" : "undo";
    if (letter === "y") return "redo";
    return key === "Enter" ? "finish" : "";
  }
  if (key === "Backspace" || key === "Delete") return "undo";
  return key === "Escape" ? "clear" : "";
}

/** @param {KeyboardEvent} event */
function wishOnMap({ key, ctrlKey, metaKey, altKey }) {
  if (ctrlKey || metaKey || altKey) return "";
  if (key === "Enter" || key === " ") return "add";
  return key.toLowerCase() === "f" ? "finish" : "";
}

/**
 * The keyboard: with the map in focus Enter or Space adds a point at the cross (and ends a line made with the mouse), F or
 * Ctrl+Enter ends; anywhere on the page
 * Backspace or Ctrl+Z undoes, Ctrl+Y redoes, Esc clears the line (which can be undone).
 * @param {Drawing} drawing
 * @returns {() => void} stops it
 */
export function keys(drawing) {
  const { mapApp } = drawing;
  const { element, map } = mapApp;

  const actions = {
    undo: drawing.undo,
    redo: drawing.redo,
    clear: drawing.clear,
    finish: drawing.finish,
    add() {
      if (drawing.crosshairVisible) drawing.addPointAtCentre();
      else if (drawing.started) drawing.finish();
      else drawing.showCrosshair();
    },
  };

  // A map may be on a page of the form that is not shown now.
  const isSeen = () => element.getClientRects().length > 0;

  function onKey(/** @type {KeyboardEvent} */ event) {
    if (!isSeen() || event.defaultPrevented || (event.target instanceof Element && event.target.closest(FIELDS))) return;
    const wanted = wish(event) || (event.target === element && wishOnMap(event));
    if (!wanted) return;
    event.preventDefault();
    actions[/** @type {keyof typeof actions} */ (wanted)]();
  }
  function onMove() {
    if (drawing.crosshairVisible) drawing.pointAt(mapApp.middle());
  }

  document.addEventListener("keydown", onKey);
  map.on("move", onMove);
  return () => {
    document.removeEventListener("keydown", onKey);
    map.off("move", onMove);
  };
}
