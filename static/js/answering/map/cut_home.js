// @ts-check
// Where the questionnaire asks for it, the home end of a road is cut off before the road is kept anywhere.
import { showUnsavedLine } from "../../map/unsaved_marks.js";
import { element } from "../../modules/element.js";
import { HomeCircles } from "../../modules/home_circles.js";
import { t } from "../../modules/texts.js";
import { dsButton } from "../ds_button.js";
import { openDialog } from "./dialog.js";

/**
 * @typedef {import("../../modules/home_cut.js").End} End
 * @typedef {import("./types.js").Draft} Draft
 */

/**
 * @param {import("./map_answer.js").MapAnswer} answer @param {[number, number][]} line the only moment it exists uncut
 * @param {(line: [number, number][], home: {home_cut: boolean}, edit: (draft: Draft) => Draft) => Promise<void>} then `edit` hides
 *   what was drawn earlier by the same circles @param {() => void} otherwise nothing is kept
 */
export async function cutHome(answer, line, then, otherwise) {
  const takeAway = showUnsavedLine(answer.map, line);
  const ends = await homeEnds();
  takeAway();
  if (!ends) return otherwise();
  const circles = new HomeCircles(answer.around.seed(), answer.data.density, answer.around.circles);
  const kept = circles.cut(line, ends);
  if (kept) return then(kept, { home_cut: ends.length > 0 }, (draft) => circles.recut(draft, ({ home_cut }) => home_cut !== undefined));
  otherwise();
  return answer.say(t("Too little is left of that road when the part nearest to a home is cut away."));
}

/** @returns {Promise<End[]|null>} null: not answered, so nothing is kept */
function homeEnds() {
  return new Promise((resolve) => {
    /** @type {End[]|null} */
    let answer = null;
    const choose = (/** @type {End[]} */ ends) => () => ((answer = ends), dialog.close());
    const dialog = openDialog({
      title: t("Does the road start or end at someone’s home?"),
      content: [element("p", {}, t("We cut away the part nearest to a home. Then no one can see where that is."))],
      actions: [
        dsButton(t("Yes, at A, where it starts"), choose(["start"])),
        dsButton(t("Yes, at B, where it ends"), choose(["end"])),
        dsButton(t("Yes, at both"), choose(["start", "end"])),
        dsButton(t("No"), choose([])),
      ],
      onClose: () => resolve(answer),
    });
  });
}
