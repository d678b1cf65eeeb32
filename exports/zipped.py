"""A folder as a zip."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile


def zip_folder(folder: Path, path: Path) -> None:
    """Put the files of `folder`, which has no folders in it, into a new zip."""
    with ZipFile(path, "w", ZIP_DEFLATED) as packed:
        for file in sorted(folder.iterdir()):
            packed.write(file, file.name)
