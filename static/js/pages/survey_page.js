// @ts-check
// One page of a survey from the server, whose form works without this: sliders, rankings and the like behave where it runs.
import { sentOnce } from "../modules/sent_once.js";
import { loadTexts } from "../modules/texts.js";
import { behave } from "../question_types/behaviours.js";

loadTexts();
behave();
// Sent twice, the second page says that it was sent before, and has no receipt.
sentOnce();
