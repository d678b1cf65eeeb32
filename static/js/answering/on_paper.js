// @ts-check

/** What paper cannot open or move: lists show all that can be chosen, and fields without an answer are room to write. @param {HTMLFormElement} form */
export function readyForPaper(form) {
  form.dataset.ready = "";
  const lists = () => [...form.querySelectorAll("select")];
  addEventListener("beforeprint", () => {
    for (const list of lists()) if (!list.value) list.size = list.options.length;
    for (const field of form.querySelectorAll("input")) field.toggleAttribute("data-empty", !field.value);
  });
  addEventListener("afterprint", () => {
    for (const list of lists()) list.removeAttribute("size");
  });
}
