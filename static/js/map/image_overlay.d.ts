export { ImageOverlay } from "leaflet";
