// Answers one line of JSON with another, so that a test in Python can ask the scripts of surveys many times:
// {"call": "evaluate", "of": […]} → what the function gives.
import { createInterface } from "node:readline";
import { checkAnswer, lacking } from "../../static/js/answering/check_answer.js";
import { evaluate } from "../../static/js/surveys/conditions.js";
import { flow, followupsOf, markFlow } from "../../static/js/surveys/flow.js";
import { answerTexts, filled } from "../../static/js/surveys/piping.js";
import { valueOf } from "../../static/js/surveys/values.js";

const found = ({ shown, hidden, required, failing, calculated, answers, cleared, offered, narrowed }) => ({
  shown,
  hidden: [...hidden].sort(),
  required: [...required].sort(),
  failing: failing.map(({ variable }) => variable),
  calculated,
  answers,
  cleared,
  offered,
  narrowed,
});

/** The flow of a whole response and of one mark, and a text filled in with their answers. */
function walk(questionnaire, answers, marks, now, mark, text, language) {
  const whole = flow(questionnaire, answers, { marks, now });
  const questions = questionnaire.pages.flatMap((page) => page.questions);
  const around = markFlow(questions[0], mark.category, mark.answers, whole);
  const known = { ...whole.walk.answers, ...marks, ...around.answers };
  const asked = [...followupsOf(questions[0], mark.category), ...questions];
  const piped = filled(text, answerTexts(asked, known, language));
  return { pages: whole.pages, whole: found(whole.walk), mark: found(around), piped };
}

/** What the page says of an answer as it was typed, and of a required one. */
function typed(question, given) {
  const { value, problem } = checkAnswer(question, given);
  return { value, problem: problem || "", lacks: problem ? "" : lacking(question, value, true) };
}

const CALLS = { evaluate, valueOf, walk, typed };

// -0 would be written as 0 and never be found out.
const telling = (_key, value) => (Object.is(value, -0) ? "minus zero" : Number.isNaN(value) ? "NaN" : value);

for await (const line of createInterface({ input: process.stdin })) {
  const { call, of } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(CALLS[call](...of), telling)}\n`);
}
