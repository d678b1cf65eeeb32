// @ts-check
const NAMESPACE = "http://www.w3.org/2000/svg";

/** The colour of a layer, as a little square; a drawing has none. @param {string} colour */
export function swatch(colour) {
  const picture = document.createElementNS(NAMESPACE, "svg");
  const square = document.createElementNS(NAMESPACE, "rect");
  for (const [name, value] of [["viewBox", "0 0 16 16"], ["aria-hidden", "true"]]) picture.setAttribute(name, value);
  for (const [name, value] of [["width", "16"], ["height", "16"], ["rx", "4"], ["fill", colour || "#8a94a6"]]) square.setAttribute(name, value);
  picture.append(square);
  return picture;
}
