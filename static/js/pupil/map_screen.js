// @ts-check
import { t } from "../modules/texts.js";
import { createMap } from "../map/create_map.js";
import { marksLayer } from "../map/marks_layer.js";
import { heard } from "../map/words.js";
import { HomeCircles } from "../modules/home_circles.js";
import { deleteMarks, editMarks, marksAt } from "./mark_actions.js";
import { mapLayout } from "./map_layout.js";
import { questionsScreen } from "./questions_screen.js";
import { allCategories, mapQuestions, pageOf } from "./questionnaire.js";
import { chooseRoad } from "./route_tool.js";
import { showSchool } from "./school_marker.js";
import { placeOne } from "./sticker_tool.js";
import { WIDE, bringIntoSight, keepClear } from "./visible_map.js";

/**
 * @typedef {import("../modules/response_state.js").Mark} Mark
 * @typedef {import("./toolbar.js").Tool} Tool
 */

/** The map with everything around it: the tools below, the list on the right, the truth about saving on top. */
export class MapScreen {
  /** @param {import("./app.js").PupilApp} app */
  constructor(app) {
    this.app = app;
    this.lesson = /** @type {import("./lesson.js").Lesson} */ (app.lesson);
    this.work = this.lesson.work;
    this.circles = new HomeCircles(this.work.pupil.seed, app.page.home_cut?.density ?? null, this.work.practice ? null : undefined);
    this.stop = new AbortController();
    /** @type {(() => void)|null} */
    this.cancelTool = null;
    /** @type {Tool|null} */
    this.chosen = null;
    this.shown = "";
    /** Whether a sheet about what was made is on its way. */
    this.opening = false;
    /** @type {import("../map/types.js").MapApp} made when the place for it is in the page, gone when the screen is left */
    this.mapApp = /** @type {any} */ (undefined);
    this.layout = mapLayout(app, {
      signal: this.stop.signal,
      mapApp: () => this.mapApp,
      onChoose: (tool) => this.choose(tool),
      onNext: () => void app.show(questionsScreen(app)),
      list: {
        onShow: (place) => this.show(place),
        onEdit: (place) => void editMarks(this, place),
        onDelete: (place) => void deleteMarks(this, place),
        onToggle: () => this.measure(),
      },
    });
    this.element = this.layout.element;
    this.list = this.layout.list;
    this.work.addEventListener("change", () => this.redraw(), { signal: this.stop.signal });
  }

  /** The map needs to be in the page before it is made. */
  start() {
    if (this.stop.signal.aborted) return;
    const { page } = this.app;
    this.mapApp = createMap(this.layout.place, page.map);
    /** @type {ReturnType<typeof marksLayer>|undefined} */
    this.marks = marksLayer(this.mapApp, { categories: allCategories(page.questionnaire), onSelect: (id) => this.openMark(Number(id)) });
    if (page.school) showSchool(this.mapApp, page.school);
    this.shown = "";
    this.redraw();
    const seen = new ResizeObserver(() => this.measure());
    for (const each of [this.layout.top, this.layout.bottom, this.element]) seen.observe(each);
    this.stop.signal.addEventListener("abort", () => seen.disconnect());
    this.measure();
    if (this.work.draft.marks.length) this.marks?.fit();
    else if (page.school) this.mapApp.map.setView([page.school.lat, page.school.lon], Math.max(page.map.zoom, page.map.min_zoom_to_draw));
    this.look();
  }

  /** What the bars cover, so that the middle of the map is the middle of what is seen. */
  measure() {
    const wide = innerWidth >= WIDE;
    const drawer = this.list.drawer.offsetHeight ? this.list.drawer : null;
    this.element.classList.toggle("has-drawer", wide && drawer !== null);
    if (this.mapApp) keepClear(this.mapApp, { top: this.layout.top, bottom: this.layout.bottom, drawer, wide });
  }

  /** Moves a place out from under a sheet or a bar that covers it now. @param {[number, number]} position */
  reveal(position) {
    this.measure();
    if (this.mapApp) bringIntoSight(this.mapApp, position);
  }

  redraw() {
    const { draft, pupil } = this.work;
    const shown = JSON.stringify([draft.marks, pupil.set_aside]);
    // What was only sent looks as before, and focus stays where it is in the list.
    if (shown === this.shown) return;
    this.shown = shown;
    this.marks?.set(draft.marks.map((mark) => ({ ...mark, id: String(mark.id) })));
    this.list.show(draft);
    if (this.mapApp && !this.cancelTool && !this.chosen) this.invite();
    this.layout.title.textContent = this.work.pupil.corrects ? t("Correct my answer") : this.titleOfTask();
  }

