// @ts-check
import { t } from "../modules/texts.js";
import { button, element } from "../modules/element.js";
import { icon } from "../modules/icons.js";
import { baseMapButton } from "./base_map_button.js";
import { markList } from "./mark_list.js";
import { openMenu } from "./menu_sheet.js";
import { openSearch } from "./search_sheet.js";
import { statusPill } from "./status_pill.js";
import { toolbar } from "./toolbar.js";

/**
 * The map screen's parts: title, saving state and list on top, the tools below, the map under it all.
 * @param {import("./app.js").PupilApp} app
 * @param {{signal: AbortSignal, mapApp: () => import("../map/types.js").MapApp, onChoose: (tool: import("./toolbar.js").Tool) => void,
 *   onNext: () => void, list: Parameters<typeof markList>[1]}} options
 */
export function mapLayout(app, { signal, mapApp, onChoose, onNext, list: actions }) {
  const tools = toolbar(app, onChoose, onNext);
  const list = markList(app, actions);
  const title = element("h1", { class: "top__title" });
  const sentence = element("p", { class: "sentence", hidden: true });
  const bottom = element("div", { class: "bottom" }, tools.element);
  const place = mapPlace();
  const menu = button(t("Menu"), () => openMenu(app), { class: "top__button only-icon", icon: icon("more") });
  const search = button(t("Find a place"), () => openSearch(app, mapApp()), { class: "side__button only-icon", icon: icon("search") });
  const top = element("header", { class: "top" }, title, statusPill(app, signal), list.opener, menu);
  const whole = element(
    "main",
    { class: "map-screen" },
    top,
    ...place.parts,
    element("div", { class: "side" }, search, baseMapButton(app, mapApp)),
    element("div", { class: "below" }, sentence, bottom),
    list.drawer,
  );
  return { element: whole, place: place.map, tools, list, title, sentence, bottom, top };
}

/** Where a map goes, with how to use it without a pointer. */
export function mapPlace() {
  const keys = element("p", { class: "unseen", id: "map-keys" }, t("Move with the arrow keys. Plus and minus zoom. Enter puts a point at the cross in the middle."));
  const map = element("div", { class: "map-place", role: "application", "aria-label": t("Map"), "aria-describedby": "map-keys" });
  return { map, parts: [keys, map] };
}
