// @ts-check

/** Asks in a dialog that the page has, and waits for the answer. @param {string} name @returns {Promise<string>} what the button said that was pressed, "" for none */
export function ask(name) {
  const dialog = /** @type {HTMLDialogElement} */ (document.querySelector(`dialog[data-ask="${name}"]`));
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true }));
}
