// @ts-check
// The planner's map and table of marks, linked both ways.
import { createMap } from "../map/create_map.js";
import { element } from "../modules/element.js";
import { loadTexts, t } from "../modules/texts.js";
import { bulkBar } from "../planner/bulk_bar.js";
import { Deeds } from "../planner/deeds.js";
import { fetchMarks } from "../planner/marks_source.js";
import { marksOnMap } from "../planner/marks_on_map.js";
import { MarksTable } from "../planner/marks_table.js";
import { UndoToast } from "../planner/undo_toast.js";
/** @typedef {import("../planner/types.js").PlannersMark} PlannersMark */

loadTexts();
const data = JSON.parse(document.getElementById("page-data")?.textContent ?? "{}");
const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (document.querySelector(selector));
const language = document.documentElement.lang || "nb";
const number = new Intl.NumberFormat(language);

/** @type {PlannersMark[]} */ let marks = [];
const mapApp = createMap(find("#map"), data.map);
const layer = marksOnMap(mapApp, { categories: data.categories, onSelect: (id) => table.choose(Number(id), true) });
const toast = new UndoToast(find("[data-toast]"));
const deeds = new Deeds({ addresses: data.verbs, csrf: data.csrf, toast, marksWith, onChanged, onBack: () => table.bringBack() });
const bar = bulkBar(find("[data-bar]"), {
  mayDelete: data.may_delete,
  onVerb: (verb, ids) => {
    deeds.act(verb, ids);
    table.unpick();
  },
  onNone: () => table.unpick(),
});
const table = new MarksTable(
  { frame: find("[data-table]"), earlier: find("[data-earlier]"), further: find("[data-further]") },
  {
    categories: data.categories,
    language,
    mayModerate: data.may_moderate,
    mayDelete: data.may_delete,
    onShow(id) {
      table.choose(id, false);
      layer.show(String(id));
    },
    onPicked: (ids) => bar.show(ids, marksWith(ids)),
    onVerb: (verb, ids) => deeds.act(verb, ids),
  },
);

/** @param {number[]} ids */
function marksWith(ids) {
  const wanted = new Set(ids);
  return marks.filter(({ id }) => wanted.has(id));
}

/** @param {PlannersMark} mark */
const onMap = ({ id, geometry, category, answers }) => ({ id: String(id), geometry, category, answers });

/** @param {PlannersMark[]} changed */
function onChanged(changed) {
  for (const mark of changed) {
    layer.remove(String(mark.id));
    if (!mark.hidden && !mark.gone) layer.add(onMap(mark));
  }
  table.refresh(changed.map(({ id }) => id));
  if (changed.some(({ gone }) => !gone)) tell();
}

function tell() {
  const there = marks.filter(({ gone }) => !gone).length;
  find("[data-told]").textContent = there === 1 ? t("One mark") : there ? t("{count} marks", { count: number.format(there) }) : "";
  if (!there) find("[data-table]").before(nothing());
}

function nothing() {
  const words = location.search ? t("No mark fits these filters. Remove one of them above.") : t("No marks yet. They come here when a class has handed in.");
  return element("div", { class: "empty" }, element("p", { class: "ds-paragraph" }, words));
}

async function load() {
  try {
    await fetchMarks(data.marks, location.search, (part) => marks.push(...part));
  } catch {
    find("[data-told]").textContent = t("The marks could not be fetched. Load the page again in a moment.");
    return;
  }
  table.set(marks);
  layer.set(marks.filter(({ hidden }) => !hidden).map(onMap));
  layer.fit();
  tell();
}

load();
