// @ts-check
import { placeSticker } from "../../map/place_sticker.js";
import { element } from "../../modules/element.js";
import { addMarks, changeMark } from "../../modules/response_state.js";
import { t } from "../../modules/texts.js";
import { textIn } from "../../surveys/piping.js";
import { dsButton } from "../ds_button.js";
import { newMark } from "./new_mark.js";

/** @typedef {import("./map_answer.js").MapAnswer} MapAnswer */

/** One press on the map, then what is asked about it. @param {MapAnswer} answer @param {import("../types.js").Category} category */
export function placeOne(answer, category) {
  const prompt = textIn(category.prompt || {}, answer.around.language);
  wait(answer, prompt, category.code, async (geometry) => {
    const id = await answer.add((before) => addMarks(before, [newMark(answer, category, geometry)]));
    answer.announcer.say(t("The mark is saved."));
    await answer.edit(id, true);
  });
}

/** A mark that is there already gets another place. @param {MapAnswer} answer @param {import("./types.js").Mark} mark */
export function moveOne(answer, { id, category }) {
  wait(answer, "", category, async (geometry) => {
    await answer.change((draft) => changeMark(draft, id, { geometry }));
    answer.announcer.say(t("The mark is saved."));
    answer.list.focus(id);
  });
}

/** @param {MapAnswer} answer @param {string} prompt @param {string|null} code @param {(geometry: {type: "Point", coordinates: [number, number]}) => void} then */
function wait(answer, prompt, code, then) {
  const placing = placeSticker(answer.map, {
    onPlace({ lat, lng }) {
      answer.leave = undefined;
      answer.look();
      then({ type: "Point", coordinates: [lng, lat] });
    },
    refusal: (coordinates) => answer.refusal({ type: "Point", coordinates }),
    onHint: (hint) => answer.hint(hint),
    onAnnounce: (announcement) => answer.hear(announcement),
  });
  const cancel = () => {
    answer.look();
    answer.tools.focus(code);
  };
  const here = dsButton(t("Put it at the middle of the map"), () => placing.placeAtCentre());
  const bar = element("div", { class: "map-bar" }, dsButton(t("Cancel"), cancel), here);
  answer.use(bar, t("Press the place on the map."), () => placing.cancel(), prompt);
}
