"""A CSV file of ours is read whatever language its headings are in, and columns of coordinates go together by kind."""

from __future__ import annotations

from pathlib import Path

import flask
import pytest

from exports.formats import FORMATS
from participation.activities.models import Activity
from participation.catalogues import PLANNERS, languages
from participation.database import reading, writing
from participation.downloads.request import Request
from participation.downloads.selection import Selection
from participation.downloads.services import write_file
from participation.extensions import db
from participation.projects.files.csv_places import places_in
from participation.projects.files.geofile import read_rows
from participation.registrations.own_fields import names_in, own_fields
from tests.factories.mapped_class import make_activity, make_mark, make_response


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", ["csv", "csv-comma"])
@pytest.mark.parametrize("language", languages(PLANNERS))
def test_what_was_downloaded_is_read_in_every_language(
    app: flask.Flask, tmp_path: Path, name: str, language: str
) -> None:
    with writing(db) as session:
        activity = make_activity(session)
        make_response(session, activity, marks=[make_mark("POINT (5.22 60.37)")])
        identity = activity.id
    path = tmp_path / "steder.csv"
    with reading(db) as session:
        found = session.get_one(Activity, identity)
        chosen = Selection(identity)
        write_file(session, Request(found, FORMATS[name], chosen, language=language, headings=True), path)
        rows = list(read_rows(path))
        assert [row.geometry.coords[0] if row.geometry else row.problem for row in rows] == [(5.22, 60.37)]
        assert own_fields(names_in(rows), []).are_ours


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        (["N", "Lengdegrad", "Breiddegrad"], ("Lengdegrad", "Breiddegrad")),
        (["lon", "Aust", "Nord"], ("Aust", "Nord")),
        (["x", "Nord", "Øst"], ("Øst", "Nord")),
        (["lon", "y"], ("lon", "y")),
        (["Aust", "Nord", "Breiddegrad", "Lengdegrad"], ("Lengdegrad", "Breiddegrad")),
    ],
)
def test_a_longitude_is_not_read_with_a_northing(names: list[str], meant: tuple[str, str]) -> None:
    places = places_in(names, [])
    assert places and places.columns == meant
