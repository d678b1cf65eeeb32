// @ts-check
// The pupil's page: a class maps its neighbourhood.
import { loadTexts } from "../modules/texts.js";
import { keepForOffline } from "../modules/offline.js";
import { PupilApp } from "../pupil/app.js";
import { fetchRest } from "../pupil/rest_of_page.js";

loadTexts();
const data = /** @type {HTMLElement} */ (document.getElementById("page-data")).textContent;
const root = /** @type {HTMLElement} */ (document.getElementById("pupil"));
void new PupilApp(root, JSON.parse(data || "{}")).start().then(fetchRest);
keepForOffline();
