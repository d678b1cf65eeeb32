// @ts-check
import { t } from "../modules/texts.js";
import { element } from "../modules/element.js";
import { createMap } from "../map/create_map.js";
import { marksLayer } from "../map/marks_layer.js";
import { allCategories } from "./questionnaire.js";

/**
 * All marks on a map that is only looked at.
 * @param {import("./app.js").PupilApp} app @param {import("../modules/response_state.js").Mark[]} marks
 */
export function smallMap({ page }, marks) {
  const place = element("div", { class: "small-map", role: "img", "aria-label": t("A map with what you made") });
  place.inert = true;
  /** @type {import("../map/types.js").MapApp|undefined} */
  let mapApp;
  const start = requestAnimationFrame(() => {
    mapApp = createMap(place, page.map);
    const layer = marksLayer(mapApp, { categories: allCategories(page.questionnaire) });
    layer.set(marks.map((mark) => ({ ...mark, id: String(mark.id) })));
    layer.fit();
  });
  return {
    element: place,
    remove() {
      cancelAnimationFrame(start);
      mapApp?.destroy();
    },
  };
}
