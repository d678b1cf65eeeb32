// @ts-check

/**
 * Tells each problem at the field it is about, or at the nearest place around it.
 * @param {HTMLElement} pane @param {import("./types.js").Problem[]} problems those of what the pane shows
 */
export function tellProblems(pane, problems) {
  const places = /** @type {HTMLElement[]} */ ([...pane.querySelectorAll("[data-problem]")]);
  for (const place of places) {
    place.textContent = "";
    place.hidden = true;
  }
  for (const { place, message } of problems) {
    const nearest = places.filter((one) => isAround(one.dataset.problem ?? "", place)).sort((one, other) => length(other) - length(one))[0];
    if (!nearest) continue;
    nearest.hidden = false;
    nearest.textContent = [nearest.textContent, message].filter(Boolean).join(" ");
  }
  for (const place of places) {
    const control = pane.querySelector(`[id="${place.id.replace(/-problem$/, "")}"]`);
    control?.setAttribute("aria-invalid", String(!place.hidden));
  }
}

/** @param {string} outer @param {string} place */
function isAround(outer, place) {
  return place === outer || (place.startsWith(outer) && [".", "["].includes(place[outer.length]));
}

/** @param {HTMLElement} one */
function length(one) {
  return one.dataset.problem?.length ?? 0;
}
