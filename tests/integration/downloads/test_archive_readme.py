"""What the archive package lacks is told in it: answers of another form, and every row where too few have answered."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import uuid4
from zipfile import ZipFile

import flask
import orjson
import pytest

from participation.activities.models import Activity, QuestionnaireVersion
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.responses.models import Mark, Photo
from tests.factories.mapped_class import make_activity, make_class, make_mark, make_response
from tests.factories.surveys import document, page
from tests.integration.downloads.test_files import written
from tests.unit.surveys.documents import category, choices, question

CHOSEN, COUNTED = {"choices": choices("ab", "cd")}, {}
FORMS = (("single_choice", CHOSEN, "ab"), ("whole_number", COUNTED, 7), ("short_text", COUNTED, "En tekst"))


@pytest.mark.parametrize(("newest", "left_out"), [(1, 2), (2, 4)], ids=["number", "text"])
def test_answers_that_are_left_out_for_their_form_are_counted(
    app: flask.Flask, tmp_path: Path, newest: int, left_out: int
) -> None:
    told = readmes(answered(0, newest), tmp_path)
    assert re.search(rf"spørsmålet er stilt i mer enn én form: {left_out}$", told["LES_MEG.md"], re.M)
    assert "svar.csv has no rows, for fewer than 5 different respondents have answered." in told["README.md"]
    assert "steder.csv har ingen rader" in told["LES_MEG.md"]


def test_nothing_is_told_of_where_enough_answered_in_one_form(app: flask.Flask, tmp_path: Path) -> None:
    told = readmes(answered(1, 1, many=3), tmp_path)
    assert "i mer enn én form: 0" in told["LES_MEG.md"]
    assert "ingen rader" not in told["LES_MEG.md"]
    assert "- Antall steder: 6" in told["LES_MEG.md"]  # by the word for them in the rest of it


def test_where_an_answer_without_an_opinion_stands_is_told(app: flask.Flask, tmp_path: Path) -> None:
    """In a column of numbers it is blank, so a blank there is not always a question without an answer."""
    told = readmes(answered(1, 1), tmp_path)
    assert r"et svar som «Vet ikke»: \_label-kolonnen sier det i ord" in told["LES_MEG.md"]


@pytest.mark.parametrize(("others", "line"), [(4, "Åpen lenke; andre med få svar"), (5, "Åpen lenke: 6; Intervju: 5")])
def test_how_many_came_by_a_channel_tells_of_no_few(app: flask.Flask, tmp_path: Path, others: int, line: str) -> None:
    """All there are less those of one channel were the few that came by another."""
    survey = answered(1, 1, many=0)
    with writing(db) as session:
        for channel in ["open_link"] * 6 + ["interview"] * others:
            make_response(session, session.get_one(Activity, survey.id), None, (), {}, channel=channel)
    assert f"- Svar etter kanal: {line}\n" in readmes(survey, tmp_path)["LES_MEG.md"]


@pytest.mark.parametrize(("others", "share"), [(0, "60 % (6 av 10)"), (4, ""), (5, "60 % (6 av 10)")])
def test_how_many_pupils_answered_tells_of_no_few(app: flask.Flask, tmp_path: Path, others: int, share: str) -> None:
    """All there are less the pupils were the few that came without a class."""
    with writing(db) as session:
        mapping = make_activity(session)
        class_session = make_class(session, mapping)
        class_session.pupils_expected = 10
        for own in [class_session] * 6 + [None] * others:
            make_response(session, mapping, own, (), {})
        identity = mapping.id
    told = readmes(db.session.get_one(Activity, identity), tmp_path)["LES_MEG.md"]
    assert re.findall(r"^- Svarprosent.*: (.*)$", told, re.M) == [share][: bool(share)]


def test_photos_of_answers_that_count_are_counted(app: flask.Flask, tmp_path: Path) -> None:
    """One comes before the answer that names it, which may never come, or stay a draft."""
    survey = answered(1, 1, many=0)
    with writing(db) as session:
        found = session.get_one(Activity, survey.id)
        sent = make_response(session, found, None, (), {}, channel="web")
        draft = make_response(session, found, None, (), {}, channel="web", complete=False)
        for uuid in (sent.uuid, sent.uuid, draft.uuid, str(uuid4())):
            given = {"response_uuid": uuid, "activity_id": survey.id, "received_at": now()}
            session.add(Photo(name=str(uuid4()), jpeg=b"", **given))
    assert "- Bilder som er utelatt: 2\n" in readmes(survey, tmp_path)["LES_MEG.md"]


def test_what_nobody_answered_is_there_to_read(app: flask.Flask, tmp_path: Path) -> None:
    """The readme tells of a PDF for each version and language, and there was none."""
    with ZipFile(written(answered(1, 1, many=0), tmp_path, "archive")) as packed:
        papers = [name.rpartition("/")[2] for name in packed.namelist() if "/questionnaires/" in name]
    assert papers == ["v2-nb.pdf"]


def answered(before: int, after: int, many: int = 1) -> Activity:
    """A survey, `many` answers with a mark to each of two versions, whose questions have these of FORMS."""
    with writing(db) as session:
        made = make_activity(session)
        made.versions[0].document = version(before)
        session.add(QuestionnaireVersion(activity_id=made.id, number=2, document=version(after), published_at=now()))
        for number, form in enumerate((before, after), 1):
            given = FORMS[form][2]
            for _each in range(many):
                mark: Mark = make_mark("POINT (5.21 60.37)", "spots", "good", detail=given)
                make_response(session, made, None, [mark], {"asked": given}, questionnaire_version=number)
        identity = made.id
    return db.session.get_one(Activity, identity)


def version(form: int) -> str:
    kind, more, _given = FORMS[form]
    spots = question("place", "spots", categories=[category("good", followups=[question(kind, "detail", **more)])])
    return orjson.dumps(document(page("all", question(kind, "asked", **more)), page("map", spots))).decode()


def readmes(activity: Activity, folder: Path) -> dict[str, str]:
    with ZipFile(written(activity, folder, "archive")) as packed:
        found = {name.rpartition("/")[2]: packed.read(name) for name in packed.namelist()}
    return {name: content.decode() for name, content in found.items() if name.endswith(".md")}
