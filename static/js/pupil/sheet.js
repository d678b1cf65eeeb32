// @ts-check
import { t } from "../modules/texts.js";
import { button, element } from "../modules/element.js";
import { icon } from "../modules/icons.js";

let sheets = 0;

/**
 * A sheet from below (on the right on wide screens). Focus moves in, stays in, and goes back when it closes.
 * @param {{title: string, content: (Node|string|null|false)[], actions?: Node[], class?: string, onClose?: () => void, aside?: Node}} options
 */
export function openSheet({ title, content, actions = [], class: classes = "", onClose, aside }) {
  const id = `sheet-${++sheets}`;
  const heading = element("h2", { id, tabindex: "-1", class: "sheet__title" }, title);
  const close = () => dialog.close();
  const dialog = element(
    "dialog",
    { class: `sheet ${classes}`.trim(), "aria-labelledby": id },
    element("div", { class: "sheet__head" }, heading, aside, button(t("Close"), close, { kind: "plain", class: "sheet__close", icon: icon("close") })),
    element("div", { class: "sheet__body" }, ...content),
    actions.length > 0 && element("div", { class: "sheet__actions" }, ...actions),
  );
  dialog.addEventListener("close", () => {
    dialog.remove();
    onClose?.();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog && event.detail > 0) close();
  });
  document.body.append(dialog);
  dialog.showModal();
  heading.focus();
  return { element: dialog, close };
}

/**
 * A question with a yes and a no. Closing it any other way is a no.
 * @param {{title: string, text: string[], yes: string, no: string, danger?: boolean}} options @returns {Promise<boolean>}
 */
export function ask({ title, text, yes, no, danger = false }) {
  return new Promise((resolve) => {
    let answer = false;
    const sheet = openSheet({
      title,
      class: "sheet--small",
      content: text.map((line) => element("p", {}, line)),
      actions: [
        button(no, () => sheet.close()),
        button(yes, () => ((answer = true), sheet.close()), { kind: danger ? "danger" : "main" }),
      ],
      onClose: () => resolve(answer),
    });
  });
}
