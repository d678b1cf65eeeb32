// @ts-check
// A survey's page with map questions: as survey.js, which is spared the map's code.
import { MapQuestionView } from "../answering/map_question_view.js";
import { VIEWS } from "../answering/question_views.js";
import { startSurvey } from "../answering/start_survey.js";

Object.assign(VIEWS, { place: MapQuestionView, route: MapQuestionView, area: MapQuestionView });
startSurvey();
