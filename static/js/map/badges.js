// @ts-check
// Small signs on the map, in the map's own grey so that what people draw stands out.

/** @param {string} colour @param {string} letter @returns {(context: CanvasRenderingContext2D) => void} */
export function letterBadge(colour, letter) {
  return (context) => {
    rounded(context, 15, 4, colour);
    context.fillStyle = "#fff";
    context.font = "700 10.5px system-ui, sans-serif";
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(letter, 0, 0.5);
  };
}

/** A small dot with a light ring. @param {string} colour @returns {(context: CanvasRenderingContext2D) => void} */
export function dotBadge(colour) {
  return (context) => {
    context.beginPath();
    context.arc(0, 0, 3.5, 0, 2 * Math.PI);
    context.fillStyle = colour;
    context.strokeStyle = "#fff";
    context.lineWidth = 2;
    context.stroke();
    context.fill();
  };
}

/** A schoolhouse: a gable with a door. @param {string} colour @returns {(context: CanvasRenderingContext2D) => void} */
export function schoolBadge(colour) {
  return (context) => {
    rounded(context, 17, 5, colour);
    context.fillStyle = "#fff";
    context.beginPath();
    for (const [x, y] of [[0, -5.5], [6, -1], [4.5, -1], [4.5, 5], [1.5, 5], [1.5, 1.5], [-1.5, 1.5], [-1.5, 5], [-4.5, 5], [-4.5, -1], [-6, -1]])
      context.lineTo(x, y);
    context.fill();
  };
}

/** A mountain top. @param {string} colour @returns {(context: CanvasRenderingContext2D) => void} */
export function peakBadge(colour) {
  return (context) => {
    context.fillStyle = colour;
    context.beginPath();
    for (const [x, y] of [[0, -4.5], [5, 4], [-5, 4]]) context.lineTo(x, y);
    context.fill();
  };
}

/** @param {CanvasRenderingContext2D} context @param {number} size @param {number} radius @param {string} colour */
function rounded(context, size, radius, colour) {
  context.beginPath();
  context.roundRect(-size / 2, -size / 2, size, size, radius);
  context.strokeStyle = "#fff";
  context.lineWidth = 2.5;
  context.stroke();
  context.fillStyle = colour;
  context.fill();
}
