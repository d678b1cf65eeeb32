// @ts-check
import { t } from "../modules/texts.js";
import { putBack, removeMarks } from "../modules/response_state.js";
import { lookUp } from "./questionnaire.js";
import { editRoad } from "./route_tool.js";
import { editPlace } from "./sticker_tool.js";

/**
 * @typedef {import("./map_screen.js").MapScreen} MapScreen
 * @typedef {import("../modules/response_state.js").Mark} Mark
 */

/** All marks of the place that this one is about. @param {import("../modules/response_state.js").Draft} draft @param {number} id @returns {Mark[]|null} */
export function marksAt({ marks }, id) {
  const mark = marks.find((candidate) => candidate.id === id);
  if (!mark) return null;
  const { together } = mark.answers;
  return together ? marks.filter((candidate) => candidate.answers.together === together) : [mark];
}

/** A list shows what was there until the device has kept a change: what is pressed in it may be older. @param {MapScreen} screen @param {Mark[]} place */
async function asKept({ work }, [mark]) {
  await work.kept;
  return marksAt(work.draft, mark.id);
}

/** @param {MapScreen} screen @param {Mark[]} shown */
export async function editMarks(screen, shown) {
  // Of two sheets about one place, the older would be written over the newer.
  if (screen.opening) return;
  screen.opening = true;
  const place = await asKept(screen, shown);
  screen.opening = false;
  if (!place) return;
  const { question, category } = lookUp(screen.app.page.questionnaire, place[0]);
  if (!question || !category) return;
  screen.look();
  if (question.type === "route") await editRoad(screen, place[0], question, category);
  else await editPlace(screen, place, question);
}

/** Gone at once, and back with one press. @param {MapScreen} screen @param {Mark[]} shown */
export async function deleteMarks(screen, shown) {
  const { app, list, work } = screen;
  const place = await asKept(screen, shown);
  if (!place) return;
  await work.change((draft) => removeMarks(draft, place.map((mark) => mark.id)));
  list.focus();
  app.toasts.show(t("Deleted."), { label: t("Undo"), run: () => void work.change((draft) => putBack(draft, place)) });
}
