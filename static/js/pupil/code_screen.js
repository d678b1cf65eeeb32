// @ts-check
import { t } from "../modules/texts.js";
import { button, element } from "../modules/element.js";
import { codeField } from "../modules/code_field.js";
import { beginWithCode } from "./begin.js";
import { cardScreen } from "./card_screen.js";
import { welcome } from "./welcome.js";

/** The personal code takes a pupil back to the work, on any device. @param {import("./app.js").PupilApp} app */
export function codeScreen(app) {
  const problem = element("p", { class: "problem", id: "code-problem", role: "alert" });
  const code = codeField({ id: "personal-code", length: 8, describedBy: "code-problem" });
  code.input.dataset.first = "";
  const submit = button(t("Continue"), () => undefined, { kind: "main", type: "submit" });
  const form = element(
    "form",
    { class: "code-form", novalidate: true },
    element("label", { class: "question", for: "personal-code" }, t("Type your own code")),
    code.element,
    problem,
    submit,
    button(t("Back"), async () => app.show(await welcome(app)), { kind: "plain" }),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    submit.disabled = true;
    problem.textContent = code.value().length < 8 ? t("The code has 8 signs.") : (await beginWithCode(app, code.value())) || "";
    submit.disabled = false;
    if (problem.textContent) code.input.focus();
  });
  return cardScreen({ class: "card--welcome", title: t("Welcome back"), children: [form] });
}
