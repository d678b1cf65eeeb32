// @ts-check
// A survey's page with map questions on a tablet that is handed on.
import { MapQuestionView } from "../answering/map_question_view.js";
import { VIEWS } from "../answering/question_views.js";
import { startKiosk } from "../answering/start_kiosk.js";

Object.assign(VIEWS, { place: MapQuestionView, route: MapQuestionView, area: MapQuestionView });
startKiosk();
