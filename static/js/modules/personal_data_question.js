// @ts-check
// What the pupil is asked when a text may tell who someone is. Nothing is refused: the pupil decides.
import { findPersonalData } from "./personal_data.js";
import { t } from "./texts.js";

/**
 * The question to ask before this text is kept, null where there is nothing to ask.
 * @param {string} text
 */
export function questionAbout(text) {
  const [first] = findPersonalData(text);
  if (!first) return null;
  const part = text.slice(first.start, first.end);
  switch (first.kind) {
    case "phone":
      return t("“{part}” looks like a phone number. Take it out?", { part });
    case "email":
      return t("“{part}” looks like an e-mail address. Take it out?", { part });
    case "address":
      return t("“{part}” looks like where someone lives. Take it out?", { part });
    case "identity_number":
      return t("“{part}” looks like an identity number. Take it out?", { part });
    default:
      return t("“{part}” looks like a name. Take it out?", { part });
  }
}
