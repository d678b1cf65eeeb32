// @ts-check
// A survey's page on a tablet that is handed on.
import { startKiosk } from "../answering/start_kiosk.js";

startKiosk();
