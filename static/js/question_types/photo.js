// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";

/**
 * Small pictures of the photos chosen, each of which can be taken away again.
 * @param {HTMLElement} box whose data-photos is how many can be sent
 */
export function showPhotos(box) {
  const field = /** @type {HTMLInputElement} */ (box.querySelector("input[type=file]"));
  const list = element("ul", { class: "photos__chosen" });
  const notice = element("p", { class: "question__hint", role: "status" });
  const most = Number(box.dataset.photos);
  const kept = () => box.querySelectorAll(".photos__kept :checked").length;

  /** @param {File} file @param {number} number */
  function shown(file, number) {
    const address = URL.createObjectURL(file);
    const picture = element("img", { src: address, alt: "", onload: () => URL.revokeObjectURL(address) });
    const remove = element("button", { type: "button", class: "ds-button", "data-variant": "secondary", "data-size": "sm", "aria-label": t("Remove {name}", { name: file.name }), onclick: () => drop(number) }, t("Remove"));
    return element("li", {}, picture, element("span", { class: "photos__name" }, file.name), remove);
  }

  /** @param {File[]} files */
  function keep(files) {
    const chosen = new DataTransfer();
    for (const file of files) chosen.items.add(file);
    field.files = chosen.files;
    show();
  }

  /** @param {number} number */
  function drop(number) {
    keep([...(field.files || [])].filter((_file, index) => index !== number));
    field.focus();
  }

  function show() {
    const files = [...(field.files || [])];
    const room = Math.max(0, most - kept());
    if (files.length > room) {
      notice.textContent = t("There is room for {count}. The first ones are kept.", { count: room });
      keep(files.slice(0, room));
      return;
    }
    list.replaceChildren(...files.map(shown));
  }

  box.addEventListener("change", (event) => {
    if (event.target === field) notice.textContent = "";
    show();
  });
  box.append(notice, list);
}
