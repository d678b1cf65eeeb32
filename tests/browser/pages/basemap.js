// A page with one basemap and nothing else.
import { Map as LeafletMap } from "../../../static/js/map/leaflet.js";
import { basemapLayer } from "../../../static/js/map/basemap.js";

const { sources, centre, zoom } = JSON.parse(document.getElementById("page-data").textContent);
const map = new LeafletMap("map", { center: [centre[1], centre[0]], zoom, zoomAnimation: false, fadeAnimation: false });
basemapLayer(sources[0], sources).addTo(map);
window.trial = { map };
