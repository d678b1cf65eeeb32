// What we use of protomaps-leaflet: tiles read and names placed. Its one bundle brings its own styles along. Types: protomaps.d.ts.
export { Labelers } from "../../../node_modules/protomaps-leaflet/src/labeler.ts";
export { PmtilesSource, TileCache } from "../../../node_modules/protomaps-leaflet/src/tilecache.ts";
export { View } from "../../../node_modules/protomaps-leaflet/src/view.ts";
