// @ts-check
// One page of a survey from the server, whose form works without this: sliders, rankings and the like behave where it runs.
import { loadTexts } from "../modules/texts.js";
import { behave } from "../question_types/behaviours.js";

loadTexts();
behave();
