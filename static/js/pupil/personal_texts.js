// @ts-check
import { t } from "../modules/texts.js";
import { questionAbout } from "../modules/personal_data_question.js";
import { ask } from "./sheet.js";

/**
 * Asks before a text that looks personal is saved. Nothing is refused: the child decides.
 * @param {Record<string, any>} answers @returns {Promise<boolean>} false: the child wants to change it
 */
export async function textsMayStay(answers) {
  const texts = Object.values(answers).filter((value) => typeof value === "string");
  const question = texts.map(questionAbout).find(Boolean);
  if (!question) return true;
  const change = await ask({
    title: question,
    text: [t("Do not write names, neither yours nor anyone else’s.")],
    yes: t("Change it"),
    no: t("Keep it as it is"),
  });
  return !change;
}
