"""Where the workbooks of others are."""

from pathlib import Path

FOLDER = Path(__file__).parents[3] / "data" / "xlsform"
WORKBOOKS = sorted(path for path in FOLDER.glob("*/*") if path.is_file())
