"""Which texts the program has, and who reads them: two catalogues, found by where a text stands."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatch
from functools import lru_cache
from pathlib import Path

from babel.messages.extract import extract_from_dir

ROOT = Path(__file__).resolve().parents[2]
PLURAL = " | "

# The catalogue of what pupils and residents read, and the one of everything else.
PARTICIPANT, MESSAGES = "participant", "messages"

# Where a participant's texts stand, a pattern a line; `!` takes some of them out again, for they are the planner's.
# A text that stands both here and elsewhere is the participant's.
PARTICIPANTS_FILES = (
    "participation/errors.py",
    "participation/languages.py",
    "participation/class_sessions/joining.py",
    "participation/class_sessions/services.py",
    "participation/feedback/receipt_*.py",
    "participation/feedback/routes.py",
    "participation/front/*",
    "participation/invitations/using.py",
    "participation/projects/privacy_facts.py",
    "participation/overview/ways_sheets.py",
    "participation/responses/*",
    "!participation/responses/import*",
    "!participation/responses/other_version.py",
    "!participation/responses/paper_*",
    "!participation/responses/registration*",
    "surveys/*",
    "!surveys/*_check*.py",
    "!surveys/changes/*",
    "!surveys/checks/*",
    "!surveys/choice_columns.py",
    "!surveys/conditions/*",
    "!surveys/document_structure.py",
    "!surveys/editing/*",
    "!surveys/statistics/*",
    "!surveys/xlsform/*",
    "templates/answering/*",
    "templates/layouts/adult.html",
    "templates/layouts/answering.html",
    "templates/layouts/base.html",
    "templates/components/error_summary.html",
    "templates/components/field.html",
    "templates/components/flashes.html",
    "templates/components/footer.html",
    "templates/components/question*.html",
    "templates/components/unread.html",
    "templates/errors/*",
    "templates/feedback/parts/*",
    "templates/feedback/receipt.html",
    "templates/feedback/withdrawn.html",
    "templates/components/timeline.html",
    "templates/front/*",
    "templates/project_page/show.html",
    "templates/question_types/*",
    "templates/responses/*",
    "static/js/answering/*",
    "static/js/map/*",
    "static/js/modules/*",
    "static/js/pages/front.js",
    "static/js/pages/pupil.js",
    "static/js/pages/survey*.js",
    "static/js/pupil/*",
    "static/js/question_types/*",
)

METHODS = {
    "participation": [("**.py", "python")],
    "surveys": [("**.py", "python")],
    "exports": [("**.py", "python")],
    "templates": [("**.html", "jinja2"), ("**.txt", "jinja2")],
    "static/js": [("**.js", "javascript")],
}
OPTIONS = {
    "**.html": {"extensions": "jinja2.ext.i18n", "trimmed": "true"},
    "**.js": {"parse_template_string": "true"},
}
KEYWORDS = {"_": None, "t": None, "_l": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2), "tn": (1, 2)}


def is_participants(path: str) -> bool:
    """True when what stands in the file `path` (from the repository's root) is read by participants."""
    taken_out = any(fnmatch(path, pattern[1:]) for pattern in PARTICIPANTS_FILES if pattern.startswith("!"))
    return not taken_out and any(fnmatch(path, pattern) for pattern in PARTICIPANTS_FILES)


@lru_cache
def texts(domain: str) -> frozenset[str]:
    """The texts of one catalogue; one and many stand as "one | many"."""
    participants, others = set(), set()
    for path, text in every_marked():
        (participants if is_participants(path) else others).add(text)
    return frozenset(participants if domain == PARTICIPANT else others - participants)


@lru_cache
def every_marked() -> tuple[tuple[str, str], ...]:
    """What `marked` finds, looked for once: it takes seconds."""
    return tuple(marked())


def marked() -> Iterator[tuple[str, str]]:
    """Every text that is marked for translation, with the file it stands in."""
    for folder, methods in METHODS.items():
        for place, _line, message, *_more in extract_from_dir(ROOT / folder, methods, OPTIONS, KEYWORDS):
            text = message if isinstance(message, str) else PLURAL.join(message)
            if text:
                yield f"{folder}/{place}", text
