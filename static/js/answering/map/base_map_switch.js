// @ts-check
import { t } from "../../modules/texts.js";
import { dsButton } from "../ds_button.js";

/**
 * From map to aerial photo and on; nothing where the installation has one base map only.
 * @param {import("../../map/types.js").MapApp} mapApp @param {(text: string) => void} say to be heard
 */
export function baseMapSwitch(mapApp, say) {
  const { sources } = mapApp;
  if (sources.length < 2) return null;
  const at = () => sources.findIndex(({ id }) => id === mapApp.source);
  const after = () => sources[(at() + 1) % sources.length];
  const turn = () => {
    mapApp.setSource(after().id);
    say(sources[at()].label);
    name();
  };
  const made = dsButton("", turn, { class: "map-base" });
  function name() {
    made.textContent = after().label;
    made.setAttribute("aria-label", `${t("Change the map")}: ${after().label}`);
  }
  name();
  return made;
}
