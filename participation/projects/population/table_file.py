"""A table of figures as offices of statistics give them out: CSV, an Excel workbook or JSON-stat."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from flask_babel import gettext as _

from participation.decoding import decoded
from participation.errors import Refused
from participation.projects.files.kinds import check_kind
from participation.projects.population.json_stat import rows_of_json_stat
from participation.table_cells import Rows, rows_of_csv, rows_of_workbook

KINDS = (".csv", ".xlsx", ".json")
MOST_ROWS, MOST_CELLS = 200_000, 60
LOOKED_AT = 200


def rows_of_table(path: Path) -> Rows:
    """Every row that holds something, headings and titles too; refused when the file cannot be read."""
    check_kind(path.suffix.lower(), KINDS)
    if not path.is_file():
        raise Refused(_("There is no file %(name)s.", name=path.name))
    rows = _rows(path)
    if len(rows) > MOST_ROWS:
        raise Refused(_("The table has more than %(most)s rows. Take only your own municipality.", most=MOST_ROWS))
    if not any(len(cells) > 1 for _number, cells in rows):
        raise Refused(_("The table has one column only. It needs one with the code of the zone, and one with numbers."))
    return [(number, cells[:MOST_CELLS]) for number, cells in rows]


def _rows(path: Path) -> Rows:
    raw = path.read_bytes()
    if path.suffix.lower() == ".xlsx":
        return rows_of_workbook(raw, MOST_ROWS, MOST_CELLS)
    if path.suffix.lower() == ".json":
        return rows_of_json_stat(raw)
    text = decoded(raw)
    return rows_of_csv(text, _delimiter(text))


def _delimiter(text: str) -> str:
    """That with which most rows get equally many cells: a title above the table may hold any of them."""
    beginning = "\n".join(text.splitlines()[:LOOKED_AT])
    return max("\t;,", key=lambda mark: _alike(rows_of_csv(beginning, mark)))


def _alike(rows: Rows) -> int:
    widths = Counter(len(cells) for _number, cells in rows if len(cells) > 1)
    return max(widths.values(), default=0)
