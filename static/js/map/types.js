// @ts-check
// Shapes shared by the map modules. Coordinates are [longitude, latitude] in WGS84 degrees, pixels are CSS pixels.

/** @typedef {[number, number]} Coordinate */
/** @typedef {{x: number, y: number}} Pixel */
/** @typedef {{top: number, right: number, bottom: number, left: number}} Insets */
/**
 * @typedef {object} Source
 * @property {string} id
 * @property {"raster"|"vector"} kind
 * @property {string} url address of a tile with {z}, {x} and {y}
 * @property {string} attribution
 * @property {string} label
 * @property {number} [min_zoom]
 * @property {number} [max_zoom]
 * @property {number[]} [bounds] west, south, east, north
 * @property {string} [theme] how vector tiles are drawn
 * @property {number} [data_zoom] the deepest zoom that has vector tiles; they are enlarged from there on
 */
/**
 * @typedef {object} MapData
 * @property {Coordinate} centre
 * @property {number} zoom
 * @property {number} min_zoom_to_draw
 * @property {number} [max_zoom]
 * @property {[number, number, number, number]} [bounds] west, south, east, north
 * @property {Source[]} sources
 * @property {Overlays} [overlays] absent where the planner shows none
 */
/**
 * @typedef {object} Overlays
 * @property {string} style address of their style sheet
 * @property {Overlay[]} layers the topmost first
 */
/**
 * @typedef {object} Overlay
 * @property {number} id
 * @property {"vector" | "image"} kind
 * @property {string} name
 * @property {string} url JSON `{"rows": [[geometry, label], …]}`, or an image in web mercator
 * @property {string} colour
 * @property {number} opacity 0 to 1
 * @property {string} attribution
 * @property {[number, number, number, number]} bounds west, south, east, north
 */
/**
 * @typedef {object} MapApp
 * @property {import("leaflet").Map} map
 * @property {HTMLElement} element
 * @property {Source[]} sources
 * @property {string | null} source the id of the base map shown now
 * @property {(id: string) => void} setSource
 * @property {number} minZoomToDraw
 * @property {"look" | "draw" | "place"} mode what a press on the map means now
 * @property {Insets} insets what the page's own bars cover at each edge, in pixels; the page may change it at any time
 * @property {() => Pixel} middle the middle of what the bars leave free, in container pixels
 * @property {(pixel: Pixel) => Coordinate} coordinateAt kept inside the map's bounds
 * @property {(coordinate: Coordinate) => boolean} contains
 * @property {(event: Event) => boolean} isGround false for buttons and other things that lie on the map
 * @property {() => void} destroy
 */
/**
 * @typedef {object} Hint a kind word the page may show. `zoom` is the lowest zoom that is allowed, `at` where it was pressed.
 * @property {"zoom_in"|"continue"|"cleared"|"too_short"|"too_small"|"crossing"|"outside"|"beyond"|"left_out"} kind
 * @property {number} [zoom]
 * @property {Coordinate} [at]
 */
/**
 * @typedef {object} Announcement something a screen reader should hear. `length` is in metres.
 * @property {"ready"|"point_added"|"point_removed"|"undone"|"redone"|"cleared"|"stroke_added"|"finished"|"placed"|"zoom_in"|"too_short"|"too_small"|"crossing"|"outside"|"beyond"|"left_out"} kind
 * @property {number} [points]
 * @property {number} [length]
 */
/**
 * @typedef {object} Mark
 * @property {string} id
 * @property {{type: string, coordinates: any}} geometry GeoJSON, WGS84
 * @property {string} category
 * @property {Record<string, any>} [answers]
 */
/**
 * @typedef {object} Category
 * @property {string} code
 * @property {"square"|"circle"|"triangle"|"star"|"line"} symbol
 * @property {string} colour
 * @property {string} [icon]
 */

export {};
