// @ts-check

/**
 * Shows the frame as another device, with what is answered in it, and as large as there is room for.
 * @param {HTMLElement} preview
 */
export function bindPreview(preview) {
  const stage = /** @type {HTMLElement} */ (preview.querySelector(".preview__stage"));
  const frame = /** @type {HTMLIFrameElement} */ (preview.querySelector(".preview__frame"));
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-device]"));

  function fit() {
    const scale = Math.min(1, stage.clientWidth / frame.offsetWidth);
    frame.style.setProperty("transform", `scale(${scale})`);
    stage.style.setProperty("height", `${Math.ceil(frame.offsetHeight * scale)}px`);
  }
  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      preview.dataset.shown = link.dataset.device;
      for (const other of links) other.removeAttribute("aria-current");
      link.setAttribute("aria-current", "true");
      history.replaceState(null, "", link.href);
      fit();
    });
  }
  preview.classList.add("preview--fitted");
  new ResizeObserver(fit).observe(preview);
  fit();
}
