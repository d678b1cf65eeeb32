// @ts-check
import { loadTexts } from "../modules/texts.js";
import { behave } from "../question_types/behaviours.js";
import { KioskApp } from "./kiosk_app.js";
import { KioskPlace } from "./kiosk_place.js";
import { copyOf, showInPlace } from "./page_in_place.js";

/** Starts the page of a survey on a tablet that is handed on. Nothing is kept for offline. */
export function startKiosk() {
  const first = copyOf(document);
  const kiosk = new KioskPlace(document.documentElement.lang);
  // What the browser keeps of a page that is left shows nothing.
  addEventListener("pagehide", () => (document.body.hidden = true));

  /** @returns {KioskApp} */
  function begin() {
    loadTexts();
    const data = /** @type {HTMLElement} */ (document.getElementById("page-data")).textContent;
    const app = new KioskApp(/** @type {HTMLElement} */ (document.getElementById("content")), JSON.parse(data || "{}"), kiosk, anew);
    behave();
    app.started = app.start();
    return app;
  }
  function anew(page = first) {
    showInPlace(page);
    return begin();
  }
  begin();
}
