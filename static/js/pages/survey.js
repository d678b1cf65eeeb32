// @ts-check
// A survey's page: somebody answers it on a device of their own, with or without network.
import { startSurvey } from "../answering/start_survey.js";

startSurvey();
