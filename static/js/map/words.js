// @ts-check
import { t } from "../modules/texts.js";

/** What drawing and placing say, as words to hear or to read. @param {import("./types.js").Announcement} announcement @returns {string} */
export function heard({ kind, points = 0, length = 0 }) {
  const metres = Math.round(length / 10) * 10;
  const texts = {
    ready: "",
    point_added: t("Point {points}. {metres} metres.", { points, metres }),
    point_removed: t("The last point is gone."),
    undone: t("Undone. {points} points.", { points }),
    redone: t("Back again. {points} points.", { points }),
    cleared: t("The line is gone."),
    stroke_added: t("{metres} metres.", { metres }),
    finished: t("The road is finished."),
    placed: t("The place is chosen."),
    zoom_in: t("Zoom in a little more, so it becomes the right place."),
    too_short: t("The line is too short. Draw a little more."),
    too_small: t("The area is too small. Draw around a larger one."),
    crossing: t("The outline crosses itself. Undo the last piece, and draw around without crossing your own line."),
    outside: t("That is outside our map."),
    beyond: t("That lies outside the area that the question is about. Keep to the inside of it."),
    left_out: t("That lies in an area that the question leaves out. Keep to the outside of it."),
  };
  return texts[kind];
}
