export * from "protomaps-leaflet";
