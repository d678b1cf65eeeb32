// @ts-check
import { SurveyApp } from "./app.js";
import { TestApp } from "./test_app.js";
import { keepForOffline } from "../modules/offline.js";
import { loadTexts } from "../modules/texts.js";
import { behave } from "../question_types/behaviours.js";

/** Starts the page of a survey. */
export function startSurvey() {
  loadTexts();
  const data = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("page-data")).textContent || "{}");
  const App = data.test ? TestApp : SurveyApp;
  const app = new App(/** @type {HTMLElement} */ (document.getElementById("content")), data);
  behave();
  void app.start();
  if (!data.test) keepForOffline();
}
