// @ts-check
// A map question with its map: the tools below it, the marks on it and in the list beside it, in step.
import { createMap } from "../../map/create_map.js";
import { marksLayer } from "../../map/marks_layer.js";
import { heard } from "../../map/words.js";
import { Announcer } from "../../modules/announcer.js";
import { element } from "../../modules/element.js";
import { t } from "../../modules/texts.js";
import { marksOf } from "../marks_to_mend.js";
import { showBackground } from "./background.js";
import { baseMapSwitch } from "./base_map_switch.js";
import { categoriesOf } from "./categories.js";
import { deleteMark, editMark } from "./edit_mark.js";
import { markList } from "./mark_list.js";
import { mapNotice } from "./notice.js";
import { placeSearch } from "./place_search.js";
import { mapTools } from "./tools.js";
import { whereMarksMayBe } from "./where_marks_may_be.js";

/** @typedef {import("./types.js").Draft} Draft */

// How near a map must be for a mark to mean a place: an area is found from farther away than a point.
const LEAST_ZOOM = /** @type {Record<string, number>} */ ({ place: 15, route: 14, area: 13 });

export class MapAnswer {
  /** @param {import("../map_question_view.js").MapQuestionView} view */
  constructor(view) {
    this.view = view;
    this.around = view.around;
    this.question = /** @type {import("./types.js").MapQuestion} */ (view.question);
    this.data = /** @type {import("./types.js").SurveyMap} */ (/** @type {any} */ (view.around.data).map);
    const [west, south, east, north] = this.data.home;
    this.refusal = whereMarksMayBe(this.question, this.data);
    this.announcer = new Announcer();
    this.notice = mapNotice();
    this.ground = mapGround(view);
    this.bottom = element("div", { class: "map-bottom" });
    const marks = element("section", { class: "map-marks", "aria-label": t("Your marks") });
    const frame = element("div", { class: "map-frame" }, element("div", { class: "map-window" }, this.ground, this.notice.element), this.bottom);
    view.frame.replaceChildren(placeSearch(this), element("div", { class: "map-sides" }, frame, marks), keysHelp(view), this.announcer.element);
    this.map = createMap(this.ground, { ...this.data.view, min_zoom_to_draw: LEAST_ZOOM[this.question.type] });
    this.map.map.fitBounds([[south, west], [north, east]], { animate: false });
    showBackground(this);
    const baseMap = baseMapSwitch(this.map, (text) => this.announcer.say(text));
    if (baseMap) this.ground.before(baseMap);
    this.layer = marksLayer(this.map, { categories: categoriesOf(this.question), onSelect: (id) => void this.edit(Number(id)) });
    this.list = markList(this, marks);
    this.tools = mapTools(this);
    /** Whether something is drawn that is not done. */
    this.isDrawing = false;
    /** @type {Promise<unknown>} until all that was changed is on the device */
    this.kept = Promise.resolve();
    /** How many marks are put that are not on the device yet. */
    this.coming = 0;
    this.closed = false;
    /** @type {number|undefined} the mark whose questions are on their way */
    this.opening = undefined;
    /** @type {(() => void)|undefined} leaves what is under way on the map */
    this.leave = undefined;
    this.shown = "";
    this.look();
    this.redraw();
    if (this.marks.length) this.layer.fit();
    this.seen = new ResizeObserver(() => this.measure());
    for (const each of [this.notice.element, this.ground]) this.seen.observe(each);
  }

  /** Another one is made in its place. */
  close() {
    this.closed = true;
    this.leave?.();
    this.seen.disconnect();
    this.map.destroy();
  }

  /** Its page is turned to again. */
  resume() {
    this.measure();
    this.redraw();
  }

  get marks() {
    return marksOf(this);
  }

  get isFull() {
    return this.marks.length + this.coming >= (this.question.max_marks ?? Infinity);
  }

  redraw() {
    const { marks } = this;
    const now = JSON.stringify(marks);
    if (now === this.shown) return;
    this.shown = now;
    this.layer.set(marks.map((mark) => ({ ...mark, category: mark.category ?? "", id: String(mark.id) })));
    this.list.show(marks);
    this.tools.show();
    if (this.view.problems.length) this.view.errors([]);
  }

