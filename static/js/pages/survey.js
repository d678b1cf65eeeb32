// @ts-check
// A survey's page: somebody answers it on a device of their own, with or without network.
import { SurveyApp } from "../answering/app.js";
import { keepForOffline } from "../modules/offline.js";
import { loadTexts } from "../modules/texts.js";
import { behave } from "../question_types/behaviours.js";

loadTexts();
const data = /** @type {HTMLElement} */ (document.getElementById("page-data")).textContent;
const app = new SurveyApp(/** @type {HTMLElement} */ (document.getElementById("content")), JSON.parse(data || "{}"));
behave();
void app.start();
keepForOffline();
