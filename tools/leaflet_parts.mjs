// Leaflet without what no page of ours shows: popups, its own icons and the like, and the browsers of long ago.
import { readFileSync } from "node:fs";

const UNSEEN = /popup|tooltip|control-layers|shadow|zoom-box|control-scale|default-icon|div-icon|vml|oldie/;
const RULE = /([^{}]+)\{([^{}]*)\}/g;
const UNUSED = /leaflet\/src\/layer\/(?:vector\/SVG\.VML|marker\/Marker\.Drag|marker\/Icon\.Default)\.js$/;
const NOTHING = "export const vmlCreate = null, vmlMixin = {}, MarkerDrag = null; export class IconDefault {}";

/** @param {string} css the selectors of what is never seen left out */
function seen(css) {
  const rules = css.replace(/\/\*[^]*?\*\//g, "");
  return rules.replace(RULE, (_rule, selectors, body) => {
    const kept = selectors.split(",").filter((/** @type {string} */ selector) => !UNSEEN.test(selector));
    return kept.length ? `${kept.join(",")}{${body}}` : "";
  });
}

/** A plugin of esbuild. */
export const leafletParts = {
  name: "leaflet parts",
  /** @param {import("esbuild").PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /leaflet\/dist\/leaflet\.css$/ }, ({ path }) => ({ contents: seen(readFileSync(path, "utf8")), loader: "css" }));
    build.onLoad({ filter: UNUSED }, () => ({ contents: NOTHING, loader: "js" }));
  },
};
