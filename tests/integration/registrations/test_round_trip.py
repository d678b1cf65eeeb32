"""What is exported from here is taken in to the same: marks, categories, comments, people, answers, whose they are."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path
from typing import Any

import flask
import pytest
from click.testing import CliRunner
from sqlalchemy import select

from exports.formats import FORMATS
from participation.activities.models import Activity, QuestionnaireVersion
from participation.commands import export, main, marks
from participation.commands.reader import inside
from participation.database import writing
from participation.extensions import db
from participation.responses.models import Mark, Response
from tests.factories.cast import Cast, make_cast
from tests.factories.file_forms import filled_in, uploaded
from tests.factories.mapped_class import make_activity, make_class, make_mark, make_response
from tests.unit.surveys.documents import choices, question

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)
LINE = "LINESTRING (5.22 60.37, 5.225 60.372, 5.23 60.38)"
OUTER = [[5.22, 60.36], [5.23, 60.36], [5.23, 60.37], [5.22, 60.36]]
HOLE = [[5.2235, 60.361], [5.2285, 60.366], [5.2285, 60.361], [5.2235, 60.361]]
OF_ALL_KINDS = ("geojson", "gpkg", "shp", "gml", "gml-zip")
VET_IKKE = {"nb": "- Vet ikke"}
ROWS = [{"code": code, "label": {"nb": code.title()}} for code in ("shops", "buses_and_trams")]
WITH_OTHER = [*choices("ball", "chess"), {"code": "other", "label": {"nb": "Annet"}, "specify": True}]
# Of every type that can be asked of a mark, but for what a file cannot hold: photos.
ASKED = (
    question("scale", "satisfaction", dont_know=VET_IKKE),
    question("scale", "ease", dont_know=VET_IKKE, min=0, max=10),
    question("smiley_scale", "face", choices=choices("1", "2", "3", "4", "5"), dont_know=VET_IKKE),
    question("matrix", "near_by", rows=ROWS, dont_know=VET_IKKE),
    question("matrix", "often", rows=ROWS, choices=choices("daily", "never"), dont_know=VET_IKKE),
    question("single_choice", "play", choices=WITH_OTHER, dont_know=VET_IKKE),
    question("multiple_choice", "games", choices=WITH_OTHER),
    question("ranking", "ranked", choices=choices("1", "2", "3")),
    question("slider", "slid", min=0, max=1, step=0.1),
    question("whole_number", "number"),
    question("decimal", "decimals"),
    question("date", "day"),
    question("time", "hour"),
    question("date_time", "moment"),
    question("short_text", "short"),
    question("long_text", "long"),
    question("consent", "agreed"),
    question("hidden", "source"),
    question("calculated", "twice", calculation={"*": [{"answer": "number"}, 2]}),
)
ANSWERS: tuple[dict[str, Any], ...] = (
    {
        "satisfaction": "dont_know",
        "ease": 0,
        "face": "dont_know",
        "near_by": {"shops": "dont_know", "buses_and_trams": 5},
        "often": {"shops": "dont_know", "buses_and_trams": "never"},
        "play": "other",
        "play_other": "-1",
        "games": ["ball", "other"],
        "games_other": "007",
        "ranked": ["2"],
        "slid": 0.3,
        "number": 12,
        "twice": 24,
        "decimals": -1.5,
        "day": "2026-12-24",
        "hour": "07:05",
        "moment": "2026-12-24T07:05",
        "short": "1.0",
        "long": "en\nto\n'tre'",
        "agreed": True,
        "source": "0012",
    },
    {
        "satisfaction": 3,
        "ease": "dont_know",
        "face": 1,
        "near_by": {"shops": "dont_know", "buses_and_trams": "dont_know"},
        "often": {"buses_and_trams": "dont_know"},
        "play": "dont_know",
        "games": ["chess"],
        "ranked": ["3", "1", "2"],
        "slid": 1,
        "number": 0,
        "twice": 0,
        "decimals": 2,
        "short": "true",
        "long": "=1+1",
        "source": "fb",
    },
    {"near_by": {"buses_and_trams": 1}, "ranked": ["1", "2"], "short": "2026-12-24"},
)


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


@pytest.fixture
def mapped(app: flask.Flask) -> tuple[int, int, str]:
    """The ids of an activity with marks and of one like it without, and their project's slug."""
    with writing(db) as session:
        activity = make_activity(session)
        other = Activity(
            project=activity.project, kind="class_mapping", title="Ny", status="open", created_at=activity.created_at
        )
        session.add(other)
        session.flush()
        asked = activity.versions[0]
        version = {"number": 1, "document": asked.document, "published_at": asked.published_at}
        session.add(QuestionnaireVersion(activity_id=other.id, **version))
        class_session = make_class(session, activity)
        several = make_mark("POINT (5.24 60.36)", category="activity", what=["ball"], place_name="Banen")
        several.people = 12
        first = [
            make_mark(LINE, "road", "school_road", mode="walk", comment="=1+1; glatt på Ærøy\ni svingen 🛝"),
            make_mark("POINT (5.225 60.375)", category="unsafe", why=["dark", "traffic"], place_name="Svingen"),
            several,
        ]
        second = [make_mark("POINT (5.225 60.375)", category="good", why=["friends"], season="summer", together="1")]
        make_response(session, activity, class_session, first)
        make_response(session, activity, class_session, second, people=3)
        return activity.id, other.id, activity.project.slug


