"""CSV as RFC 4180 has it: commas between, points in decimals."""

from functools import partial

from exports.formats.csv import COMMA, write_csv
from exports.formats.format import Format

FORMAT = Format(name="csv-comma", suffix=".csv", mimetype="text/csv", write=partial(write_csv, COMMA), variety="-komma")
