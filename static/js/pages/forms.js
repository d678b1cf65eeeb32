// @ts-check
// Pages whose forms make or change something: of those who are signed in, of teachers, and of whoever joins or takes an answer back.
import { sentOnce } from "../modules/sent_once.js";

sentOnce();
