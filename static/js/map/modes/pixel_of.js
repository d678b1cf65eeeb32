// @ts-check
/**
 * Where an event is within the map's element.
 * @param {HTMLElement} element
 * @param {MouseEvent} event
 * @returns {import("../types.js").Pixel}
 */
export function pixelOf(element, event) {
  const { left, top } = element.getBoundingClientRect();
  return { x: event.clientX - left - element.clientLeft, y: event.clientY - top - element.clientTop };
}
