"""Keep the catalogues in participation/translations/: `extract`, `add FILE.json`, `check`, `compile`.

The source texts are English; bokmål (nb) and nynorsk (nn) are complete at all times. FILE.json is
{"English text": {"nb": "…", "nn": "…"}}. Python and templates mark texts with _("…"), JavaScript with t("…").
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import polib
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "participation" / "translations"
COMPLETE = ("nb", "nn")
METHODS = [
    ("participation/**.py", "python"),
    ("surveys/**.py", "python"),
    ("exports/**.py", "python"),
    ("templates/**.html", "jinja2"),
    ("templates/**.txt", "jinja2"),
    ("static/js/**.js", "javascript"),
]
KEYWORDS = {"_": None, "t": None, "_l": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2)}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")


def source_texts() -> set[str]:
    texts: set[str] = set()
    for folder in ("participation", "surveys", "exports", "templates", "static/js"):
        methods = [
            (pattern.split("/", folder.count("/") + 1)[-1], method)
            for pattern, method in METHODS
            if pattern.startswith(folder)
        ]
        options = {
            "**.html": {"extensions": "jinja2.ext.i18n", "trimmed": "true"},
            "**.js": {"template_string": "true"},
        }
        if not (ROOT / folder).is_dir():
            continue
        for *_place, message, _comments, _context in extract_from_dir(ROOT / folder, methods, options, KEYWORDS):
            texts.update([message] if isinstance(message, str) else [text for text in message if text])
    return texts - {""}


def catalogue(language: str) -> polib.POFile:
    path = TRANSLATIONS / language / "LC_MESSAGES" / "messages.po"
    if path.exists():
        return polib.pofile(str(path), wrapwidth=0)
    path.parent.mkdir(parents=True, exist_ok=True)
    made = polib.POFile(wrapwidth=0)
    made.metadata = {
        "Language": language,
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    made.fpath = str(path)
    return made


def save(made: polib.POFile) -> None:
    entries = {entry.msgid: entry for entry in made if entry.msgstr}
    ordered = polib.POFile(wrapwidth=0)
    ordered.metadata = made.metadata
    ordered.extend(entries[text] for text in sorted(entries))
    ordered.save(made.fpath)


def add(path: str) -> None:
    new = json.loads(Path(path).read_text(encoding="utf-8"))
    for language in COMPLETE:
        made = catalogue(language)
        known = {entry.msgid: entry for entry in made}
        for text, translated in new.items():
            if set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(translated[language])):
                sys.exit(f"{language}: the placeholders differ in {text!r} and {translated[language]!r}")
            if text in known:
                known[text].msgstr = translated[language]
            else:
                made.append(polib.POEntry(msgid=text, msgstr=translated[language]))
        save(made)


def missing() -> dict[str, list[str]]:
    texts = source_texts()
    return {
        language: sorted(texts - {entry.msgid for entry in catalogue(language) if entry.msgstr})
        for language in COMPLETE
    }


def prune() -> None:
    texts = source_texts()
    for language in COMPLETE:
        made = catalogue(language)
        for entry in [entry for entry in made if entry.msgid not in texts]:
            made.remove(entry)
        save(made)


def compile_all() -> None:
    for path in TRANSLATIONS.glob("*/LC_MESSAGES/messages.po"):
        with path.open("rb") as source, path.with_suffix(".mo").open("wb") as target:
            write_mo(target, read_po(source, locale=path.parts[-3]))


def main() -> None:
    match sys.argv[1:]:
        case ["extract"]:
            sys.stdout.write(
                json.dumps({text: {"nb": "", "nn": ""} for text in missing()["nb"]}, ensure_ascii=False, indent=1)
                + "\n"
            )
        case ["add", path]:
            add(path)
            compile_all()
        case ["check"]:
            lacking = missing()
            for language, texts in lacking.items():
                sys.stderr.writelines(f"{language} lacks: {text!r}\n" for text in texts)
            sys.exit(any(lacking.values()))
        case ["prune"]:
            prune()
        case ["compile"]:
            compile_all()
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
