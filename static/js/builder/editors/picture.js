// @ts-check
import { element } from "../../modules/element.js";
import { t } from "../../modules/texts.js";
import { newUuid } from "../../modules/uuid.js";
import { everyQuestion } from "../finding.js";
import { idOf, problemAt, small } from "../fields.js";
/** @typedef {import("./types.js").Edited} Edited */

const KINDS = /** @type {Record<string, string>} */ ({ "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp" });

/** @type {import("./types.js").Editor} */
export const picture = (edited, { label }) => pictureField(edited, label);

/**
 * The picture of a question or a choice: chosen from a file, shown small, taken away.
 * @param {Edited} edited @param {string} label
 */
export function pictureField(edited, label) {
  const { builder, draft, path } = edited;
  const name = edited.part.image;
  const id = idOf(`${path}.image`);
  const file = element("input", { type: "file", class: "ds-input", id, accept: Object.keys(KINDS).join(","), disabled: draft.locked, "data-focus": `${path}.image`, onchange: () => file.files?.[0] && send(edited, file.files[0]) });
  const shown = name ? element("img", { class: "picture-shown", src: `${builder.data.addresses.pictures}/${name}`, alt: "" }) : null;
  const remove = name ? small(t("Remove the picture"), () => edited.change((part) => delete part.image), { disabled: draft.locked, "data-focus": `${path}.image-remove` }) : null;
  return element("div", { class: "ds-field" }, element("label", { class: "ds-label", for: id, "data-weight": "medium" }, label), shown, file, problemAt(`${path}.image`), remove);
}

/** The picture is kept beside the draft that names it, so that goes first. @param {Edited} edited @param {File} file */
async function send(edited, file) {
  const { builder } = edited;
  const { addresses, csrf } = builder.data;
  const before = edited.part.image;
  const name = `${newUuid()}.${KINDS[file.type] ?? "jpg"}`;
  edited.change((part) => (part.image = name));
  const body = new FormData();
  body.append("name", name);
  body.append("picture", file);
  const kept = (await builder.saver.flush()) && (await fetch(addresses.pictures, { method: "POST", headers: { "X-CSRFToken": csrf }, body }).catch(() => undefined));
  if (kept && kept.ok && !kept.redirected) {
    builder.notice.settle("picture");
    return builder.picturesChanged();
  }
  // It may have been taken away, moved, or another chosen since.
  if (!partWith(builder.draft.document, name)) return;
  builder.draft.change((document) => {
    const part = partWith(document, name);
    if (before) part.image = before;
    else delete part.image;
  });
  builder.notice.put("picture", await reason(kept));
}

/** The question or choice that a picture is of. @param {import("../types.js").Questionnaire} document @param {string} name @returns {any} */
function partWith(document, name) {
  const parts = [...everyQuestion(document)].flatMap(({ question }) => [question, ...(question.choices ?? [])]);
  return parts.find(({ image }) => image === name);
}

/** Why it was not taken. @param {Response|false|undefined} answer */
async function reason(answer) {
  const otherwise = t("The picture could not be sent just now. Try again in a moment.");
  if (!answer) return otherwise;
  const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
  return isJson ? ((await answer.json()).error ?? otherwise) : otherwise;
}
