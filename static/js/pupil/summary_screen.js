// @ts-check
import { t, tn } from "../modules/texts.js";
import { button, element } from "../modules/element.js";
import { icon } from "../modules/icons.js";
import { completed, places } from "../modules/response_state.js";
import { cardScreen, paragraph } from "./card_screen.js";
import { mapScreen } from "./map_screen.js";
import { smallMap } from "./small_map.js";
import { statusPill } from "./status_pill.js";

/** What I made, in a small map and three numbers; one button. @param {import("./app.js").PupilApp} app @returns {import("./app.js").Screen} */
export function summaryScreen(app) {
  const { work } = /** @type {import("./lesson.js").Lesson} */ (app.lesson);
  const stop = new AbortController();
  const map = smallMap(app, work.told.marks);
  const send = button(work.practice ? t("Finish practising") : t("Send"), () => void handIn(), { kind: "main", icon: icon("send") });
  const screen = cardScreen({
    class: "card--summary",
    title: t("This is what you made"),
    top: statusPill(app, stop.signal),
    children: [map.element, numbers(work.told), work.pupil.corrects && paragraph(t("When you send this, it stands instead of what you sent before."))],
    actions: [button(t("Back to the map"), () => void app.show(mapScreen(app))), send],
  });

  async function handIn() {
    send.disabled = true;
    await work.change(completed);
  }
  return { ...screen, leave: () => (stop.abort(), map.remove()) };
}

/** @param {import("../modules/response_state.js").Draft} draft */
function numbers(draft) {
  const all = places(draft);
  const roads = all.filter(([mark]) => mark.geometry.type === "LineString").length;
  const wishes = draft.marks.filter((mark) => mark.category === "wish").length;
  const spots = all.length - roads;
  const one = (/** @type {number} */ number, /** @type {string} */ words) => element("li", {}, element("strong", {}, String(number)), element("span", {}, words));
  return element(
    "ul",
    { class: "numbers" },
    one(roads, tn("road", "roads", roads)),
    one(spots, tn("place", "places", spots)),
    one(wishes, tn("wish", "wishes", wishes)),
  );
}
