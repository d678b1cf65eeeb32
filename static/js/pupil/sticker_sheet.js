// @ts-check
import { t } from "../modules/texts.js";
import { button } from "../modules/element.js";
import { textsMayStay } from "./personal_texts.js";
import { openSheet } from "./sheet.js";
import { stickerFields } from "./sticker_fields.js";
/** @typedef {import("./sticker_fields.js").Feeling} Feeling */

/**
 * What one feels about a place, and why: one feeling or several. Resolves to null when the child changed its mind.
 * @param {import("./app.js").PupilApp} app
 * @param {{question: import("./questionnaire.js").Question, feelings: Feeling[], onDelete?: () => void}} place
 * @returns {Promise<Feeling[]|null>}
 */
export function openStickerSheet(app, { question, feelings, onDelete }) {
  const { content, read } = stickerFields(app.say, question, feelings);
  return new Promise((resolve) => {
    /** @type {Feeling[]|null} */
    let result = null;
    const done = async () => {
      const made = read();
      if (!made.length) return app.toasts.show(t("Choose at least one."));
      if (!(await textsMayStay(Object.assign({}, ...made.map((feeling) => feeling.answers))))) return;
      result = made;
      sheet.close();
    };
    const sheet = openSheet({
      title: t("This place"),
      class: "sheet--sticker",
      content,
      actions: [
        ...(onDelete ? [button(t("Delete"), () => (sheet.close(), onDelete()), { kind: "danger" })] : []),
        button(t("Done"), () => void done(), { kind: "main" }),
      ],
      onClose: () => resolve(result),
    });
  });
}
