"""Features: pages that stay as they are while data come in, filters, names of answers, and what is never given out."""

from __future__ import annotations

import gzip
import json
from itertools import chain
from pathlib import Path
from typing import Any

import flask
import pytest

from participation.activities.models import CLOSED, Activity
from participation.api import items
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project
from participation.responses.models import Mark, Response
from tests.factories.mapped_class import make_mark, make_response
from tests.integration.api.conftest import HERE, Layers
from tests.integration.downloads.test_files import written


def pages(layers: Layers, address: str, limit: int, **query: Any) -> list[list[Any]]:
    """The ids of each page, by the links from one to the next."""
    found, answer = [], layers.get(f"{address}/items", layers.full, limit=limit, **query)
    while True:
        found.append([feature["id"] for feature in answer.json["features"]])
        following = [link["href"] for link in answer.json["links"] if link["rel"] == "next"]
        if not following:
            return found
        answer = layers.get(following[0], layers.full)


def test_every_feature_comes_once_over_the_pages(layers: Layers) -> None:
    for address in (layers.marks, layers.published, layers.zones):
        whole = pages(layers, address, 10_000)[0]
        for limit in (1, 3):
            assert list(chain(*pages(layers, address, limit))) == whole
        assert len(whole) == len(set(whole)) > 1
        assert pages(layers, address, len(whole)) == [whole]


def test_pages_stay_as_they_are_while_marks_come_and_go(layers: Layers) -> None:
    before = pages(layers, layers.marks, 3)
    first = layers.get(f"{layers.marks}/items", layers.full, limit=3).json
    with writing(db) as session:
        make_response(session, session.get_one(Activity, layers.activity.id), marks=[make_mark(HERE)])
        session.get_one(Mark, before[0][0]).hidden_at = now()
    (following,) = (link["href"] for link in first["links"] if link["rel"] == "next")
    assert [feature["id"] for feature in layers.get(following, layers.full).json["features"]] == before[1]
    assert len(list(chain(*pages(layers, layers.marks, 3)))) == 11


