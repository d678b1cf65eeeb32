// @ts-check

/**
 * The text that a choice opens is hidden until the choice is made. What was written stays, in case it is made again;
 * the server leaves it out where it is not.
 * @param {HTMLElement} text
 */
export function openOther(text) {
  const group = text.closest("fieldset");
  const choice = /** @type {HTMLInputElement|null} */ (group?.querySelector("[data-specify]"));
  if (!group || !choice) return;
  const show = () => {
    text.hidden = !choice.checked;
  };
  for (const news of ["change", "written"]) group.addEventListener(news, show);
  show();
}
