"""Several files in one: a zip of what is put into a folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile


@contextmanager
def zipped(path: Path) -> Iterator[Path]:
    """Give a folder for files; when the block ends well they are a new zip at `path`."""
    with TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as name:
        folder = Path(name)
        yield folder
        with ZipFile(path, "w", ZIP_DEFLATED) as packed:
            for file in sorted(folder.iterdir()):
                packed.write(file, file.name)