def test_a_page_for_people_has_no_more_than_they_can_read(layers: Layers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(items, "MOST_SHOWN", 4)
    page = layers.get(f"{layers.marks}/items", layers.full, f="html", limit=10_000).text
    assert page.count('<th scope="row">') == 4 and "4 av 11 steder" in page and "after=4" in page


def test_pages_keep_what_was_asked_for(layers: Layers) -> None:
    asked = {"category": "school_road", "bbox": "5,60,6,61", "datetime": "2026-03-02"}
    assert [len(page) for page in pages(layers, layers.marks, 2, **asked)] == [2, 2, 1]


def test_a_layer_holds_what_a_file_holds(layers: Layers, tmp_path: Path) -> None:
    with writing(db) as session:
        session.get_one(Activity, layers.activity.id).status = CLOSED
    activity = db.session.get_one(Activity, layers.activity.id)
    for address, published in ((layers.marks, False), (layers.published, True)):
        file = json.loads(written(activity, tmp_path, "geojson", published=published).read_bytes())
        layer = layers.get(f"{address}/items", layers.full, lang="nb").json
        assert {one["id"]: one for one in layer["features"]} == {one["id"]: one for one in file["features"]}
        assert len(layer["features"]) == len(file["features"]) > 1


CHOSEN: tuple[tuple[dict[str, Any], int | None], ...] = (
    ({"category": "good"}, 5),
    ({"category": ["good", "unsafe"]}, 6),
    ({"question": "road"}, 5),
    ({"question": "road", "category": "good"}, 0),
    ({"category_label": "Her er det utrygt"}, None),
    ({"sentiment": "negative"}, 1),
    ({"channel": "interview"}, 1),
    ({"school": "Loddefjord skole"}, 10),
    ({"school_year": "6"}, 10),
    ({"school_year": "6. trinn"}, 0),
    ({"school_year": "9" * 30}, 0),
    ({"week": "2026-W10"}, 11),
    ({"week": "2026-W99"}, 0),
    ({"zone_code": "1201"}, 10),
    ({"zone_name": "Olsvik"}, None),
    ({"comment": "Æ 🌲"}, 1),
    ({"comment": ""}, 5),
    ({"mode": "walk"}, 5),
    ({"id": "1"}, 1),
    ({"response": "1"}, 2),
    ({"status": "received"}, 11),
    ({"status": "test"}, 0),
    ({"status": "hidden"}, 0),
    ({"category": "a\0b"}, 0),
    ({"category": "' OR 1=1 --"}, 0),
)


def test_features_are_chosen_by_their_properties(layers: Layers) -> None:
    for query, count in CHOSEN:
        answer = layers.get(f"{layers.marks}/items", layers.full, **query).json
        (name, wanted), *_more = query.items()
        given = [feature["properties"][name] for feature in answer["features"]]
        if count is not None:
            assert len(given) == count == answer["numberMatched"], query
        assert {str("" if one is None else one) for one in given} <= set(
            [wanted] if isinstance(wanted, str) else wanted
        ), query


def test_a_layer_of_one_kind_holds_the_marks_of_that_kind_alone(layers: Layers) -> None:
    points, lines = (layers.get(f"{at}/items", layers.full).json for at in layers.of_one_kind)
    every = {one["id"]: one for one in layers.get(f"{layers.marks}/items", layers.full).json["features"]}
    for found, kind in ((points, "Point"), (lines, "LineString")):
        assert found["numberMatched"] == len(found["features"]) > 1
        assert {one["id"]: one for one in found["features"]} == {
            number: one for number, one in every.items() if one["geometry"]["type"] == kind
        }
    for at, of_other, asked in zip(layers.of_one_kind, (lines, points), ("road", "places"), strict=True):
        assert list(chain(*pages(layers, at, 2))) == layers.ids(at, layers.full)
        assert layers.ids(at, layers.full, question=asked) == []
        assert layers.get(f"{at}/items/{of_other['features'][0]['id']}", layers.full).status_code == 404
    assert layers.get(layers.of_one_kind[1], layers.full).json["extent"]["spatial"]["bbox"] == [
        [5.22, 60.37, 5.26, 60.37]
    ]


def test_what_is_told_of_a_layer_is_looked_up_again_after_a_change(layers: Layers) -> None:
    def boxes() -> list[list[float]]:
        told = layers.get("/ogc/collections", layers.full).json["collections"]
        by_address = {f"/ogc/collections/{one['id']}": one["extent"]["spatial"]["bbox"][0] for one in told}
        return [by_address[at] for at in (layers.marks, *layers.of_one_kind)]

    assert boxes() == boxes() == [[5.22, 60.37, 5.3, 60.4], [5.225, 60.375, 5.3, 60.4], [5.22, 60.37, 5.26, 60.37]]
    with writing(db) as session:
        activity = session.get_one(Activity, layers.activity.id)
        make_response(session, activity, marks=[make_mark("LINESTRING (5.1 60.37, 5.2 60.37)", "road", "school_road")])
    assert boxes() == [[5.1, 60.37, 5.3, 60.4], [5.225, 60.375, 5.3, 60.4], [5.1, 60.37, 5.26, 60.37]]


def test_nobody_is_offered_a_kind_that_no_question_asks_for(layers: Layers) -> None:
    areas = layers.marks.replace("/marks-", "/areas-")
    assert [layers.get(areas, headers).status_code for headers in (layers.full, layers.open)] == [404, 403]


def test_an_unknown_property_is_told_of(layers: Layers) -> None:
    for name in ("uuid", "pupil", "answers", "also", "Category", "offset", "kategori"):
        answer = layers.get(f"{layers.marks}/items", layers.full, **{name: "test"})
        assert answer.status_code == 400 and name in answer.json["description"]


def test_nothing_of_tests_drafts_hidden_and_withdrawn_is_given(layers: Layers) -> None:
    marks = layers.get(f"{layers.marks}/items", layers.full, limit=100).json["features"]
    assert {feature["properties"]["status"] for feature in marks} == {"received"}
    left_out = {mark.id for mark in db.session.query(Mark)} - {feature["id"] for feature in marks}
    assert len(left_out) == 3
    for identity in left_out:
        assert layers.get(f"{layers.marks}/items/{identity}", layers.full).status_code == 404
    uuids = [response.uuid for response in db.session.query(Response)]
    assert not any(uuid in layers.get(f"{layers.marks}/items", layers.full).text for uuid in uuids)


def test_what_is_published_is_hexagons_of_five_without_texts(layers: Layers) -> None:
    for query in ({}, {"category": "unsafe"}, {"bbox": "5.29,60.39,5.31,60.41"}, {"respondents": "1"}):
        answer = layers.get(f"{layers.published}/items", **query)
        assert all(feature["properties"]["respondents"] >= 5 for feature in answer.json["features"])
        assert "hemmelig" not in answer.text and "Æ" not in answer.text
    features = layers.get(f"{layers.published}/items").json["features"]
    assert features and {feature["geometry"]["type"] for feature in features} == {"Polygon"}
    given = [tuple(corner) for feature in features for corner in feature["geometry"]["coordinates"][0]]
    given += [(feature["properties"]["lon"], feature["properties"]["lat"]) for feature in features]
    assert (5.225, 60.375) not in given
    with writing(db) as session:
        told = session.query(Response).filter_by(channel="class", complete=True, is_test=False, hidden_at=None)
        told.order_by(Response.id).first().hidden_at = now()
    assert layers.get(f"{layers.published}/items").json["features"] == []


def test_a_project_may_ask_for_more_than_five(layers: Layers) -> None:
    with writing(db) as session:
        session.get_one(Project, layers.activity.project_id).fewest_public = 6
    assert layers.ids(layers.published) == []


def test_an_answer_that_has_not_changed_is_not_sent_again(layers: Layers) -> None:
    for address in ("/ogc/", layers.zones, f"{layers.zones}/items", f"{layers.marks}/items", f"{layers.marks}/items/1"):
        first = layers.get(address, layers.full)
        again = layers.get(address, layers.full | {"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b""), address
        assert again.headers["ETag"] == first.headers["ETag"]
    with writing(db) as session:
        session.get_one(Mark, 1).hidden_at = now()
    changed = layers.get(f"{layers.marks}/items", layers.full | {"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200


def test_answers_are_compressed_for_those_who_can_read_that(layers: Layers) -> None:
    answer = layers.get(f"{layers.marks}/items", layers.full | {"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(answer.data))["numberMatched"] == 11
    again = layers.get(
        f"{layers.marks}/items", layers.full | {"Accept-Encoding": "gzip", "If-None-Match": answer.headers["ETag"]}
    )
    assert again.status_code == 304
    assert layers.get("/ogc/api", {"Accept-Encoding": "gzip"}).headers["Content-Encoding"] == "gzip"


def test_other_sites_may_read_what_is_open_to_all_and_nothing_else(layers: Layers) -> None:
    for address in ("/ogc/", "/ogc/collections", f"{layers.published}/items"):
        assert layers.get(address).headers["Access-Control-Allow-Origin"] == "*"
    for address in (layers.marks, f"{layers.marks}/items", f"{layers.published}/items"):
        assert "Access-Control-Allow-Origin" not in layers.get(address, layers.full).headers
    assert "Access-Control-Allow-Origin" not in layers.get(layers.marks).headers
    assert (
        "Access-Control-Allow-Origin" not in layers.client.options(layers.published).headers
    )  # so no page sends a token


def test_other_sites_are_told_what_is_wrong_and_in_which_system_places_come(layers: Layers) -> None:
    for address in (f"{layers.published}/items?limit=0", f"{layers.published}/items/x", "/ogc/collections/marks-99"):
        answer = layers.get(address)
        assert answer.status_code in (400, 404)
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Origin" not in layers.get(address, layers.full).headers
    readable = layers.get(f"{layers.published}/items").headers["Access-Control-Expose-Headers"].split(", ")
    assert {"Content-Crs", "ETag"} <= set(readable)


def test_answers_say_which_language_titles_and_labels_are_in(layers: Layers) -> None:
    for asked in ("nb", "nn", "en"):
        for address in ("/ogc/", "/ogc/api", layers.zones, f"{layers.zones}/items", f"{layers.zones}/items/1"):
            for form in ("json", "html"):
                assert layers.get(address, lang=asked, f=form).headers["Content-Language"] == asked


def test_addresses_are_of_the_base_url(layers: Layers, app: flask.Flask) -> None:
    app.config["BASE_URL"] = "https://kart.kommune.no"
    for address in ("/ogc/", "/ogc/api", "/ogc/collections", f"{layers.zones}/items", f"{layers.zones}/items/1"):
        assert "http://localhost" not in layers.get(address, limit=1 if address.endswith("items") else None).text


def test_a_name_with_nul_or_without_sense_is_not_found(layers: Layers) -> None:
    beyond = "2147483648"  # what PostgreSQL has no whole number for in an id
    for name in ("zones-a%00b", "marks-1%00", "marks--1", "marks-", "zones-", "-", "marks-1e3", f"marks-{beyond}"):
        assert layers.get(f"/ogc/collections/{name}/items").status_code == 404
    for one in ("%00", "1%00", "-1", beyond, "9" * 30, "1.0"):
        assert layers.get(f"{layers.marks}/items/{one}", layers.full).status_code == 404
        assert layers.get(f"{layers.zones}/items/{one}", layers.full).status_code == 404
