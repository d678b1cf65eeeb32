// @ts-check
/**
 * What the drawing modes may do with the line. Pixels are in the map's element.
 * @typedef {object} Drawing
 * @property {import("../types.js").MapApp} mapApp
 * @property {boolean} movingMap one finger moves the map for now
 * @property {boolean} started
 * @property {boolean} crosshairVisible
 * @property {() => void} showCrosshair
 * @property {(pixel?: import("../types.js").Pixel) => boolean} mayDraw says a kind word when not; `pixel`: where it was pressed
 * @property {(pixels: import("../types.js").Pixel[]) => void} extend adds to the stroke
 * @property {() => void} lift
 * @property {() => void} discard
 * @property {(pixel: import("../types.js").Pixel) => void} addPoint
 * @property {() => void} addPointAtCentre
 * @property {(pixel: import("../types.js").Pixel | null) => void} pointAt stretches the band from the line's end
 * @property {() => void} undo
 * @property {() => void} redo
 * @property {() => void} clear
 * @property {() => void} finish
 */

export {};
