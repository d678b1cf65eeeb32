"""What respondents say of themselves in several values tells of nobody in the archive package either."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import flask

from participation.activities.models import Activity
from participation.database import writing
from participation.extensions import db
from tests.factories.mapped_class import make_response
from tests.factories.surveys import document, make_survey, page
from tests.integration.downloads.test_files import written
from tests.unit.surveys.documents import choices, label, question

SPOKEN = label("Hvilke språk snakker du hjemme?")
ROWS = choices("grown", "children")
ASKED = page(
    "you",
    question("multiple_choice", "spoken", label=SPOKEN, choices=choices("nb", "so", "en")),
    question("matrix", "many", label=label("Hvor mange er det i husstanden?"), rows=ROWS, min=1, max=6),
    question("multiple_choice", "wanted", label=label("Hva vil du ha?"), choices=choices("light", "tree")),
)


def test_what_one_alone_says_together_is_blank(app: flask.Flask, tmp_path: Path) -> None:
    """Each of the languages and numbers has been given by five, and those of the last are together nobody else's."""
    survey = make_survey(document(ASKED))
    with writing(db) as session:
        for spoken, many in [(["nb", "so"], (2, 1))] * 6 + [(["en", "nb"], (2, 3))] * 5 + [(["so", "en"], (2, 3))]:
            told = {"grown": many[0], "children": many[1]}
            answers = {"spoken": spoken, "many": told, "wanted": ["light", "tree"][: many[1]]}
            make_response(session, session.get_one(Activity, survey.id), None, (), answers, channel="web")
    with ZipFile(written(survey, tmp_path, "archive")) as packed:
        [content] = [packed.read(name) for name in packed.namelist() if name.endswith("/svar.csv")]
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    assert Counter(row["spoken"] for row in rows) == {"nb so": 6, "": 6}
    assert Counter((row["many_grown"], row["many_children"]) for row in rows) == {("2", "1"): 6, ("2", "3"): 6}
    assert {(row["spoken_label"], row["spoken"]) for row in rows} == {("Nb; So", "nb so"), ("", "")}
    assert Counter(row["wanted"] for row in rows) == {"light": 6, "light tree": 6}
