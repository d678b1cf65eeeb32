"""Where registrations from elsewhere belong in a questionnaire: a known category, or one made for them.

What is made stands on a page of its own that no respondent is asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from participation.errors import Refused

PAGE, COMMENT = "imported", "comment"
MOST_CATEGORIES = 50
COLOUR = "#59636e"
SYMBOLS = {"place": "circle", "route": "line", "area": "square"}
LONGEST_CODE = 60

Document = dict[str, Any]


@dataclass(frozen=True)
class Wanted:
    """A category that rows have: the type of question their geometry takes, and the name in the file, "" for none.

    `question`: the variable of the one that the rows answered where they come from, where that is told.
    """

    type: str
    name: str
    question: str = ""

    @property
    def shown(self) -> str:
        return self.name or _("Without category")


@dataclass(frozen=True)
class Homes:
    """`document` with what was lacking; `changed` when something was; `places`: wanted → (question, category)."""

    document: Document
    changed: bool
    places: Mapping[Wanted, tuple[str, str]]


def asked(document: Mapping[str, Any]) -> Document:
    """The questionnaire as respondents see it: without what was made for imported registrations, where there is more."""
    pages = [page for page in document["pages"] if not _is_all_made(page)]
    return {**document, "pages": pages or document["pages"]}


def is_made(variable: str) -> bool:
    """Whether a question is one that was made for registrations."""
    return variable.startswith(f"{PAGE}_")


def _is_all_made(page: Document) -> bool:
    """A page of a planner's own may be called the same."""
    return page["name"] == PAGE and all(is_made(one["variable"]) for one in page["questions"])


def find_homes(document: Mapping[str, Any], wanted: Iterable[Wanted], commented: Container[Wanted] = ()) -> Homes:
    """A place for every wanted category; for those `commented`, one with a comment. Refused for more than 50 unknown
    ones of a kind."""
    found: dict[Wanted, tuple[str, str]] = {}
    grown = deepcopy(dict(document))
    for each in wanted:
        found[each] = _known(grown, each, each in commented) or _made(grown, each)
    return Homes(grown, grown != document, found)


def empty_document(title: str) -> Document:
    """For an activity without a questionnaire."""
    languages = ["nb", "nn", "en"]
    return {"format": 1, "languages": languages, "title": dict.fromkeys(languages, title), "pages": []}


def code_of(name: str) -> str:
    """A code for a name: small letters a–z, digits and _."""
    plain = name.casefold().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    letters = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", letters).strip("_")[:LONGEST_CODE] or "imported"


def _known(document: Document, wanted: Wanted, commented: bool) -> tuple[str, str] | None:
    asked = [
        question for page in document["pages"] for question in page["questions"] if question["type"] == wanted.type
    ]
    for question in sorted(asked, key=lambda question: question["variable"] != wanted.question):
        for category in _categories(question, wanted):
            if not commented or _takes_comments(question, category):
                return question["variable"], category["code"]
    return None


def _categories(question: Document, wanted: Wanted) -> Iterator[Document]:
    """Those with this code or name; of a question without categories the nameless one, where the rows answered it."""
    there, name = question.get("categories", []), wanted.shown.casefold()
    if not there and not wanted.name and question["variable"] == wanted.question:
        yield {"code": ""}
    for category in there:
        if name == category["code"].casefold() or name in {label.casefold() for label in category["label"].values()}:
            yield category


def _takes_comments(question: Document, category: Document) -> bool:
    followups = [*question.get("followups", []), *category.get("followups", [])]
    return any(followup["variable"] == COMMENT for followup in followups)


def _made(document: Document, wanted: Wanted) -> tuple[str, str]:
    question = _question(document, wanted.type)
    taken = {category["code"] for category in question["categories"]}
    if len(taken) >= MOST_CATEGORIES:
        message = _(
            "There would be more than %(most)s different categories, with those that files have brought before. Choose a field "
            "with fewer, or one of the questionnaire's categories.",
            most=MOST_CATEGORIES,
        )
        raise Refused(message)
    code = plain = code_of(wanted.shown)
    number = 1
    while code in taken:
        number += 1
        code = f"{plain}_{number}"
    category = {
        "code": code,
        "label": _in_all(document, wanted.shown),
        "symbol": SYMBOLS[wanted.type],
        "colour": COLOUR,
        "sentiment": "neutral",
    }
    question["categories"].append(category)
    return question["variable"], code


def _question(document: Document, type_: str) -> Document:
    page = next((page for page in document["pages"] if page["name"] == PAGE), None)
    if page is None:
        page = {"name": PAGE, "title": _in_all(document, _("Imported")), "questions": []}
        document["pages"].append(page)
    variable = f"{PAGE}_{type_}"
    question = next((question for question in page["questions"] if question["variable"] == variable), None)
    if question is None:
        label = _in_all(document, _("Imported"))
        said = _in_all(document, _("Comment"))
        comment = {"uid": f"{variable}-comment", "variable": COMMENT, "type": "long_text", "label": said}
        question = {"uid": variable, "variable": variable, "type": type_, "label": label, "categories": []}
        question["followups"] = [comment]
        page["questions"].append(question)
    return question


def _in_all(document: Document, text: str) -> dict[str, str]:
    return dict.fromkeys(document["languages"], text)
