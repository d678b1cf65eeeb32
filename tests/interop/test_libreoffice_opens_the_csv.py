"""LibreOffice reads our CSV as Norwegian Excel does: every text as it stands, and none of them as a formula."""

from exports.formats import csv
from exports.formats.formula import as_it_was
from exports.table import Column, FeatureTable, Row
from tests.interop.test_libreoffice_opens_the_workbook import TEXTS, read

# Separator ; and quote ", UTF-8, from line 1; as text what is no number; written with all cells as they are shown.
NORWEGIAN = "CSV:59,34,76,1,,1044,false,true"
AS_CSV = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false"


def test_libreoffice_opens_the_csv(program, tmp_path):
    path = tmp_path / "steder.csv"
    columns = [Column("id", "integer"), Column("comment"), Column("e", "decimal")]
    csv.FORMAT.write(
        FeatureTable("steder", columns, [Row((n, text, -32117.5)) for n, text in enumerate(TEXTS)]), path, None, str
    )
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    out = tmp_path / "ut"
    program("soffice", profile, "--headless", f"--infilter={NORWEGIAN}", "--convert-to", AS_CSV, "--outdir", out, path)
    headings, *rows = read(out / "steder.csv")
    assert headings == ["id", "comment", "e"]
    assert [as_it_was(row[1]) for row in rows] == TEXTS
    assert {row[2] for row in rows} <= {"-32117.5", "-32117,5"}
