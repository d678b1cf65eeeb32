"""A list of recipients: what is taken in, and what is refused with its row."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import flask
import openpyxl
import pytest
from werkzeug.datastructures import FileStorage

from participation import create_app
from participation.errors import Refused
from participation.invitations.recipient_list import read_list
from participation.invitations.recipients import RecipientList
from participation.invitations.table_file import rows_of_file, rows_of_text
from tests.conftest import SETTINGS


@pytest.fixture(autouse=True)
def in_english(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    app = create_app({**SETTINGS, "DATA_DIR": tmp_path_factory.mktemp("data")})
    with app.app_context():
        flask.g.language = "en"
        yield


def listed(heading: str, *groups: tuple[int, str]) -> str:
    """A list with so many rows of each group's cells."""
    lines, number = [heading], 1000
    for count, cells in groups:
        for _row in range(count):
            number += 1
            lines.append(";".join(filter(None, (str(number), cells))))
    return "\n".join(lines)


def read(text: str, invited: set[str] | None = None, sizes: dict | None = None) -> RecipientList:
    return read_list(rows_of_text(text), invited or set(), sizes or {})


def messages(found: RecipientList) -> list[tuple[object, str]]:
    return [(problem["row"], str(problem["message"])) for problem in found.problems]


def test_a_list_with_background_is_taken_in() -> None:
    found = read(listed("Id;Sone;Alder", (20, "Vadmyra;18–29"), (25, "Olsvik;30–49")))
    assert not found.problems and len(found.recipients) == 45
    assert found.recipients[0].background == {"Sone": "Vadmyra", "Alder": "18–29"}
    assert found.combinations() == {"Olsvik, 30–49": 25, "Vadmyra, 18–29": 20}


def test_a_list_of_ids_alone_may_be_short() -> None:
    assert [one.recipient for one in read("Id\n7\n8").recipients] == ["7", "8"]


def test_fewer_than_twenty_with_a_background_are_refused_with_their_rows() -> None:
    found = read(listed("Id;Sone", (20, "Vadmyra"), (19, "Olsvik")))
    assert {row for row, _message in messages(found)} == set(range(22, 41))
    assert "Only 19 are invited with “Olsvik”" in messages(found)[0][1]


def test_those_invited_before_count_along() -> None:
    text = listed("Id;Sone", (1, "Vadmyra"))
    assert not read(text, sizes={(("Sone", "Vadmyra"),): 19}).problems
    assert read(text, sizes={(("Sone", "Vadmyra"),): 18}).problems
    assert "other background columns" in messages(read(text, sizes={(("Bydel", "Vadmyra"),): 20}))[0][1]


@pytest.mark.parametrize(
    ("text", "row", "said"),
    [
        ("", 1, "There are no rows"),
        ("Id", 1, "Only headings"),
        ("Id\n7\n8\n7", 4, "stands in row 2 too"),
        ("Id\nA7\n8\na7", 4, "stands in row 2 too"),
        ("Id\n7\n9", 3, "has a code already"),
        ("Id;a;b;c;d\n7;1;2;3;4", 1, "At most three"),
        ("Id;Navn\n7;Kari", 1, "tells who somebody is"),
        ("Id;Adresse\n7;x", 1, "tells who somebody is"),
        ("Id;Fødselsnummer\n7;x", 1, "tells who somebody is"),
        ("Id;E-post\n7;x", 1, "tells who somebody is"),
        ("Id;Mobil\n7;x", 1, "tells who somebody is"),
        ("Id\nKari Nordmann", 2, "cannot be an id"),
        ("Id\nkari@example.no", 2, "first column tells who"),
        ("Id\n01010750160", 2, "first column tells who"),
        ("Id;Sone\n7;Vadmyrveien 12", 2, "“Sone” tells who somebody is"),
        ("Id;Sone\n7;", 2, "“Sone” is blank"),
        ("Id;Sone;Sone\n7;a;b", 1, "same heading"),
        ("Id;;Sone\n7;a;b", 1, "no heading"),
        ("Id;Sone\n7;a;b", 2, "more cells than"),
        ("Id\n../../etc/passwd", 2, "cannot be an id"),
        ("Id\n=1+1", 2, "cannot be an id"),
        (f"Id;Sone\n7;{'x' * 61}", 2, "longer than 60"),
    ],
)
def test_what_is_refused_says_where_and_why(text: str, row: int, said: str) -> None:
    found = messages(read(text, {"9"}))
    assert any(where == row and said in message for where, message in found), found


def test_a_column_of_names_is_known_by_what_it_holds() -> None:
    named = read(listed("Id;Hvem", (20, "Kari"), (20, "Ola")))
    assert "looks as if it holds names" in messages(named)[0][1]
    zones = read(listed("Id;Sone", (20, "Hans Tanks gate-området"), (20, "Vadmyra"), (20, "Olsvik")))
    assert not zones.problems


def test_zones_may_be_called_by_their_names() -> None:
    assert not read(listed("Id;Sonenavn", (20, "Vadmyra"))).problems


def uploaded(name: str, content: bytes) -> FileStorage:
    return FileStorage(io.BytesIO(content), name)


def test_a_workbook_and_a_norwegian_csv_read_alike() -> None:
    book = openpyxl.Workbook()
    for row in (["Id", "Alder"], [1001.0, "18–29"], [None, None], ["a-2", "Åsane"]):
        book.active.append(row)
    packed = io.BytesIO()
    book.save(packed)
    told = [(1, ["Id", "Alder"]), (2, ["1001", "18–29"]), (4, ["a-2", "Åsane"])]
    assert rows_of_file(uploaded("Liste.XLSX", packed.getvalue())) == told
    text = "Id;Alder\r\n1001;18–29\r\n;\r\na-2;Åsane\r\n"
    assert rows_of_file(uploaded("liste.csv", text.encode("utf-8-sig"))) == told
    assert rows_of_file(uploaded("liste.csv", "Id;Sone\n7;Åsane".encode("cp1252")))[1] == (2, ["7", "Åsane"])


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (101 * 1024 * 1024))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("liste.pdf", b"%PDF"),
        ("liste.xlsx", b"no workbook"),
        ("liste.xlsx", b"PK\x05\x06" + b"\0" * 18),
        ("liste.csv", b"1\n" * (3 * 1024 * 1024)),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_words(name: str, content: bytes) -> None:
    with pytest.raises(Refused):
        rows_of_file(uploaded(name, content))


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(Refused, match="too large unpacked"):
        rows_of_file(uploaded("liste.xlsx", bomb()))
