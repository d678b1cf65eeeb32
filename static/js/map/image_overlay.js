// Leaflet's image overlay, apart from the rest of Leaflet: only maps with drawings over them need it.
export { ImageOverlay } from "leaflet/src/layer/ImageOverlay.js";
