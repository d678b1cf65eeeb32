// @ts-check
import { t } from "../modules/texts.js";
import { homeEnd } from "../modules/home_cut.js";
import { addMarks, changeMark } from "../modules/response_state.js";
import { drawRoute } from "../map/draw_route.js";
import { choiceBar, drawingBar } from "./drawing_bar.js";
import { askHomeEnds, openRouteSheet } from "./route_sheet.js";
import { showUnsavedLine } from "../map/unsaved_marks.js";

/**
 * @typedef {import("./map_screen.js").MapScreen} MapScreen
 * @typedef {import("./questionnaire.js").Question} Question
 * @typedef {import("./questionnaire.js").Category} Category
 */

/** Which road, then drawing, then the cut at the home end, then how one goes there. @param {MapScreen} screen @param {Question} question */
export function chooseRoad(screen, question) {
  const categories = question.categories || [];
  if (categories.length === 1) return draw(screen, question, categories[0]);
  const label = screen.app.say(question.label);
  const choices = categories.map((category) => ({
    label: screen.app.say(category.label),
    icon: category.icon || "road",
    run: () => draw(screen, question, category),
  }));
  screen.useBar(choiceBar(label, choices, () => screen.look()), label);
}

/** @param {MapScreen} screen @param {Question} question @param {Category} category */
function draw(screen, question, category) {
  const bar = drawingBar({
    undo: () => void drawing.undo(),
    redo: () => void drawing.redo(),
    finish: () => drawing.finish(),
    moveMap: (on) => drawing.moveMap(on),
    cancel: () => {
      drawing.cancel();
      screen.look();
    },
  });
  const drawing = drawRoute(screen.mapApp, {
    onChange: (state) => bar.show(state),
    onFinish: (coordinates) => void finish(screen, question, category, coordinates),
    onHint: (hint) => screen.hint(hint, () => drawing.undo()),
    onAnnounce: (announcement) => screen.hear(announcement),
  });
  screen.useBar(bar.element, drawingHint(), () => drawing.cancel());
  screen.mapApp.element.focus();
}

function drawingHint() {
  const finger = matchMedia("(pointer: coarse)").matches;
  return finger ? t("Draw with your finger. You can let go and go on.") : t("Hold and draw, or click along the road.");
}

/**
 * The only moment the line exists uncut. What is stored is what is left after the cut.
 * @param {MapScreen} screen @param {Question} question @param {Category} category @param {[number, number][]} line
 */
async function finish(screen, question, category, line) {
  const { app, work, circles } = screen;
  screen.look();
  const ends = await homeEnds(screen, question, category, line);
  if (!ends) return;
  const kept = question.cut_home ? circles.cut(line, ends) : line;
  if (!kept) return screen.say(category.code === "school_road" ? t("You live near the school. Put stickers instead.") : t("Too little is left of that road. Put stickers instead."));
  const geometry = { type: "LineString", coordinates: kept };
  const home = question.cut_home ? { home_cut: ends.length > 0 } : {};
  const draft = await work.change((before) => addMarks(circles.recut(before), [{ question: question.variable, category: category.code, geometry, ...home, answers: {} }]));
  const mark = draft.marks[draft.marks.length - 1];
  await details(screen, mark.id, question, category, ends.length > 0);
  app.announcer.say(t("The road is saved."));
}

/**
 * @param {MapScreen} screen @param {Question} question @param {Category} category @param {[number, number][]} line
 * @returns {Promise<import("../modules/home_cut.js").End[]|null>} null: the child left without an answer, so nothing is kept
 */
async function homeEnds(screen, question, category, line) {
  if (!question.cut_home) return [];
  const { school } = screen.app.page;
  if (category.code === "school_road" && school) return [homeEnd(line, [school.lon, school.lat])];
  const closed = askHomeEnds();
  screen.measure();
  const takeAway = showUnsavedLine(screen.mapApp, line);
  const answer = await closed;
  takeAway();
  screen.measure();
  return answer;
}

/** @param {MapScreen} screen @param {number} id @param {Question} question @param {Category} category @param {boolean} cut */
async function details(screen, id, question, category, cut) {
  const { app, work } = screen;
  const mark = work.draft.marks.find((candidate) => candidate.id === id);
  if (!mark) return;
  const closed = openRouteSheet(app, { question, title: app.say(category.label), answers: mark.answers, cut });
  screen.measure();
  screen.show([mark]);
  const answers = await closed;
  screen.measure();
  if (JSON.stringify(answers) !== JSON.stringify(mark.answers)) await work.change((draft) => changeMark(draft, id, { answers }));
}

/** @param {MapScreen} screen @param {import("../modules/response_state.js").Mark} mark @param {Question} question @param {Category} category */
export function editRoad(screen, mark, question, category) {
  return details(screen, mark.id, question, category, false);
}
