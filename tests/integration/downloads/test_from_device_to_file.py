"""What a device sends is what stands in the files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from participation.activities.models import Activity
from participation.database import writing
from participation.extensions import db
from participation.responses.models import Mark
from tests.factories.classes import body, make_class, new_uuid, point, road
from tests.integration.downloads.test_files import rows, sheet, written

COMMENTS = [
    "=HYPERLINK(\"https://example.invalid\";\"Klikk\")",
    "-2+3+cmd|' /C calc'!A1",
    "<script>alert(1)</script>",
    "🛝 Ærøy på norsk",
    "هنا المكان",
    "to\nlinjer; \"sitat\"",
]  # fmt: skip


@pytest.fixture
def activity(client: FlaskClient) -> Activity:
    class_session = make_class()
    marks = [road(mode="walk"), *(point(5.2 + n / 1000, 60.36, comment=text) for n, text in enumerate(COMMENTS))]
    answer = client.put(f"/api/responses/{new_uuid()}", json=body(class_session, *marks, complete=True))
    assert answer.status_code == 201
    return db.session.get(Activity, class_session.activity_id)


def test_every_mark_comes_out_as_it_was_sent(activity: Activity, tmp_path: Path) -> None:
    features = json.loads(written(activity, tmp_path, "geojson").read_bytes())["features"]
    assert [f["properties"]["comment"] for f in features] == [None, *COMMENTS]
    assert features[0]["geometry"]["coordinates"] == road()["geometry"]["coordinates"]
    assert [f["geometry"]["coordinates"][0] for f in features[1:]] == [5.2, 5.201, 5.202, 5.203, 5.204, 5.205]


def test_texts_are_whole_in_excel_and_harmless_in_csv(activity: Activity, tmp_path: Path) -> None:
    headings, *lines = sheet(written(activity, tmp_path, "xlsx"), "Steder")
    assert [line[headings.index("comment")] for line in lines] == ["", *COMMENTS]
    comments = [row["comment"] for row in rows(written(activity, tmp_path, "csv-comma"))]
    assert comments == ["", "'" + COMMENTS[0], "'" + COMMENTS[1], *COMMENTS[2:]]


def test_a_mark_keeps_its_number_when_others_are_hidden(activity: Activity, tmp_path: Path) -> None:
    before = {row["comment"]: row["id"] for row in rows(written(activity, tmp_path))}
    with writing(db) as session:
        hidden = session.query(Mark).order_by(Mark.id).offset(2).first()
        hidden.hidden_at = hidden.response.received_at
    after = {row["comment"]: row["id"] for row in rows(written(activity, tmp_path))}
    assert len(after) == len(before) - 1
    assert all(before[comment] == number for comment, number in after.items())
