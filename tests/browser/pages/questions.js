import { loadTexts } from "../../../static/js/modules/texts.js";
import { behave } from "../../../static/js/question_types/behaviours.js";

loadTexts();
behave();
