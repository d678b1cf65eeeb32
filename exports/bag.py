"""A folder as a BagIt bag (RFC 8493) in a zip: its files with the checksum of each, so that a reader decades from now can
tell that nothing has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
# A file's time says nothing here, and the same files are to be the same bag.
LONG_AGO = (1980, 1, 1, 0, 0, 0)
READABLE = 0o644 << 16
BLOCK = 1 << 20


def pack(folder: Path, name: str, info: Mapping[str, str], path: Path) -> None:
    """Write the files in and below `folder` to `path`, as the payload of a bag called `name`. `info`: what bag-info.txt says."""
    payload = {f"data/{file.relative_to(folder).as_posix()}": file for file in _files(folder)}
    octets = sum(file.stat().st_size for file in payload.values())
    told = {**info, "Payload-Oxum": f"{octets}.{len(payload)}"}
    tags = {
        "bagit.txt": DECLARATION,
        "bag-info.txt": "".join(f"{label}: {_on_a_line(value)}\n" for label, value in told.items()),
        "manifest-sha256.txt": _manifest({place: _of_file(file) for place, file in payload.items()}),
    }
    tags["tagmanifest-sha256.txt"] = _manifest({place: _of_text(text) for place, text in tags.items()})
    with ZipFile(path, "w", ZIP_DEFLATED) as packed:
        for place, text in tags.items():
            packed.writestr(_entry(f"{name}/{place}"), text)
        for place, file in payload.items():
            _put(packed, f"{name}/{place}", file)


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in sorted(folder.rglob("*")) if file.is_file())


def _manifest(checksums: Mapping[str, str]) -> str:
    return "".join(f"{checksum}  {place}\n" for place, checksum in checksums.items())


def _of_file(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _of_text(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _on_a_line(text: str) -> str:
    return " ".join(text.split())


def _entry(place: str) -> ZipInfo:
    entry = ZipInfo(place, LONG_AGO)
    entry.compress_type, entry.external_attr = ZIP_DEFLATED, READABLE
    return entry


def _put(packed: ZipFile, place: str, file: Path) -> None:
    """A block at a time: it may be larger than memory."""
    with file.open("rb") as opened, packed.open(_entry(place), "w", force_zip64=True) as entry:
        while block := opened.read(BLOCK):
            entry.write(block)
