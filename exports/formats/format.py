"""What every format is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from exports.package import Package
from exports.table import FeatureTable
from exports.words import Translate
from exports.workbook import Workbook

WriteTable = Callable[[FeatureTable, Path, str | None, Translate], int]
WriteWorkbook = Callable[[Workbook, Path, str | None, Translate], int]
WritePackage = Callable[[Package, Path, str | None, Translate], int]


@dataclass(frozen=True)
class Format:
    """A name on the command line, what a browser is told, and the writers.

    Writers take the content, the path, the language of the headings (None: variable names) and what translates the
    format's own words into it; they give the number of rows written and raise ExportError. A format with `write_workbook`
    carries several tables in one file, one with `write_package` what is fit to be kept and to be researched, and nothing else;
    one with `write_national` the feature types of the national product. One with `write_with_others` is a single file, or has
    others beside it under the same name, which tell more.
    `wgs84_only`: no other coordinate reference system. `most_rows`: of a table; `longest_text`: what is longer is cut, in
    UTF-16 code units; None where the form has no such bounds. `variety`: what the names of its files say where those of
    another format end alike.
    """

    name: str
    suffix: str
    mimetype: str
    write: WriteTable
    write_workbook: WriteWorkbook | None = None
    write_package: WritePackage | None = None
    write_national: WriteWorkbook | None = None
    write_with_others: WriteTable | None = None
    wgs84_only: bool = False
    most_rows: int | None = None
    longest_text: int | None = None
    variety: str = ""

    @property
    def is_of_all(self) -> bool:
        """True for what is made for others, where one selection told apart from another would tell of few."""
        return bool(self.write_package or self.write_national)
