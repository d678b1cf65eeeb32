"""LibreOffice draws the charts of a workbook out of its cells."""

import re
import zipfile

from tests.unit.exports.test_charts import ROWS, written

TITLES = {"Hvorfor?": {"Mørkt", "Trafikk", "3", "5"}, "Begge deler": {"Ja", "Nei", "1", "0"}}
CELL = re.compile(r"<text:p>([^<]*)</text:p>")


def test_libreoffice_draws_the_charts(program, tmp_path):
    path = written(tmp_path, ROWS)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    program("soffice", profile, "--headless", "--convert-to", "ods", "--outdir", tmp_path, path)
    book = zipfile.ZipFile(tmp_path / "bok.ods")
    drawn = [book.read(name).decode() for name in book.namelist() if re.fullmatch(r"Object \d+/content.xml", name)]
    told = {title: set(CELL.findall(chart)) for chart in drawn for title in TITLES if title in chart}
    assert told.keys() == set(TITLES)
    for title, texts in TITLES.items():
        assert texts <= told[title]
