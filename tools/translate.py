"""Keep the catalogues in participation/translations/: `extract`, `add FILE.json`, `check`, `prune`, `compile`.

There are two: `participant` holds what pupils and residents read, in every language that has a participant.po;
`messages` holds everything else, in those that have a messages.po (bokmål and nynorsk). Which file's texts go where is
listed in tools/translating/sources.py. The source texts are English. Python and templates mark texts with _("…"),
JavaScript with t("…"). `extract` prints what is missing as {"English text": {"nb": "", …}}; filled in, `add` takes it.
One and many, ngettext("…", "…", number) or tn("…", "…", number), stand as {"one | many": {"nb": ["…", "…"]}}, as many
forms as the language has.
To add a language for participants: `extract xx`, fill it in, `add` it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.translating import catalogues, checks
from tools.translating.sources import MESSAGES, PARTICIPANT, PLURAL, texts


def extract(new_languages: list[str]) -> dict[str, dict[str, catalogues.Translated]]:
    """What is missing where, blank."""
    wanted: dict[str, dict[str, catalogues.Translated]] = {}
    for domain in catalogues.DOMAINS:
        languages = catalogues.languages(domain) + (new_languages if domain == PARTICIPANT else [])
        for language in languages:
            for text in checks.missing(language, domain):
                wanted.setdefault(text, {})[language] = [""] * checks.forms(language) if PLURAL in text else ""
    return wanted


def add(new: dict[str, dict[str, catalogues.Translated]]) -> None:
    """Put translations where they belong; nothing is written when one of them is wrong."""
    faults = [checks.fault(language, text, words) for text, by in new.items() for language, words in by.items()]
    if any(faults):
        sys.exit("\n".join(filter(None, faults)))
    for domain in catalogues.DOMAINS:
        for language in sorted({language for by in new.values() for language in by}):
            given = {text: by[language] for text, by in new.items() if language in by}
            put(
                language, domain, {text: words for text, words in given.items() if catalogues.domain_of(text) == domain}
            )


def put(language: str, domain: str, new: dict[str, catalogues.Translated]) -> None:
    """Set these translations in one catalogue."""
    if not new:
        return
    made = catalogues.catalogue(language, domain)
    for entry in [entry for entry in made if catalogues.name_of(entry) in new]:
        made.remove(entry)
    made.extend(catalogues.entry_of(text, words) for text, words in new.items())
    catalogues.save(made)


def prune() -> None:
    """Put each translation into the catalogue of its text, and drop those of texts that are no more."""
    known = texts(PARTICIPANT) | texts(MESSAGES)
    for domain in catalogues.DOMAINS:
        for language in catalogues.languages(domain):
            made = catalogues.catalogue(language, domain)
            strayed = {catalogues.name_of(entry): checks.translation(entry) for entry in made}
            add({text: {language: strayed[text]} for text in strayed if text in known - texts(domain)})
            catalogues.save(made, texts(domain))


def main() -> None:
    match sys.argv[1:]:
        case ["extract", *new_languages]:
            sys.stdout.write(json.dumps(extract(new_languages), ensure_ascii=False, indent=1) + "\n")
        case ["add", path]:
            add(json.loads(Path(path).read_text(encoding="utf-8")))
            catalogues.compile_all()
        case ["check"]:
            wrong = list(checks.everything_wrong())
            sys.stderr.writelines(f"{line}\n" for line in wrong)
            sys.exit(bool(wrong))
        case ["prune"]:
            prune()
            catalogues.compile_all()
        case ["compile"]:
            catalogues.compile_all()
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
