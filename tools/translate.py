"""Keep the catalogues in participation/translations/: `extract`, `add FILE.json`, `check`, `compile`.

The source texts are English; bokmål (nb) and nynorsk (nn) are complete at all times. FILE.json is
{"English text": {"nb": "…", "nn": "…"}}. Python and templates mark texts with _("…"), JavaScript with t("…").
One and many, ngettext("…", "…", number), stand as {"one | many": {"nb": ["…", "…"], "nn": ["…", "…"]}}.
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
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+(?:!r)?\}")
PLURAL = " | "


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
            "**.js": {"parse_template_string": "true"},
        }
        if not (ROOT / folder).is_dir():
            continue
        for *_place, message, _comments, _context in extract_from_dir(ROOT / folder, methods, options, KEYWORDS):
            texts.add(message if isinstance(message, str) else PLURAL.join(message))
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


def name_of(entry: polib.POEntry) -> str:
    return PLURAL.join((entry.msgid, entry.msgid_plural)) if entry.msgid_plural else entry.msgid


def is_translated(entry: polib.POEntry) -> bool:
    return all(entry.msgstr_plural.values()) if entry.msgid_plural else bool(entry.msgstr)


def translated_entry(text: str, translated: str | list[str]) -> polib.POEntry:
    if isinstance(translated, str):
        return polib.POEntry(msgid=text, msgstr=translated)
    one, many = text.split(PLURAL)
    return polib.POEntry(msgid=one, msgid_plural=many, msgstr_plural=dict(enumerate(translated)))


def save(made: polib.POFile) -> None:
    entries = {name_of(entry): entry for entry in made if is_translated(entry)}
    ordered = polib.POFile(wrapwidth=0)
    ordered.metadata = made.metadata
    ordered.extend(entries[text] for text in sorted(entries))
    ordered.save(made.fpath)


def add(path: str) -> None:
    new = json.loads(Path(path).read_text(encoding="utf-8"))
    for language in COMPLETE:
        made = catalogue(language)
        for text, translated in new.items():
            check_placeholders(language, text, translated[language])
        for entry in [entry for entry in made if name_of(entry) in new]:
            made.remove(entry)
        made.extend(translated_entry(text, translated[language]) for text, translated in new.items())
        save(made)


def check_placeholders(language: str, text: str, translated: str | list[str]) -> None:
    forms = [translated] if isinstance(translated, str) else translated
    sources = text.split(PLURAL) if isinstance(translated, list) else [text]
    if len(forms) != len(sources):
        sys.exit(f"{language}: {text!r} needs {len(sources)} forms")
    for source, form in zip(sources, forms, strict=True):
        if set(PLACEHOLDER.findall(source)) != set(PLACEHOLDER.findall(form)):
            sys.exit(f"{language}: the placeholders differ in {source!r} and {form!r}")


def missing() -> dict[str, list[str]]:
    texts = source_texts()
    return {
        language: sorted(texts - {name_of(entry) for entry in catalogue(language) if is_translated(entry)})
        for language in COMPLETE
    }


def prune() -> None:
    texts = source_texts()
    for language in COMPLETE:
        made = catalogue(language)
        for entry in [entry for entry in made if name_of(entry) not in texts]:
            made.remove(entry)
        save(made)


def compile_all() -> None:
    for path in TRANSLATIONS.glob("*/LC_MESSAGES/messages.po"):
        with path.open("rb") as source, path.with_suffix(".mo").open("wb") as target:
            write_mo(target, read_po(source, locale=path.parts[-3]))


def blank(text: str) -> dict[str, str | list[str]]:
    return dict.fromkeys(COMPLETE, ["", ""] if PLURAL in text else "")


def main() -> None:
    match sys.argv[1:]:
        case ["extract"]:
            sys.stdout.write(
                json.dumps({text: blank(text) for text in missing()["nb"]}, ensure_ascii=False, indent=1) + "\n"
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
