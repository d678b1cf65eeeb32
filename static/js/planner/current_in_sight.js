// @ts-check

/**
 * Scroll the row `current` stands in sideways until it is in the middle; the page itself stays where it is.
 * @param {Element} current
 */
export function showCurrent(current) {
  const row = current.closest("ul, .tabs");
  if (!row) return;
  const { left, width } = row.getBoundingClientRect();
  const own = current.getBoundingClientRect();
  row.scrollLeft += own.left + own.width / 2 - left - width / 2;
}