def contents(identity: int) -> Counter[str]:
    """Each response as text, without what is its own here."""
    db.session.rollback()
    found: Counter[str] = Counter()
    for response in db.session.scalars(select(Response).where(Response.activity_id == identity)):
        marks = [told(mark, response.people) for mark in response.marks]
        found[json.dumps(sorted(marks, key=str), sort_keys=True)] += 1
    return found


def told(mark: Mark, people: int) -> list[Any]:
    where = json.loads(mark.geometry)
    said = json.loads(mark.answers)
    return [mark.question, mark.category, where, said, mark.people or people]


def exported(cast: Cast, mapped: tuple[int, int, str], format_name: str) -> Any:
    activity, _other, slug = mapped
    answer = cast.planner.get(f"/projects/{slug}/activities/{activity}/downloads/marks.{format_name}?crs=25832")
    assert answer.status_code == 200
    return answer


def taken_in(cast: Cast, mapped: tuple[int, int, str], file: Any, **more: str) -> Any:
    """The answer to taking the file in with what is guessed of it, but for `more`."""
    _activity, other, slug = mapped
    name = file.headers["Content-Disposition"].partition("filename=")[2].strip('"')
    kept = uploaded(cast.planner, f"/projects/{slug}/activities/{other}/registrations", name, file.data)
    assert kept.status_code == 302, kept.text
    sent = filled_in(cast.planner.get(kept.location).text)
    return cast.planner.post(kept.location, data={**sent, **more})


@pytest.mark.parametrize("format_name", OF_ALL_KINDS)
def test_what_is_downloaded_comes_in_as_it_was(cast: Cast, mapped: tuple[int, int, str], format_name: str) -> None:
    file = exported(cast, mapped, format_name)
    answer = taken_in(cast, mapped, file)
    assert answer.status_code == 302, answer.text
    came = contents(mapped[1])
    assert came == contents(mapped[0])
    again = taken_in(cast, mapped, file)
    assert again.status_code == 422
    assert "er her fra før" in again.text
    assert contents(mapped[1]) == came


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_headings_in_any_language_are_known(cast: Cast, mapped: tuple[int, int, str], language: str) -> None:
    """In English a code stands as Category code beside the label, Category."""
    activity, _other, slug = mapped
    file = cast.planner.get(f"/projects/{slug}/activities/{activity}/downloads/marks.geojson?lang={language}")
    answer = taken_in(cast, mapped, file)
    assert answer.status_code == 302, answer.text
    assert contents(mapped[1]) == contents(mapped[0])


