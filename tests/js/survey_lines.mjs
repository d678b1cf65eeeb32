// Answers one line of JSON with another, so that a test in Python can ask the scripts of surveys many times:
// {"call": "evaluate", "of": […]} → what the function gives.
import { createInterface } from "node:readline";
import { evaluate } from "../../static/js/surveys/conditions.js";
import { valueOf } from "../../static/js/surveys/values.js";

const CALLS = { evaluate, valueOf };

// -0 would be written as 0 and never be found out.
const telling = (_key, value) => (Object.is(value, -0) ? "minus zero" : Number.isNaN(value) ? "NaN" : value);

for await (const line of createInterface({ input: process.stdin })) {
  const { call, of } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(CALLS[call](...of), telling)}\n`);
}
