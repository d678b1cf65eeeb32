// @ts-check
import { DivIcon, Marker } from "leaflet";
import { t } from "../modules/texts.js";
import { putBack, removeMarks } from "../modules/response_state.js";
import { createMap } from "../map/create_map.js";
import { marksLayer } from "../map/marks_layer.js";
import { symbol } from "../map/symbols.js";
import { HomeCircles } from "./home_circles.js";
import { heard } from "./mark_words.js";
import { mapLayout } from "./map_layout.js";
import { questionsScreen } from "./questions_screen.js";
import { allCategories, lookUp, mapQuestions, pageOf } from "./questionnaire.js";
import { chooseRoad, editRoad } from "./route_tool.js";
import { showSchool } from "./school_marker.js";
import { editPlace, placeOne } from "./sticker_tool.js";

/**
 * @typedef {import("../modules/response_state.js").Mark} Mark
 * @typedef {import("./toolbar.js").Tool} Tool
 */

const EDGE = 40;

/** The map with everything around it: the tools below, the list on the right, the truth about saving on top. */
export class MapScreen {
  /** @param {import("./app.js").PupilApp} app */
  constructor(app) {
    this.app = app;
    this.lesson = /** @type {import("./lesson.js").Lesson} */ (app.lesson);
    this.work = this.lesson.work;
    this.circles = new HomeCircles(this.work.pupil.uuid, this.work.pupil.seed, app.page.home_cut?.density ?? null, this.work.practice ? null : undefined);
    this.stop = new AbortController();
    /** @type {(() => void)|null} */
    this.cancelTool = null;
    /** @type {Tool|null} */
    this.chosen = null;
    /** @type {import("../map/types.js").MapApp} made when the place for it is in the page */
    this.mapApp = /** @type {any} */ (undefined);
    this.layout = mapLayout(app, {
      signal: this.stop.signal,
      mapApp: () => this.mapApp,
      onChoose: (tool) => this.choose(tool),
      onNext: () => void app.show(questionsScreen(app)),
      list: {
        onShow: (place) => this.show(place),
        onEdit: (place) => void this.edit(place),
        onDelete: (place) => void this.remove(place),
        onToggle: () => this.measure(),
      },
    });
    this.element = this.layout.element;
    this.list = this.layout.list;
    this.work.addEventListener("change", () => this.redraw(), { signal: this.stop.signal });
  }

  /** The map needs to be in the page before it is made. */
  start() {
    const { page } = this.app;
    this.mapApp = createMap(this.layout.place, page.map);
    /** @type {ReturnType<typeof marksLayer>|undefined} */
    this.marks = marksLayer(this.mapApp, { categories: allCategories(page.questionnaire), onSelect: (id) => this.openMark(Number(id)) });
    if (page.school) showSchool(this.mapApp, page.school);
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
    const wide = innerWidth >= 900;
    const drawer = this.list.drawer.offsetHeight ? this.list.drawer : null;
    this.element.classList.toggle("has-drawer", wide && drawer !== null);
    if (!this.mapApp) return;
    const cover = document.querySelector(".sheet[open]:not(.sheet--small)") || drawer;
    const { width, height } = cover?.getBoundingClientRect() || { width: 0, height: 0 };
    const bottom = Math.max(this.layout.bottom.offsetHeight + 16, wide ? 0 : height);
    this.mapApp.insets = { top: this.layout.top.offsetHeight, right: wide ? width : 0, bottom, left: 0 };
    this.mapApp.map.invalidateSize({ pan: false });
  }

  redraw() {
    const { draft } = this.work;
    this.marks?.set(draft.marks.map((mark) => ({ ...mark, id: String(mark.id) })));
    this.list.show(draft);
    if (this.mapApp && !this.cancelTool && !this.chosen) this.invite();
    const question = this.nextQuestion();
    this.layout.title.textContent = question ? this.app.say(pageOf(this.app.page.questionnaire, question).title) : this.app.say(this.app.page.questionnaire.title);
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
    const sentence = question && !answered ? this.app.say(question.label) : "";
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
    const action = kind === "zoom_in" ? { label: t("Zoom in"), run: () => void this.mapApp.map.setZoom(zoom ?? this.mapApp.minZoomToDraw) } : kind === "cleared" && undo ? { label: t("Undo"), run: undo } : undefined;
    this.app.toasts.show(heard({ kind }), action);
  }

  /** @param {import("../map/types.js").Announcement} announcement */
  hear(announcement) {
    const text = heard(announcement);
    if (text) this.app.announcer.say(text);
  }

  /** Moves a place out from under a sheet or a bar that covers it now. @param {[number, number]} position */
  reveal([lon, lat]) {
    this.measure();
    const { map, insets, middle } = this.mapApp;
    const { x, y } = map.latLngToContainerPoint([lat, lon]);
    const size = map.getSize();
    const free = x > insets.left + EDGE && x < size.x - insets.right - EDGE && y > insets.top + EDGE && y < size.y - insets.bottom - EDGE;
    if (!free) map.panBy([x - middle().x, y - middle().y]);
  }

  /** @param {Mark[]} place */
  show(place) {
    this.marks?.show(String(place[0].id));
    this.list.select(place[0].id);
    if (innerWidth < 900) this.list.close();
  }

  /** @param {number} id */
  select(id) {
    this.marks?.select(String(id));
    this.list.select(id);
  }

  /** A mark pressed on the map. @param {number} id */
  openMark(id) {
    this.list.select(id);
    const place = this.placeWith(id);
    if (place && this.list.drawer.hidden) void this.edit(place);
  }

  /** @param {number} id @returns {Mark[]|null} the marks of its place */
  placeWith(id) {
    const mark = this.work.draft.marks.find((candidate) => candidate.id === id);
    if (!mark) return null;
    const { together } = mark.answers;
    return together ? this.work.draft.marks.filter((candidate) => candidate.answers.together === together) : [mark];
  }

  /** @param {Mark[]} place */
  async edit(place) {
    const { question, category } = lookUp(this.app.page.questionnaire, place[0]);
    if (!question || !category) return;
    this.look();
    if (question.type === "route") await editRoad(this, place[0], question, category);
    else await editPlace(this, place, question);
  }

  /** @param {Mark[]} place */
  async remove(place) {
    await this.work.change((draft) => removeMarks(draft, place.map((mark) => mark.id)));
    this.list.focus();
    this.app.toasts.show(t("Deleted."), { label: t("Undo"), run: () => void this.work.change((draft) => putBack(draft, place)) });
  }

  /** @param {import("./questionnaire.js").Category} category @param {[number, number]} position @returns {() => void} takes it away */
  showUnsavedSticker(category, [lon, lat]) {
    const marker = new Marker([lat, lon], { icon: new DivIcon({ html: /** @type {any} */ (symbol(category)), className: "sticker-place", iconSize: [44, 44] }), interactive: false, keyboard: false });
    marker.addTo(this.mapApp.map);
    return () => void marker.remove();
  }

  /** @param {import("./questionnaire.js").Category} category */
  focusTool(category) {
    /** @type {HTMLElement|null} */ (this.layout.bottom.querySelector(`[data-tool="${category.code}"]`))?.focus();
  }

  leave() {
    this.cancelTool?.();
    this.stop.abort();
    this.mapApp?.destroy();
  }
}

/** @param {import("./app.js").PupilApp} app @returns {import("./app.js").Screen} */
export function mapScreen(app) {
  const screen = new MapScreen(app);
  requestAnimationFrame(() => screen.start());
  return { element: screen.element, leave: () => screen.leave() };
}
