"""What stands in the files."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from exports.formats import FORMATS
from participation.activities.models import Activity
from participation.database import reading, writing
from participation.downloads.request import Request
from participation.downloads.selection import Selection
from participation.downloads.services import write_file
from participation.errors import Refused
from participation.extensions import db
from participation.responses.models import Response
from participation.responses.services import erase
from tests.integration.downloads.conftest import Told

MARK_COLUMNS = [
    "id",
    "response",
    "activity",
    "activity_label",
    "school",
    "school_year",
    "class_session",
    "class_session_label",
    "session_date",
    "zone_code",
    "zone_name",
    "question",
    "question_label",
    "category",
    "category_label",
    "sentiment",
    "sentiment_label",
    "place_name",
    "comment",
    "mode",
    "mode_label",
    "season",
    "season_label",
    "week",
    "channel",
    "channel_label",
    "people",
    "status",
    "status_label",
    "length_m",
    "area_m2",
    "lon",
    "lat",
    "e",
    "n",
]


def written(activity: Activity, folder: Path, name: str = "csv-comma", **wanted) -> Path:
    path = folder / f"fil{FORMATS[name].suffix}"
    wanted = {"selection": Selection(activity.id), "language": "nb", "headings": False} | wanted
    with reading(db) as session:
        write_file(session, Request(activity, FORMATS[name], **wanted), path)
    return path


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def sheet(path: Path, name: str) -> list[list[object]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_name(name).to_python()


def test_marks_have_the_stable_columns_then_the_follow_up_answers(activity: Activity, tmp_path: Path) -> None:
    road, unsafe, good = rows(written(activity, tmp_path))
    assert list(road)[: len(MARK_COLUMNS)] == MARK_COLUMNS
    assert set(list(road)[len(MARK_COLUMNS) :]) == {
        "what", "what_label", "why", "why_label", "wish_for", "wish_for_label", "time_of_day", "time_of_day_label", "together"
    }  # fmt: skip
    assert (road["school"], road["school_year"], road["class_session_label"]) == ("Loddefjord skole", "6", "6A")
    assert (road["category"], road["mode"], road["season"], road["week"]) == (
        "school_road",
        "walk",
        "winter",
        "2026-W10",
    )
    assert (road["session_date"], road["zone_name"], road["channel"]) == ("2026-03-02", "Vadmyra", "class")
    assert float(road["length_m"]) == pytest.approx(1666, abs=5)
    assert (unsafe["sentiment"], unsafe["why"], unsafe["place_name"]) == ("negative", "dark traffic", "Svingen")
    assert (unsafe["lon"], unsafe["lat"], unsafe["length_m"]) == ("5.225", "60.375", "")
    assert (good["zone_code"], good["status"], good["people"], good["together"]) == ("", "received", "1", "1")


def test_labels_follow_the_category_and_the_language(activity: Activity, tmp_path: Path) -> None:
    bokmaal = rows(written(activity, tmp_path))
    nynorsk = rows(written(activity, tmp_path, language="nn"))
    assert [row["category_label"] for row in bokmaal] != [row["category_label"] for row in nynorsk]
    assert bokmaal[1]["why_label"].count("; ") == 1
    assert bokmaal[1]["sentiment_label"] == "Negativ"


def test_no_secret_stands_in_any_file(activity: Activity, told: Told, tmp_path: Path) -> None:
    for name in ("geojson", "csv"):
        text = written(activity, tmp_path, name).read_text("utf-8")
        assert not [secret for secret in told.secrets if secret in text]
    book = written(activity, tmp_path, "xlsx")
    cells = {
        str(cell)
        for name in ("Om", "Svar", "Steder", "Kodebok", "Sammendrag")
        for row in sheet(book, name)
        for cell in row
    }
    assert not cells & set(told.secrets)


def test_what_does_not_count_stays_out_and_is_counted(activity: Activity, tmp_path: Path) -> None:
    book = written(activity, tmp_path, "xlsx")
    facts = dict(sheet(book, "Om"))
    assert facts["Svar i filen"] == "2"
    assert facts["Steder i filen"] == "3"
    assert facts["Skjult av kommunen (utelatt)"] == "Svar: 1. Steder: 2."
    assert facts["Test (utelatt)"] == "Svar: 1. Steder: 1."
    assert facts["Ikke sendt og ikke samlet inn (utelatt)"] == "Svar: 1. Steder: 2."
    assert facts["Erstattet av et senere svar (utelatt)"] == "Svar: 1. Steder: 1."
    assert not [row for row in sheet(book, "Steder") if "skal ikke med" in row or "Kari bor her" in row]


def test_how_many_people_a_response_speaks_for_is_told(activity: Activity, tmp_path: Path) -> None:
    """Of a table at a workshop; where each is one of its own, their number is that of the responses."""
    assert "Personer bak svarene" not in dict(sheet(written(activity, tmp_path, "xlsx"), "Om"))
    with writing(db) as session:
        session.query(Response).filter_by(activity_id=activity.id).update({"people": 7})
        session.query(Response).filter_by(activity_id=activity.id, language="nn").update({"people": 1})
    assert dict(sheet(written(activity, tmp_path, "xlsx"), "Om"))["Personer bak svarene"] == "8"
    by_answer = Selection(activity.id, answers={"season": ("summer",)})
    about = dict(sheet(written(activity, tmp_path, "xlsx", selection=by_answer), "Om"))
    assert (about["Svar i filen"], "Personer bak svarene" in about) == ("1", False)


def test_what_was_withdrawn_is_counted(activity: Activity, tmp_path: Path) -> None:
    with writing(db) as session:
        response = session.query(Response).filter_by(activity_id=activity.id, language="nn").one()
        erase(session, response.uuid, response)
    book = written(activity, tmp_path, "xlsx")
    assert dict(sheet(book, "Om"))["Trukket og slettet"] == "Svar: 1."
    assert len(sheet(book, "Svar")) == 2


def test_what_is_asked_for_comes_with_its_status(activity: Activity, tmp_path: Path) -> None:
    everything = Selection(activity.id, also=frozenset({"hidden", "test", "draft", "replaced"}))
    statuses = [row["status"] for row in rows(written(activity, tmp_path, selection=everything))]
    assert sorted(statuses) == sorted(["received"] * 3 + ["hidden"] * 2 + ["test", "draft", "draft", "replaced"])


def test_the_workbook_has_the_five_sheets_with_norwegian_headings(activity: Activity, tmp_path: Path) -> None:
    book = written(activity, tmp_path, "xlsx", headings=True)
    assert CalamineWorkbook.from_path(book).sheet_names == ["Om", "Svar", "Steder", "Kodebok", "Sammendrag"]
    answers, places = sheet(book, "Svar"), sheet(book, "Steder")
    assert places[0][:5] == ["Nr.", "Svar nr.", "Aktivitet nr.", "Aktivitet", "Skole"]
    assert len(answers) == 3
    assert len(places) == 4
    assert places[1][places[0].index("Kommentar")] == "=1+1; glatt på Ærøy"


def test_the_codebook_speaks_every_language_of_the_questionnaire(activity: Activity, tmp_path: Path) -> None:
    headings, *lines = sheet(written(activity, tmp_path, "xlsx"), "Kodebok")
    found = {(row[0], row[headings.index("code")]): dict(zip(headings, row, strict=True)) for row in lines}
    assert {("why", "dark"), ("places", "unsafe"), ("mode", "walk"), ("like_area", "5")} <= set(found)
    wish = found["sentiment", "wish"]
    assert (wish["label_nb"], wish["label_nn"], wish["label_en"]) == ("Ønske", "Ønske", "Wish")
    assert found["status", "received"]["label_nn"] == "Motteke"


def test_the_summary_has_respondents_as_its_base(activity: Activity, tmp_path: Path) -> None:
    headings, *summary = sheet(written(activity, tmp_path, "xlsx"), "Sammendrag")
    found = [dict(zip(headings, row, strict=True)) for row in summary]
    like = next(row for row in found if row["variable"] == "like_area" and row["mean"] != "")
    assert (like["respondents"], like["mean"]) == (2, 4.5)
    dark = next(row for row in found if row["variable"] == "why" and row["code"] == "dark")
    assert (dark["category"], dark["respondents"], dark["marks"], dark["share"]) == ("unsafe", 1, 1, 1)


def test_geojson_has_numeric_ids_and_wgs84(activity: Activity, tmp_path: Path) -> None:
    collection = json.loads(written(activity, tmp_path, "geojson").read_bytes())
    assert [feature["geometry"]["type"] for feature in collection["features"]] == ["LineString", "Point", "Point"]
    assert all(feature["id"] == feature["properties"]["id"] for feature in collection["features"])
    assert collection["features"][1]["geometry"]["coordinates"] == [5.225, 60.375]
    assert "Svar i filen" in collection["about"]


def test_responses_have_one_row_each(activity: Activity, tmp_path: Path) -> None:
    first, second = rows(written(activity, tmp_path, table="responses"))
    assert (first["marks"], first["safe_on_road"], first["like_area"]) == ("2", "2", "4")
    assert first["like_area_label"]
    assert (second["language"], second["complete"], second["safe_on_road"]) == ("nn", "0", "")


@pytest.mark.parametrize(
    ("filters", "categories"),
    [
        ({"years": [3]}, ["good"]),
        ({"schools": ["Loddefjord skole"]}, ["school_road", "unsafe"]),
        ({"categories": ["unsafe", "good"]}, ["unsafe", "good"]),
        ({"questions": ["road"]}, ["school_road"]),
        ({"answers": {"why": ["dark"]}}, ["unsafe"]),
        ({"answers": {"season": ["winter", "summer"]}}, ["school_road", "good"]),
    ],
)
def test_a_selection_narrows_and_is_named(activity: Activity, tmp_path: Path, filters, categories) -> None:
    selection = Selection(activity.id, **filters)
    assert [row["category"] for row in rows(written(activity, tmp_path, selection=selection))] == categories
    facts = dict(sheet(written(activity, tmp_path, "xlsx", selection=selection), "Om"))
    assert facts["Utvalg"] != "Alt"
    assert facts["Steder i filen"] == str(len(categories))
    assert facts["Test (utelatt; i hele aktiviteten)"] == "Svar: 1. Steder: 1."
    assert facts["Trukket og slettet (i hele aktiviteten)"] == "Svar: 0."
    of_marks = bool({"categories", "questions", "answers"} & filters.keys())
    assert ("Svar og sammendrag" in facts) is of_marks


def test_another_crs(activity: Activity, tmp_path: Path) -> None:
    row = rows(written(activity, tmp_path, crs=25833))[1]
    assert float(row["e"]) < 0
    assert row["lon"] == "5.225"


@pytest.mark.parametrize(
    ("name", "wanted", "says"),
    [
        ("geojson", {"crs": 25832}, "4326"),
        ("csv", {"crs": 99999}, "99999"),
        ("csv", {"published": True, "table": "responses"}, "aldri"),
    ],
)
def test_what_cannot_be_written_is_refused(activity: Activity, tmp_path: Path, name, wanted, says) -> None:
    with pytest.raises(Refused, match=says):
        written(activity, tmp_path, name, **wanted)
    assert list(tmp_path.glob("fil*")) == []


def test_a_folder_that_is_not_there_is_refused(activity: Activity, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="kan ikke skrives"):
        written(activity, tmp_path / "borte")
