"""A file that appears whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, mkstemp


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a temporary name beside `path`; move it there when the block ends well, else remove it.

    Raises OSError as the file system does: no such folder, no room, no right.
    """
    handle, name = mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        temporary.chmod(0o666 & ~_umask())
        _move(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def whole_files(path: Path) -> Iterator[Path]:
    """As `whole_file`; what is written beside it comes to stand beside `path`, which is moved there last."""
    with TemporaryDirectory(prefix=f".{path.name}.", suffix=".part", dir=path.parent) as name:
        temporary = Path(name) / path.name
        yield temporary
        for file in sorted(temporary.parent.iterdir(), key=lambda each: each == temporary):
            _move(file, path.with_name(file.name))


def _move(file: Path, path: Path) -> None:
    with file.open("rb") as written:
        os.fsync(written.fileno())
    file.replace(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
