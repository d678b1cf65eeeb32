// @ts-check
// A row of places to go, too long for a narrow screen, begins with the one the reader is at in sight.
import { showCurrent } from "../planner/current_in_sight.js";

for (const current of document.querySelectorAll(".project-rail [aria-current], .tabs [aria-current]")) showCurrent(current);
