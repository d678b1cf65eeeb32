// @ts-check
import { t } from "../modules/texts.js";
import { button, element } from "../modules/element.js";
import { icon } from "../modules/icons.js";
import { symbol } from "../map/symbols.js";
import { places } from "../modules/response_state.js";
import { titleOf, wordsOf } from "./mark_words.js";
import { lookUp } from "./questionnaire.js";
import { setAsideButton } from "./set_aside_screen.js";

/** @typedef {import("../modules/response_state.js").Mark} Mark */

/**
 * All I have made, in step with the map both ways.
 * @param {import("./app.js").PupilApp} app
 * @param {{onShow: (place: Mark[]) => void, onEdit: (place: Mark[]) => void, onDelete: (place: Mark[]) => void, onToggle: (open: boolean) => void}} actions
 */
export function markList(app, { onShow, onEdit, onDelete, onToggle }) {
  const count = element("span", { class: "count" });
  const opener = button(t("My list"), () => toggle(Boolean(drawer.hidden)), { class: "top__button list-button", icon: icon("list"), "aria-expanded": "false", "aria-controls": "my-list" });
  opener.append(count);
  const heading = element("h2", { tabindex: "-1" }, t("My list"));
  const list = element("ol", { class: "marks" });
  const aside = element("div", { class: "drawer__aside" });
  const empty = element("p", { class: "empty" }, t("Nothing here yet. Choose a tool and show us something."));
  const drawer = element(
    "aside",
    { class: "drawer", id: "my-list", "aria-label": t("My list"), hidden: true },
    element("div", { class: "drawer__head" }, heading, button(t("Close"), () => toggle(false), { kind: "plain", class: "sheet__close", icon: icon("close") })),
    empty,
    list,
    aside,
  );
  drawer.addEventListener("keydown", (event) => event.key === "Escape" && toggle(false));
  /** @type {Map<number, HTMLElement>} */
  const rows = new Map();

  /** @param {boolean} open */
  function toggle(open) {
    if (drawer.hidden !== open) return;
    drawer.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    onToggle(open);
    (open ? heading : opener).focus();
  }

  /** @param {Mark[]} place */
  function row(place) {
    const title = titleOf(app, place);
    const category = lookUp(app.page.questionnaire, place[0]).category;
    const made = element(
      "li",
      { class: "mark" },
      element(
        "button",
        { type: "button", class: "mark__show", onclick: () => onShow(place) },
        element("span", { class: "mark__symbols" }, ...place.map((mark) => symbol(/** @type {any} */ (lookUp(app.page.questionnaire, mark).category || category)))),
        element("span", { class: "mark__words" }, element("strong", {}, title), element("span", {}, wordsOf(app, place))),
      ),
      button(t("Change: {title}", { title }), () => onEdit(place), { kind: "plain", class: "only-icon", icon: icon("pencil") }),
      button(t("Delete: {title}", { title }), () => onDelete(place), { kind: "plain", class: "only-icon", icon: icon("bin") }),
    );
    for (const mark of place) rows.set(mark.id, made);
    return made;
  }

  return {
    opener,
    drawer,
    /** @param {import("../modules/response_state.js").Draft} draft */
    show(draft) {
      const all = places(draft);
      rows.clear();
      list.replaceChildren(...all.map(row));
      aside.replaceChildren(...[setAsideButton(app)].filter((each) => each !== null));
      empty.hidden = all.length > 0;
      count.textContent = String(all.length);
      count.hidden = all.length === 0;
    },
    /** @param {number|null} id */
    select(id) {
      for (const made of rows.values()) made.removeAttribute("aria-current");
      const chosen = id === null ? undefined : rows.get(id);
      chosen?.setAttribute("aria-current", "true");
      if (!drawer.hidden) chosen?.scrollIntoView({ block: "nearest" });
    },
    close: () => toggle(false),
    /** The heading, for focus when a row is gone. */
    focus: () => (drawer.hidden ? opener : heading).focus(),
  };
}
