// @ts-check
import { SurveyApp } from "./app.js";
import { keepForOffline } from "../modules/offline.js";
import { loadTexts } from "../modules/texts.js";
import { behave } from "../question_types/behaviours.js";

/** Starts the page of a survey. */
export function startSurvey() {
  loadTexts();
  const data = /** @type {HTMLElement} */ (document.getElementById("page-data")).textContent;
  const app = new SurveyApp(/** @type {HTMLElement} */ (document.getElementById("content")), JSON.parse(data || "{}"));
  behave();
  void app.start();
  keepForOffline();
}