def test_a_csv_file_gives_its_points_and_tells_what_it_lacks(cast: Cast, mapped: tuple[int, int, str]) -> None:
    file = exported(cast, mapped, "csv")
    refused = taken_in(cast, mapped, file)
    assert refused.status_code == 422
    assert "bare midten av denne linjen" in refused.text
    assert not contents(mapped[1])
    assert taken_in(cast, mapped, file, accepted="3").status_code == 302
    points = {mark for text in contents(mapped[0]) for mark in map(str, json.loads(text)) if "Point" in mark}
    assert {mark for text in contents(mapped[1]) for mark in map(str, json.loads(text))} == points


@pytest.mark.parametrize("format_name", ["gpkg", "shp"])
def test_an_area_keeps_its_hole(cast: Cast, mapped: tuple[int, int, str], format_name: str) -> None:
    activity, _other, slug = mapped
    shape = {"type": "Polygon", "coordinates": [OUTER, HOLE]}
    feature = {"type": "Feature", "geometry": shape, "properties": {"hva": "Løkke & tun"}}
    file = json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()
    kept = uploaded(cast.planner, f"/projects/{slug}/activities/{activity}/registrations", "a.geojson", file)
    assert cast.planner.post(kept.location, data={"category_field": "hva"}).status_code == 302
    assert taken_in(cast, mapped, exported(cast, mapped, format_name)).status_code == 302
    (area,) = (mark for text in contents(mapped[1]) for mark in json.loads(text) if mark[2]["type"] == "Polygon")
    assert area[:2] == ["imported_area", "lokke_tun"]
    assert [{tuple(corner) for corner in ring} for ring in area[2]["coordinates"]] == [
        {tuple(corner) for corner in ring} for ring in (OUTER, HOLE)
    ]


@pytest.mark.parametrize("format_name", OF_ALL_KINDS)
def test_the_commands_do_the_same_without_any_option(
    app: flask.Flask, mapped: tuple[int, int, str], format_name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def application(**_options: bool) -> Iterator[flask.Flask]:
        with inside(app):
            yield app
            db.session.remove()

    for command in (marks, export):
        monkeypatch.setattr(command, "application", application)
    file = str(tmp_path / f"ut{FORMATS[format_name].suffix}")
    for words in (
        ("export", mapped[0], "--format", format_name, "-o", file),
        ("marks", "import", file, "--activity", mapped[1]),
    ):
        db.session.rollback()
        assert CliRunner().invoke(main, list(map(str, words))).exit_code == 0
    assert contents(mapped[1]) == contents(mapped[0])


@pytest.fixture
def answered(mapped: tuple[int, int, str]) -> tuple[int, int, str]:
    """As `mapped`; both ask something of every type of a place of one category, and the one has answers to that."""
    with writing(db) as session:
        for identity in mapped[:2]:
            (version,) = session.get_one(Activity, identity).versions
            document = json.loads(version.document)
            (places,) = (one for page in document["pages"] for one in page["questions"] if one["variable"] == "places")
            places["categories"][0]["followups"] = [{**one, "uid": f"u-{one['uid']}"} for one in ASKED]
            version.document = json.dumps(document)
            category = places["categories"][0]["code"]
        made = [make_mark("POINT (5.225 60.375)", category=category, **answers) for answers in ANSWERS]
        make_response(session, session.get_one(Activity, mapped[0]), marks=made)
    return mapped


@pytest.mark.parametrize("format_name", [*OF_ALL_KINDS, "csv"])
def test_answers_of_every_type_come_in_as_they_were(
    cast: Cast, answered: tuple[int, int, str], format_name: str
) -> None:
    answer = taken_in(cast, answered, exported(cast, answered, format_name), accepted="6")
    assert answer.status_code == 302, answer.text
    came = [mark[3] for text in contents(answered[1]) for mark in json.loads(text)]
    assert sorted((one for one in came if "short" in one), key=itemgetter("short")) == sorted(
        ANSWERS, key=itemgetter("short")
    )