  /** What lies over the map's lower edge, so that the middle is the middle of what is seen. */
  measure() {
    this.map.insets = { top: 0, right: 0, left: 0, bottom: this.notice.element.offsetHeight };
    this.map.map.invalidateSize({ animate: false });
  }

  /** Back to the tools. */
  look() {
    this.leave?.();
    this.leave = undefined;
    this.isDrawing = false;
    this.bottom.replaceChildren(this.tools.element);
    this.say("");
  }

  /** @param {HTMLElement} bar instead of the tools @param {string} sentence what to do now @param {() => void} leave @param {string} [prompt] the questionnaire's own words before it */
  use(bar, sentence, leave, prompt) {
    this.leave?.();
    this.leave = leave;
    this.bottom.replaceChildren(bar);
    this.say(sentence, undefined, prompt);
    this.ground.focus({ preventScroll: true });
    this.ground.scrollIntoView({ block: "nearest" });
  }

  /** @param {string} sentence "" for none @param {{label: string, run: () => void}} [action] @param {string} [prompt] the questionnaire's own words before it */
  say(sentence, action, prompt = "") {
    this.notice.show(sentence, action, prompt ? element("span", this.view.named, `${prompt} `) : null);
    if (sentence) this.announcer.say(`${prompt} ${sentence}`.trim());
  }

  /** @param {import("../../map/types.js").Hint} hint @param {() => void} [undo] */
  hint({ kind, zoom, at }, undo) {
    if (kind === "continue") return this.say(t("You can let go and go on. Press Done when it is drawn."));
    if (kind === "zoom_in" && at) return this.goNearer(at, zoom ?? 0);
    if (kind === "zoom_in") return this.say(heard({ kind }), { label: t("Zoom in"), run: () => void this.map.map.setZoom(zoom ?? 0) });
    return this.say(heard({ kind }), kind === "cleared" && undo ? { label: t("Undo"), run: undo } : undefined);
  }

  /** @param {[number, number]} at @param {number} zoom */
  goNearer([lon, lat], zoom) {
    this.map.map.setView([lat, lon], zoom);
    this.say(t("We moved nearer, so it becomes the right place. Now show us where."));
  }

  /** @param {import("../../map/types.js").Announcement} announcement */
  hear({ kind, ...told }) {
    const text = ["finished", "zoom_in"].includes(kind) ? "" : heard({ kind, ...told });
    if (text) this.announcer.say(text);
  }

  /** @param {number} id @param {boolean} [fresh] just put */
  edit(id, fresh = false) {
    return editMark(this, id, fresh);
  }

  /** @param {number} id */
  remove(id) {
    return deleteMark(this, id);
  }

  /** One mark more, which takes its room at once. @param {(draft: Draft) => Draft} edit @returns {Promise<number>} its id */
  async add(edit) {
    this.coming += 1;
    this.tools.show();
    const { marks } = await this.change(edit).finally(() => (this.coming -= 1));
    this.tools.show();
    return marks[marks.length - 1].id;
  }

  /** @param {(draft: Draft) => Draft} edit @returns {Promise<Draft>} as it is now */
  async change(edit) {
    const stored = this.around.changed(edit);
    this.kept = stored.catch(() => undefined);
    await stored;
    this.redraw();
    return this.around.given();
  }
}

/** @param {import("../map_question_view.js").MapQuestionView} view */
function mapGround({ variable }) {
  return element("div", { class: "map-ground", role: "application", "aria-label": t("Map"), "aria-describedby": `map-keys-${variable}` });
}

/** @param {import("../map_question_view.js").MapQuestionView} view */
function keysHelp({ variable }) {
  return element("p", { class: "unseen", id: `map-keys-${variable}` }, t("Choose below what to show. Then move with the arrow keys, plus and minus zoom, and Enter puts a point at the cross in the middle. F ends a line."));
}
