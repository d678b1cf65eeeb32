// @ts-check
/**
 * Decides about one thing of the queue without loading the page anew: its row changes or goes, what was done is told, and
 * the next row gets the focus. Where anything is out of the ordinary, the page is loaded as without this.
 * @param {HTMLElement} list
 */
export function decideInPlace(list) {
  /** How many have been decided, and which answer to that is shown. */
  const order = { asked: 0, shown: 0 };
  list.addEventListener("submit", (event) => {
    const form = event.target;
    const row = form instanceof HTMLFormElement ? form.closest("[data-item]") : null;
    if (!(form instanceof HTMLFormElement) || !(row instanceof HTMLElement)) return;
    event.preventDefault();
    if (row.ariaBusy === "true") return;
    row.ariaBusy = "true";
    const number = (order.asked += 1);
    void send(form, event.submitter)
      .then((answer) => {
        const isNewest = number > order.shown;
        if (isNewest) order.shown = number;
        shown(list, row, answer, isNewest);
      })
      .catch(() => failed(row))
      .finally(() => (row.ariaBusy = "false"));
  });
}

/** @param {HTMLFormElement} form @param {HTMLElement | null} pressed */
async function send(form, pressed) {
  const other = pressed instanceof HTMLButtonElement && pressed.hasAttribute("formaction");
  const fields = new FormData(form);
  const body = new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]));
  const answer = await fetch(other ? pressed.formAction : form.action, { method: "POST", body });
  if (answer.status >= 500) throw new Error(String(answer.status));
  return { url: answer.url, fresh: new DOMParser().parseFromString(await answer.text(), "text/html") };
}

/** Whoever has gone on to another meanwhile, and may be writing there, stays. @param {HTMLElement} row */
const isHere = (row) => row.contains(document.activeElement) || [null, document.body].includes(/** @type {HTMLElement|null} */ (document.activeElement));

/**
 * @param {HTMLElement} list @param {HTMLElement} row @param {{url: string, fresh: Document}} answer
 * @param {boolean} isNewest else it tells of what has been decided since as waiting
 */
function shown(list, row, { url, fresh }, isNewest) {
  const rows = fresh.querySelector("[data-items]");
  if (!rows) return location.assign(url);
  const stood = isHere(row);
  const next = row.nextElementSibling ?? row.previousElementSibling;
  const same = rows.querySelector(`[data-item="${row.dataset.item}"]`);
  if (same) row.replaceWith(same);
  else row.remove();
  if (isNewest) for (const one of [...rows.children].filter((other) => !known(list, other))) list.append(one);
  if (isNewest) tell(fresh);
  else tellWrong(fresh);
  const going = next ?? list.firstElementChild;
  if (stood && going instanceof HTMLElement) going.focus();
}

/** @param {HTMLElement} list @param {Element} row */
const known = (list, row) => row instanceof HTMLElement && list.querySelector(`[data-item="${row.dataset.item}"]`) !== null;

/** What was done, in sight wherever on the page one is; how many are left, and what worries. @param {Document} fresh */
function tell(fresh) {
  for (const place of document.querySelectorAll("[data-fresh]")) {
    const other = fresh.querySelector(`[data-fresh="${place.getAttribute("data-fresh")}"]`);
    place.replaceChildren(...(other?.childNodes ?? []));
  }
  tellWrong(fresh);
}

/** @param {Document} fresh */
function tellWrong(fresh) {
  const place = document.querySelector("[data-fresh='done']");
  place?.classList.add("queue-told");
  place?.append(...fresh.querySelectorAll("main > .ds-alert"));
}

/** @param {HTMLElement} row */
function failed(row) {
  const told = document.createElement("p");
  told.className = "queue-done";
  told.textContent = row.closest("[data-failed]")?.getAttribute("data-failed") ?? "";
  const place = document.querySelector("[data-fresh='done']");
  place?.classList.add("queue-told");
  place?.replaceChildren(told);
  if (isHere(row)) row.focus();
}
