// What we use of Leaflet. Its own index brings popups, tooltips, videos and more that no page of ours shows: 12 kB compressed.
// To use more of it: one line here. Types: leaflet.d.ts.
import { Control } from "leaflet/src/control/Control.js";
import { Attribution } from "leaflet/src/control/Control.Attribution.js";
import { Zoom } from "leaflet/src/control/Control.Zoom.js";
import * as DomUtil from "leaflet/src/dom/DomUtil.js";
import { EPSG3857 } from "leaflet/src/geo/crs/CRS.EPSG3857.js";
import { SVG, svg } from "leaflet/src/layer/vector/SVG.js";
import { Map } from "leaflet/src/map/Map.js";
import "leaflet/src/map/handler/Map.DoubleClickZoom.js";
import "leaflet/src/map/handler/Map.Drag.js";
import "leaflet/src/map/handler/Map.Keyboard.js";
import "leaflet/src/map/handler/Map.ScrollWheelZoom.js";
import "leaflet/src/map/handler/Map.TouchZoom.js";
import { eachSourceOnce } from "./attribution.js";

Object.assign(Control, { Attribution, Zoom });
const { _update } = Attribution.prototype;
Attribution.include({
  /** Leaflet's own tells apart what whole layers say, though two may name the same source. */
  _update() {
    const said = this._attributions;
    const seen = Object.keys(said).filter((text) => said[text]);
    this._attributions = Object.fromEntries(eachSourceOnce(seen).map((source) => [source, 1]));
    _update.call(this);
    this._attributions = said;
  },
});
Map.include({
  /** One SVG for all layers that bring none of their own. Leaflet's own can make a canvas too, and so brings it along. */
  getRenderer({ options }) {
    const renderer = options.renderer || (this._renderer ||= svg());
    if (!this.hasLayer(renderer)) this.addLayer(renderer);
    return renderer;
  },
});

export const CRS = { EPSG3857 };
export { Control, DomUtil, Map, SVG };
export { toLatLng as latLng } from "leaflet/src/geo/LatLng.js";
export { toLatLngBounds as latLngBounds } from "leaflet/src/geo/LatLngBounds.js";
export { Bounds } from "leaflet/src/geometry/Bounds.js";
export { toPoint as point } from "leaflet/src/geometry/Point.js";
export { FeatureGroup } from "leaflet/src/layer/FeatureGroup.js";
export { LayerGroup } from "leaflet/src/layer/LayerGroup.js";
export { DivIcon } from "leaflet/src/layer/marker/DivIcon.js";
export { Marker } from "leaflet/src/layer/marker/Marker.js";
export { GridLayer } from "leaflet/src/layer/tile/GridLayer.js";
export { TileLayer } from "leaflet/src/layer/tile/TileLayer.js";
export { CircleMarker } from "leaflet/src/layer/vector/CircleMarker.js";
export { Polygon } from "leaflet/src/layer/vector/Polygon.js";
export { Polyline } from "leaflet/src/layer/vector/Polyline.js";
export { Rectangle } from "leaflet/src/layer/vector/Rectangle.js";
