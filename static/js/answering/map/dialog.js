// @ts-check
import { element } from "../../modules/element.js";

let opened = 0;

/**
 * A dialog over the page: from below on a phone, in the middle where there is room. Escape closes it, and the focus goes back.
 * `spoken`: the language of the title, as attributes.
 * @param {{title: string, spoken?: {lang?: string, dir?: string}, content: (Node|null)[], actions: HTMLElement[], onClose: () => void}} parts
 * @returns {HTMLDialogElement}
 */
export function openDialog({ title, spoken = {}, content, actions, onClose }) {
  const id = `mark-dialog-${(opened += 1)}`;
  const heading = element("h2", { class: "ds-heading", "data-size": "sm", id, tabindex: "-1", ...spoken }, title);
  const body = element("div", { class: "mark-dialog__body" }, heading, ...content);
  const dialog = element("dialog", { class: "mark-dialog", "aria-labelledby": id }, body, element("div", { class: "mark-dialog__actions" }, ...actions));
  const leaving = new AbortController();
  const closed = () => {
    if (leaving.signal.aborted) return;
    leaving.abort();
    dialog.remove();
    onClose();
  };
  dialog.addEventListener("close", closed);
  // The browser goes back under it: what is told in it is kept while there is a page to keep it.
  addEventListener("popstate", closed, { signal: leaving.signal });
  document.body.append(dialog);
  dialog.showModal();
  heading.focus();
  return dialog;
}
