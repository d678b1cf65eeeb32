"""Pictures beside a workbook: taken in, shown, and written out again."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy import select

from participation.activities.models import Activity, Picture
from participation.activities.publishing import publish
from participation.database import writing
from participation.extensions import db
from surveys.picture import MOST_BYTES_OUT, safe_picture
from tests.factories.classes import make_project
from tests.integration.commands.conftest import Run
from tests.integration.responses.plain_form import PlainForm

FORM = """
| survey |
| | type | name | label | media::image |
| | note | told | Slik kan det bli | plan.png |
| | select_one way | way | Hva er finest? | |
| choices |
| | list_name | name | label | media::image |
| | way | park | Parken | park.jpg |
| | way | square | Torget | square.webp |
| settings |
| | form_title | default_language |
| | Bildene | Norsk (nb) |
"""


def picture(kind: str, colour: str, size: tuple[int, int] = (2000, 1500)) -> bytes:
    made = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "hemmelig"
    Image.new("RGB", size, colour).save(made, kind, exif=exif)
    return made.getvalue()


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    (tmp_path / "media").mkdir()
    (tmp_path / "plan.png").write_bytes(picture("PNG", "blue"))
    (tmp_path / "media/park.jpg").write_bytes(picture("PNG", "green"))
    (tmp_path / "media/square.webp").write_bytes(picture("WEBP", "red"))
    file = tmp_path / "skjema.md"
    file.write_text(FORM, encoding="utf-8")
    return file


def add(run: Run, *words: object, slug: str = "") -> Activity:
    told = run("activity", "add", "--project", slug or make_project().slug, "--kind", "resident_survey", "--title", "Bilder", "--open", "--json", *words)  # fmt: skip
    assert told.exit_code == 0, told.output
    made = db.session.get(Activity, int(json.loads(told.stdout)["id"]))
    assert made is not None
    return made


def colour(data: bytes) -> tuple[int, int, int]:
    with Image.open(BytesIO(data)) as shown:
        middle: tuple[int, int, int] = shown.convert("RGB").getpixel((shown.width // 2, shown.height // 2))  # type: ignore[assignment]
        assert max(shown.size) <= 1280
        assert not shown.getexif()
    return tuple(round(part / 128) * 128 for part in middle)  # type: ignore[return-value]


def test_pictures_are_shown_wherever_the_survey_is(run: Run, client: FlaskClient, workbook: Path) -> None:
    survey = add(run, "--xlsform", workbook)
    start, form = client.get(f"/a/{survey.id}").text, PlainForm(client, f"/a/{survey.id}/page/1")
    images = {image.get("src"): image.get("alt") for image in form.page.iter("img")}
    here = f"/a/{survey.id}/pictures/1/"
    assert images == {f"{here}plan.png": "Slik kan det bli", f"{here}park.jpg": "", f"{here}square.webp": ""}
    assert all(f'src="{address}"' in start and 'loading="lazy"' in start for address in images)
    for name, kind, seen in (("plan.png", "png", (0, 0, 256)), ("park.jpg", "jpeg", (0, 128, 0)), ("square.webp", "webp", (256, 0, 0))):  # fmt: skip
        answer = client.get(here + name)
        assert (answer.status_code, answer.mimetype) == (200, f"image/{kind}")
        assert "immutable" in answer.headers["Cache-Control"]
        assert b"hemmelig" not in answer.data
        assert colour(answer.data) == seen
    assert client.get(f"{here}other.png").status_code == 404
    assert client.get(f"/a/{survey.id}/pictures/2/plan.png").status_code == 404
    assert client.get(f"/a/{2**40}/pictures/1/plan.png").status_code == 404


def test_what_is_missing_damaged_or_too_large_is_told_with_its_row(
    run: Run, client: FlaskClient, workbook: Path
) -> None:
    (workbook.parent / "plan.png").unlink()
    (workbook.parent / "media/park.jpg").write_bytes(b"\xff\xd8 no picture")
    (workbook.parent / "media/square.webp").write_bytes(picture("PNG", "red", (5000, 5000)))
    checked = json.loads(run("xlsform", "check", workbook, "--json").stdout)
    told = {(notice["sheet"], notice["row"]): notice["message"] for notice in checked["notices"]}
    assert "“plan.png” is not beside" in told["survey", 2]
    assert "cannot be read as a photo" in told["choices", 2]
    assert "12 megapixels" in told["choices", 3]

    survey = add(run, "--xlsform", workbook)
    assert not list(PlainForm(client, f"/a/{survey.id}/page/1").page.iter("img"))
    refused = run("xlsform", "check", workbook, "--media", workbook)
    assert (refused.exit_code, "is no folder" in refused.stderr) == (1, True)


def test_a_workbook_and_its_pictures_come_back(run: Run, workbook: Path, tmp_path: Path) -> None:
    survey = add(run, "--xlsform", workbook)
    out = tmp_path / "out"
    (out / "media").mkdir(parents=True)
    assert run("xlsform", "export", survey.id, "-o", out / "again.xlsx", "--media", out / "media").exit_code == 0
    assert sorted(file.name for file in (out / "media").iterdir()) == ["park.jpg", "plan.png", "square.webp"]
    again = add(run, "--xlsform", out / "again.xlsx", slug=survey.project.slug)
    assert again.versions[0].document == survey.versions[0].document
    assert len(db.session.scalars(select(Picture.id)).all()) == 6


def test_the_next_version_shows_what_the_one_before_showed(run: Run, client: FlaskClient, workbook: Path) -> None:
    survey = add(run, "--xlsform", workbook)
    with writing(db) as session:
        activity = session.get_one(Activity, survey.id)
        document = json.loads(activity.versions[0].document)
        document["pages"][0]["title"] = {"nb": "Ny"}
        publish(session, activity, document, {"park.jpg": safe_picture(picture("JPEG", "blue"), "park.jpg")})
    assert colour(client.get(f"/a/{survey.id}/pictures/2/park.jpg").data) == (0, 0, 256)
    assert colour(client.get(f"/a/{survey.id}/pictures/1/park.jpg").data) == (0, 128, 0)
    assert client.get(f"/a/{survey.id}/pictures/2/plan.png").status_code == 200
    with writing(db) as session:
        session.delete(session.get_one(Activity, survey.id))
    assert db.session.scalars(select(Picture.id)).all() == []


def test_a_picture_is_made_light() -> None:
    noise = Image.effect_noise((3000, 2400), 100)
    made = BytesIO()
    noise.save(made, "PNG")
    for name in ("a.png", "a.jpg", "a.webp"):
        assert len(safe_picture(made.getvalue(), name)) <= MOST_BYTES_OUT
