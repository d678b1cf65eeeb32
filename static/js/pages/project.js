// @ts-check
// Every page of a project: where one is stands in sight, and what is shown once is not made again.
import { showCurrent } from "../planner/current_in_sight.js";
import { notSentAgain } from "../planner/not_sent_again.js";

// A row of places to go, too long for a narrow screen, begins with the one the reader is at.
for (const current of document.querySelectorAll(".project-rail [aria-current], .tabs [aria-current]")) showCurrent(current);
notSentAgain(document);
