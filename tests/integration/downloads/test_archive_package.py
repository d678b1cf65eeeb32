"""The archive and research package tells of nobody."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from zipfile import ZipFile

import flask
import numpy as np
import orjson
import pyogrio
import pytest
import shapely
from pypdf import PdfReader
from pyproj import Transformer
from sqlalchemy import select

from participation.activities.models import Activity
from participation.class_sessions.models import ClassSession
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.projects.models import School
from participation.responses.models import Mark, Response
from tests.factories.mapped_class import make_activity, make_class, make_mark, make_response, make_zone
from tests.integration.downloads.test_files import written

SCHOOLS = {"Tjernlia barneskule": (5.21, 60.37), "Ravnkroken oppvekstsenter": (5.31, 60.37)}
SECRET_TEXTS = ["ulest kommentar om trollet", "bor i Granittveien 47", "skjult tekst", "ulest svar"]


@pytest.fixture
def activity(app: flask.Flask) -> Activity:
    """Two schools with seven and six pupils, and a lone one of year 9; texts that are read, unread, pointed out and hidden."""
    with writing(db) as session:
        made = make_activity(session, contact="Kari Planlegger, plan@example.no")
        document = orjson.loads(made.versions[0].document)
        made.versions[0].document = orjson.dumps(document | {"languages": ["nb", "en"]}).decode()
        for number, (name, (longitude, latitude)) in enumerate(SCHOOLS.items()):
            west = longitude - 0.01
            make_zone(session, made.project, f"1201{number}", f"Sone {number}", (west, 60.3, west + 0.1, 60.45))
            school = School(project_id=made.project_id, name=name, longitude=longitude, latitude=latitude)
            session.add(school)
            session.flush()
            class_session = make_class(session, made, name, 6)
            class_session.school_id, class_session.pupils_expected = school.id, 10
            for pupil in range(7 - number):
                respond(session, made, class_session, longitude, pupil)
        alone = make_class(session, made, "Tjernlia barneskule", 9)
        respond(session, made, alone, 5.21, 8)
        hidden = make_mark("POINT (5.21113 60.37255)", comment="skjult tekst")
        hidden.hidden_at = hidden.reviewed_at = now()
        make_response(session, made, alone, [hidden], {"like_area": 1})
        identity = made.id
    return db.session.get(Activity, identity)


def respond(session, activity, class_session, longitude, pupil):
    """A road of their own, a place that all mark, and one that nobody else does."""
    home = 0.00131 * pupil
    road = f"LINESTRING ({longitude + home + 0.00017:.5f} 60.36{pupil}17, {longitude + 0.01113:.5f} 60.37113)"
    shared = make_mark(f"POINT ({longitude + 0.00201 + pupil / 1e5:.5f} 60.37207)", comment=comment(pupil))
    own = make_mark(
        f"POINT ({longitude + 0.006 * pupil + 0.00401:.5f} 60.41{pupil}31)", "places", "unsafe", why=["dark"]
    )
    shared.reviewed_at = None if pupil == 1 else now()
    answers = {"like_area": 4 if pupil else 2}
    marks = [make_mark(road, "road", "school_road", mode="walk"), shared, own]
    make_response(session, activity, class_session, marks, answers, language="pl" if pupil == 6 else "nb")


def comment(pupil):
    return {0: "Fin plass til å leke 🎉", 1: SECRET_TEXTS[0], 2: SECRET_TEXTS[1]}.get(pupil)


@pytest.fixture
def files(activity: Activity, tmp_path: Path) -> dict[str, bytes]:
    """Content by path in the bag."""
    with ZipFile(written(activity, tmp_path, "archive")) as packed:
        return {name.partition("/")[2]: packed.read(name) for name in packed.namelist()}


def rows(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"data/{name}.csv"].decode(), newline="")))


def test_the_package(files: dict[str, bytes], tmp_path: Path) -> None:
    """One look at one package: making it takes seconds."""
    it_is_a_whole_bag(files)
    nothing_tells_who(files, tmp_path)
    every_row_stands_for_five(files)
    places_are_hexagons(files)
    values_are_blank_where_few_gave_them(files)
    the_questionnaires_are_papers(files)
    it_tells_of_itself(files)
    the_codebook_knows_every_column(files)


def it_is_a_whole_bag(files: dict[str, bytes]) -> None:
    for manifest, holds in (("manifest-sha256.txt", "data/"), ("tagmanifest-sha256.txt", "")):
        told = dict(reversed(line.split("  ")) for line in files[manifest].decode().splitlines())
        assert all(hashlib.sha256(files[place]).hexdigest() == checksum for place, checksum in told.items())
        assert all(place.startswith(holds) for place in told)
    payload = {place: content for place, content in files.items() if place.startswith("data/")}
    assert f"Payload-Oxum: {sum(map(len, payload.values()))}.{len(payload)}" in files["bag-info.txt"].decode()
    assert "Contact-Name: Kari Planlegger, plan@example.no" in files["bag-info.txt"].decode()


def nothing_tells_who(files: dict[str, bytes], folder: Path) -> None:
    """No byte of a file, and no word of a paper, is one of theirs."""
    papers = {place for place in files if place.endswith(".pdf")}
    words = {
        place: "".join(page.extract_text() for page in PdfReader(io.BytesIO(files[place])).pages) for place in papers
    }
    everything = files | {f"{place} read": text.encode() for place, text in words.items()}
    for secret in theirs():
        assert not [place for place, content in everything.items() if secret.encode() in content], secret
    for place in files.keys() - papers - {"data/LES_MEG.md", "data/LES_MEG.txt", "data/README.md", "data/README.txt"}:
        assert b"2026-W10" not in files[place]
    no_coordinate_is_theirs(files, folder)


def theirs() -> list[str]:
    """What only those who answered, or know them, would know."""
    classes, marks = db.session.scalars(select(ClassSession)).all(), db.session.scalars(select(Mark)).all()
    found = [*SCHOOLS, *SECRET_TEXTS, *db.session.scalars(select(Response.uuid)), *(one.code for one in classes)]
    found += [word for one in classes for word in (f'"{one.class_name}"', f",{one.class_name},", f">{one.class_name}<")]
    for mark in marks:
        found += map(str, shapely.get_coordinates(shapely.from_geojson(mark.geometry)).ravel().tolist())
    assert min(map(len, found)) > 3
    return found


def no_coordinate_is_theirs(files: dict[str, bytes], folder: Path) -> None:
    """The GeoPackage holds its coordinates as binary numbers."""
    (folder / "data.gpkg").write_bytes(files["data/data.gpkg"])
    meta, _fids, shapes, _fields = pyogrio.raw.read(folder / "data.gpkg", layer="steder_punkt")
    to_degrees = Transformer.from_crs(meta["crs"], 4326, always_xy=True)
    east, north = shapely.get_coordinates(shapely.from_wkb(shapes)).T
    told = np.column_stack(to_degrees.transform(east, north))
    raw = shapely.get_coordinates(shapely.from_geojson(list(db.session.scalars(select(Mark.geometry)))))
    assert np.abs(told[:, None] - raw[None]).max(axis=2).min() > 0.0001
    assert {layer for layer, _kind in pyogrio.list_layers(folder / "data.gpkg")} == {
        "svar",
        "steder_punkt",
        "steder_uten_sted",
        "veier_flate",
        "kodebok",
        "layer_styles",
    }


def every_row_stands_for_five(files: dict[str, bytes]) -> None:
    answers = rows(files, "svar")
    groups = Counter((row["zone_code"], row["school_year"], row["language"], row["channel"]) for row in answers)
    assert len(answers) == 15
    assert min(groups.values()) >= 5
    assert {row["language"] for row in answers} == {"", "nb"}
    assert {row["school_year"] for row in answers} == {"", "6"}


def places_are_hexagons(files: dict[str, bytes]) -> None:
    marks = rows(files, "steder")
    assert len(marks) == 3 * 14
    by_hexagon: dict[str, list[dict[str, str]]] = defaultdict(list)
    for mark in marks:
        by_hexagon[mark["hexagon"]].append(mark)
        assert bool(mark["hexagon"]) == bool(mark["lon"])
    assert all(len(found) >= 5 for found in by_hexagon.values())
    assert len(by_hexagon) == 3
    assert not {mark["hexagon"] for mark in marks if mark["question"] == "road"} - {""}
    assert {int(road["respondents"]) >= 5 for road in rows(files, "veier")} <= {True}
    assert not {"response", "school", "length_m"} & marks[0].keys()


def values_are_blank_where_few_gave_them(files: dict[str, bytes]) -> None:
    assert Counter(row["like_area"] for row in rows(files, "svar")) == {"4": 12, "": 3}
    assert {row["comment"] for row in rows(files, "steder")} == {"", "Fin plass til å leke 🎉"}


def the_questionnaires_are_papers(files: dict[str, bytes]) -> None:
    papers = {place for place in files if place.endswith(".pdf")}
    assert papers == {"data/questionnaires/v1-nb.pdf", "data/questionnaires/v1-en.pdf"}
    text = "\n".join(
        page.extract_text() for page in PdfReader(io.BytesIO(files["data/questionnaires/v1-nb.pdf"])).pages
    )
    assert "Skoleveien min" in text
    assert "school_road" in text


def it_tells_of_itself(files: dict[str, bytes]) -> None:
    norwegian, english = files["data/LES_MEG.md"].decode(), files["data/README.txt"].decode("utf-8-sig")
    assert "eller som svarte der det er flere): 68 % (15 av 22)" in norwegian
    assert re.search(r"Texts left out because nobody has read them in moderation: 2", english)
    assert re.search(r"Texts left out because something is pointed out in them: 2", english)
    assert "not closed when this was made" in " ".join(english.split())
    assert "at least 5 different respondents" in " ".join(english.split())
    assert not [secret for secret in (*SCHOOLS, *SECRET_TEXTS) if secret in norwegian + english]


def the_codebook_knows_every_column(files: dict[str, bytes]) -> None:
    codebook = json.loads(files["data/kodebok.json"])
    columns = {table["name"]: [column["name"] for column in table["columns"]] for table in codebook["tables"]}
    for name in ("svar", "steder", "veier"):
        assert columns[name] == list(rows(files, name)[0])
    told = rows(files, "kodebok")
    assert {row["code"] for row in told if row["variable"] == "why"} >= {"dark", "traffic"}
    variables = {row["variable"] for row in told}
    in_words = {name for names in columns.values() for name in names if name.endswith("_label")}
    assert {name for table in ("svar", "steder", "veier") for name in columns[table]} - in_words <= variables
    assert [(row["question_nb"], row["question_en"]) for row in told if row["variable"] == "hexagon"] == [
        ("Sekskant", "Hexagon")
    ]
