// @ts-check
import { symbol } from "../../map/symbols.js";
import { element } from "../../modules/element.js";
import { t } from "../../modules/texts.js";
import { categoriesOf } from "./categories.js";
import { drawLine } from "./draw_line.js";
import { placeOne } from "./place_one.js";

/** A tool for each category: press it, then show where. @param {import("./map_answer.js").MapAnswer} answer */
export function mapTools(answer) {
  const { question } = answer;
  const begin = question.type === "place" ? placeOne : drawLine;
  const verb = verbOf(question.type);
  const tools = categoriesOf(question).map((category) => {
    const label = category.code ? answer.view.titleOf(category.code) : verb;
    return element("button", { type: "button", class: "map-tool", "data-tool": category.code, onclick: () => begin(answer, category) }, symbol(category), element("span", category.code ? answer.view.named : {}, label));
  });
  const full = element("p", { class: "map-full", hidden: true }, t("There is no room for more here."));
  return {
    element: element("div", { class: "map-tools", role: "group", "aria-label": verb }, ...tools, full),
    show() {
      for (const tool of tools) tool.disabled = answer.isFull;
      full.hidden = !answer.isFull;
    },
    /** @param {string|null} code */
    focus(code) {
      const tool = tools.find((each) => each.dataset.tool === (code ?? "") && !each.disabled);
      (tool || answer.ground).focus({ preventScroll: true });
    },
  };
}

/** @param {string} type */
function verbOf(type) {
  if (type === "place") return t("Put a mark on the map");
  return type === "area" ? t("Draw around an area") : t("Draw a line");
}
