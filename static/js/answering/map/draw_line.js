// @ts-check
import { drawRoute } from "../../map/draw_route.js";
import { AREA, ROUTE } from "../../map/shapes.js";
import { addMarks, changeMark } from "../../modules/response_state.js";
import { t } from "../../modules/texts.js";
import { cutHome } from "./cut_home.js";
import { drawingBar } from "./drawing_bar.js";
import { newMark } from "./new_mark.js";

/** @typedef {import("./map_answer.js").MapAnswer} MapAnswer */
/** @typedef {import("./types.js").Mark} Mark */

/** A road, or an area that is drawn around. @param {MapAnswer} answer @param {import("../types.js").Category} category */
export function drawLine(answer, category) {
  draw(answer, category.code, async (geometry, home, edit) => {
    const id = await answer.add((before) => addMarks(edit(before), [newMark(answer, category, geometry, home)]));
    answer.announcer.say(t("The mark is saved."));
    await answer.edit(id, true);
  });
}

/** What was drawn is drawn anew; what was told about it stays. @param {MapAnswer} answer @param {Mark} mark */
export function drawAgain(answer, { id, category }) {
  draw(answer, category, async (geometry, home, edit) => {
    await answer.change((before) => changeMark(edit(before), id, { geometry, ...home }));
    answer.announcer.say(t("The mark is saved."));
    answer.list.focus(id);
  });
}

/**
 * @param {MapAnswer} answer @param {string|null} code
 * @param {(geometry: {type: string, coordinates: any}, home: {home_cut?: boolean}, edit: (draft: import("./types.js").Draft) => import("./types.js").Draft) => Promise<void>} then
 *   `edit`: what must change of the other marks with it
 */
function draw(answer, code, then) {
  const isArea = answer.question.type === "area";
  const cancel = () => {
    answer.look();
    answer.tools.focus(code);
  };
  const bar = drawingBar(isArea ? t("Draw around an area") : t("Draw a line"), { undo: () => drawing.undo(), redo: () => drawing.redo(), finish: () => drawing.finish(), moveMap: (on) => drawing.moveMap(on), cancel });
  const drawing = drawRoute(
    answer.map,
    {
      onChange(state) {
        bar.show(state);
        answer.isDrawing = state.points > 0;
      },
      onFinish(coordinates) {
        answer.leave = undefined;
        answer.look();
        if (!answer.question.cut_home) return then(geometryOf(isArea, coordinates), {}, (draft) => draft);
        return cutHome(answer, coordinates, (line, home, edit) => then(geometryOf(false, line), home, edit), () => answer.tools.focus(code));
      },
      onHint: (hint) => answer.hint(hint, () => drawing.undo()),
      onAnnounce: (announcement) => answer.hear(announcement),
    },
    shapeFor(answer, isArea),
  );
  answer.use(bar.element, whatToDo(isArea), () => drawing.cancel());
}

/** @param {boolean} isArea @param {[number, number][]} coordinates */
const geometryOf = (isArea, coordinates) => (isArea ? { type: "Polygon", coordinates: [coordinates] } : { type: "LineString", coordinates });

/** What lies where no mark may be is told before it is finished, so that it can be mended. @param {MapAnswer} answer @param {boolean} isArea @returns {import("../../map/shapes.js").Shape} */
function shapeFor(answer, isArea) {
  const shape = isArea ? AREA : ROUTE;
  return { ...shape, problem: (finished, length) => shape.problem(finished, length) || answer.refusal(geometryOf(isArea, finished)) };
}

/** @param {boolean} isArea */
function whatToDo(isArea) {
  if (isArea) return t("Draw around the area, or press corner by corner.");
  return matchMedia("(pointer: coarse)").matches ? t("Draw with your finger. You can let go and go on.") : t("Hold and draw, or click along the road.");
}
