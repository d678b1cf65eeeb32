// @ts-check
// Every page of those who are signed in, and of teachers.
import { sentOnce } from "../planner/sent_once.js";

sentOnce();
