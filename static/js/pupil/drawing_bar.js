// @ts-check
import { t } from "../modules/texts.js";
import { button, element } from "../modules/element.js";
import { icon } from "../modules/icons.js";

/**
 * While a road is drawn: undo, redo, leave, finish. Nothing else.
 * @param {{undo: () => void, redo: () => void, cancel: () => void, finish: () => void, moveMap: (on: boolean) => void}} actions
 */
export function drawingBar(actions) {
  const undo = button(t("Undo"), actions.undo, { class: "bar__button bar__button--undo", icon: icon("undo") });
  const redo = button(t("Redo"), actions.redo, { class: "bar__button", icon: icon("redo") });
  const cancel = button(t("Cancel"), actions.cancel, { class: "bar__button", icon: icon("close") });
  const move = button(t("Move the map"), () => actions.moveMap(move.getAttribute("aria-pressed") !== "true"), { class: "bar__button bar__button--move", icon: icon("move"), "aria-pressed": "false" });
  const finish = button(t("Done"), actions.finish, { kind: "main", class: "bar__button bar__button--finish", icon: icon("check") });
  return {
    element: element("div", { class: "bar bar--drawing", role: "toolbar", "aria-label": t("Draw a road") }, cancel, undo, redo, move, finish),
    /** @param {import("../map/draw_route.js").LineState} state */
    show({ canUndo, canRedo, canFinish, movingMap }) {
      undo.disabled = !canUndo;
      redo.disabled = !canRedo;
      finish.disabled = !canFinish;
      move.setAttribute("aria-pressed", String(movingMap));
    },
  };
}

/**
 * Which kind of road, before it is drawn.
 * @param {string} label @param {{label: string, icon: string, run: () => void}[]} choices @param {() => void} cancel
 */
export function choiceBar(label, choices, cancel) {
  const buttons = choices.map((choice) => button(choice.label, choice.run, { class: "bar__button bar__button--wide", icon: icon(choice.icon) }));
  const leave = button(t("Cancel"), cancel, { class: "bar__button", icon: icon("close") });
  return element("div", { class: "bar bar--choice", role: "group", "aria-label": label }, ...buttons, leave);
}