  titleOfTask() {
    const { say, page } = this.app;
    const question = this.nextQuestion();
    return say(question ? pageOf(page.questionnaire, question).title : page.questionnaire.title);
  }

  /** Roads first, then places. */
  nextQuestion() {
    const [road] = mapQuestions(this.app.page.questionnaire, "route");
    const [place] = mapQuestions(this.app.page.questionnaire, "place");
    const drawn = this.work.draft.marks.some((mark) => mark.question === road?.variable);
    return road && !drawn ? road : place || road;
  }

  /** @param {Tool} tool */
  choose(tool) {
    const again = this.chosen === tool;
    this.look();
    if (again) return;
    this.list.close();
    this.chosen = tool;
    this.layout.tools.lift(tool);
    if (tool.kind === "route") chooseRoad(this, tool.question);
    else placeOne(this, tool.question, tool.category);
  }

  /** Back to looking at the map. */
  look() {
    this.cancelTool?.();
    this.cancelTool = null;
    this.chosen = null;
    this.layout.tools.lift(null);
    this.layout.bottom.replaceChildren(this.layout.tools.element);
    this.invite();
  }

  /** What is asked for, until there is an answer to it. */
  invite() {
    const question = this.nextQuestion();
    const answered = this.work.draft.marks.some((mark) => mark.question === question?.variable);
    const asked = question && !answered ? this.app.say(question.label) : "";
    const sentence = this.work.pupil.corrects ? t("What you sent stands until you press Send again.") : asked;
    if (sentence !== this.layout.sentence.textContent) this.speak(sentence);
  }

  /** @param {HTMLElement} bar instead of the tools @param {string} sentence @param {() => void} [cancel] */
  useBar(bar, sentence, cancel) {
    this.cancelTool = cancel || null;
    this.layout.bottom.replaceChildren(bar);
    this.speak(sentence);
    /** @type {HTMLElement|null} */ (bar.querySelector("button:not([disabled])"))?.focus();
  }

  /** A tool waits for the map. @param {string} sentence @param {() => void} cancel */
  wait(sentence, cancel) {
    this.cancelTool = cancel;
    this.speak(sentence);
  }

  /** @param {string} sentence */
  speak(sentence) {
    this.layout.sentence.textContent = sentence;
    this.layout.sentence.hidden = !sentence;
    if (sentence) this.app.announcer.say(sentence);
  }

  /** @param {string} text */
  say(text) {
    this.app.toasts.show(text);
  }

  /** @param {import("../map/types.js").Hint} hint @param {() => void} [undo] */
  hint({ kind, zoom }, undo) {
    if (kind === "continue") return this.speak(t("You can let go and go on. Press Done when the road is drawn."));
    const action = kind === "zoom_in" ? { label: t("Zoom in"), run: () => void this.mapApp?.map.setZoom(zoom ?? this.mapApp.minZoomToDraw) } : kind === "cleared" && undo ? { label: t("Undo"), run: undo } : undefined;
    this.app.toasts.show(heard({ kind }), action);
  }

  /** @param {import("../map/types.js").Announcement} announcement */
  hear(announcement) {
    const text = heard(announcement);
    if (text) this.app.announcer.say(text);
  }

  /** @param {Mark[]} place */
  show(place) {
    this.marks?.show(String(place[0].id));
    this.list.select(place[0].id);
    if (innerWidth < WIDE) this.list.close();
  }

  /** @param {number} id */
  select(id) {
    this.marks?.select(String(id));
    this.list.select(id);
  }

  /** A mark pressed on the map. @param {number} id */
  openMark(id) {
    this.list.select(id);
    const place = marksAt(this.work.draft, id);
    if (place && this.list.drawer.hidden) void editMarks(this, place);
  }

  /** @param {import("./questionnaire.js").Category} category */
  focusTool(category) {
    /** @type {HTMLElement|null} */ (this.layout.bottom.querySelector(`[data-tool="${category.code}"]`))?.focus();
  }

  leave() {
    this.cancelTool?.();
    this.stop.abort();
    this.mapApp?.destroy();
    // What comes of a slow device after this has no map to be shown on.
    this.mapApp = /** @type {any} */ (undefined);
    this.marks = undefined;
  }
}

/** @param {import("./app.js").PupilApp} app @returns {import("./app.js").Screen} */
export function mapScreen(app) {
  const screen = new MapScreen(app);
  requestAnimationFrame(() => screen.start());
  return { element: screen.element, leave: () => screen.leave() };
}
