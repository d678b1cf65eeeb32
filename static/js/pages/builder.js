// @ts-check
// The builder of questionnaires.
import { Builder } from "../builder/builder.js";
import { loadTexts } from "../modules/texts.js";

loadTexts();
const place = document.querySelector("[data-builder]");
if (place instanceof HTMLElement) new Builder(place, JSON.parse(document.getElementById("page-data")?.textContent ?? "{}"));
