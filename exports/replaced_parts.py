"""Parts of a zip, given another content without writing the rest anew."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile


def replace_parts(path: Path, parts: Mapping[str, bytes]) -> None:
    """Put `parts`, by name, in the place of those that are there. What was there stays as bytes that nothing points at."""
    with ZipFile(path, "a", ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.filelist.remove(packed.getinfo(name))
            del packed.NameToInfo[name]
            packed.writestr(name, content)
