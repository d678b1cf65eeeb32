// @ts-check
import { t } from "../modules/texts.js";
import { button } from "../modules/element.js";
import { icon } from "../modules/icons.js";

const NORWEGIAN = ["nb", "no", "nn"];

/** A voice on the device itself: what a child reads is not sent to a voice somewhere else. @param {string} language */
function localVoice(language) {
  const wanted = NORWEGIAN.includes(language) ? [language, ...NORWEGIAN] : [language];
  const voices = speechSynthesis.getVoices().filter((voice) => voice.localService);
  for (const code of wanted) {
    const voice = voices.find((candidate) => candidate.lang.toLowerCase().split(/[-_]/)[0] === code);
    if (voice) return voice;
  }
  return null;
}

/**
 * A button that reads a text aloud; it shows itself only when the device has a voice for the language.
 * @param {string} language @param {() => string} text
 */
export function readAloudButton(language, text) {
  const speak = button(t("Listen"), toggle, { kind: "plain", class: "read-aloud", icon: icon("speaker"), hidden: true });
  if (!("speechSynthesis" in window)) return speak;
  const reveal = () => {
    speak.hidden = !localVoice(language);
  };
  reveal();
  // Voices arrive late in some browsers.
  speechSynthesis.addEventListener?.("voiceschanged", reveal, { once: true });

  function toggle() {
    if (speechSynthesis.speaking) return speechSynthesis.cancel();
    const words = new SpeechSynthesisUtterance(text());
    words.voice = localVoice(language);
    words.lang = words.voice?.lang || language;
    words.rate = 0.9;
    speechSynthesis.speak(words);
  }
  return speak;
}

export function stopReading() {
  if ("speechSynthesis" in window) speechSynthesis.cancel();
}
