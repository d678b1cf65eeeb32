// @ts-check
import { t } from "../modules/texts.js";
import { addTogether, replaceTogether } from "../modules/response_state.js";
import { placeSticker } from "../map/place_sticker.js";
import { deleteMarks } from "./mark_actions.js";
import { openStickerSheet } from "./sticker_sheet.js";
import { showUnsavedSticker } from "../map/unsaved_marks.js";

/**
 * @typedef {import("./map_screen.js").MapScreen} MapScreen
 * @typedef {import("./questionnaire.js").Question} Question
 * @typedef {import("./questionnaire.js").Category} Category
 * @typedef {import("../modules/response_state.js").Mark} Mark
 */

/** One press on the map, then why. @param {MapScreen} screen @param {Question} question @param {Category} category */
export function placeOne(screen, question, category) {
  const placing = placeSticker(screen.mapApp, {
    onPlace: ({ lat, lng }) => void placed(screen, question, category, [lng, lat]),
    onHint: (hint) => screen.hint(hint),
    onAnnounce: (announcement) => screen.hear(announcement),
  });
  const prompt = category.prompt ? `${screen.app.say(category.prompt)} ` : "";
  screen.wait(`${prompt}${t("Press the place on the map.")}`, () => placing.cancel());
  screen.mapApp.element.focus();
}

/** @param {MapScreen} screen @param {Question} question @param {Category} category @param {[number, number]} position */
async function placed(screen, question, category, position) {
  const { app, circles, work } = screen;
  const takeAway = showUnsavedSticker(screen.mapApp, category, position);
  screen.speak("");
  const closed = openStickerSheet(app, { question, feelings: [{ category: category.code, answers: {} }] });
  screen.reveal(position);
  const feelings = await closed;
  takeAway();
  screen.measure();
  screen.look();
  screen.focusTool(category);
  if (!feelings) return;
  const geometry = { type: "Point", coordinates: circles.hide(position) };
  const marks = feelings.map((feeling) => ({ ...feeling, question: question.variable, geometry }));
  const draft = await work.change((before) => addTogether(before, marks));
  screen.select(draft.marks[draft.marks.length - 1].id);
  screen.reveal(geometry.coordinates);
  app.announcer.say(t("The sticker is saved."));
}

/** @param {MapScreen} screen @param {Mark[]} place @param {Question} question */
export async function editPlace(screen, place, question) {
  const { app, work } = screen;
  const closed = openStickerSheet(app, { question, feelings: place, onDelete: () => void deleteMarks(screen, place) });
  screen.reveal(place[0].geometry.coordinates);
  const feelings = await closed;
  screen.measure();
  if (!feelings) return;
  const { geometry } = place[0];
  const marks = feelings.map(({ category, answers }) => ({ category, answers, question: question.variable, geometry }));
  const ids = place.map((mark) => mark.id);
  // Deleted under the sheet, it stays so.
  await work.change((draft) => (draft.marks.some(({ id }) => ids.includes(id)) ? replaceTogether(draft, ids, marks) : draft));
}
