from __future__ import annotations

import os
import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from surveys.errors import AnswerError
from surveys.photo import LONGEST_SIDE, MOST_BYTES_OUT, safe_photo

GPS = 0x8825
ORIENTATION, TURNED_LEFT = 0x0112, 6


def photo(size: tuple[int, int] = (60, 40), mode: str = "RGB", kind: str = "JPEG", **saved: object) -> bytes:
    """Red with a blue upper left corner."""
    made = Image.new("RGB", size, "red")
    made.paste("blue", (0, 0, size[0] // 2, size[1] // 2))
    file = BytesIO()
    made.convert(mode).save(file, kind, **saved)
    return file.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(safe_photo(data)))


def png_head(width: int, height: int) -> bytes:
    """A PNG that says it is this large and holds next to nothing."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


def refusal(data: bytes) -> str:
    with pytest.raises(AnswerError) as refused:
        safe_photo(data)
    return refused.value.render()


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("RGB", "JPEG"), ("L", "JPEG"), ("CMYK", "JPEG"), ("RGBA", "PNG"), ("P", "PNG"), ("1", "PNG"), ("RGBA", "WEBP")],
)
def test_every_kind_of_photo_becomes_a_plain_jpeg(mode: str, kind: str) -> None:
    made = opened(photo(mode=mode, kind=kind))

    assert (made.format, made.mode, made.size) == ("JPEG", "RGB", (60, 40))


def test_nothing_is_told_of_where_and_with_what_it_was_taken() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Kamera AS"
    exif[GPS] = {1: "N", 2: (60.0, 23.0, 30.0)}
    sent = photo(
        exif=exif, comment=b"Kari Nordmann", xmp=b"<x:xmpmeta>Kari</x:xmpmeta>", icc_profile=b"profile of Kari"
    )
    kept = safe_photo(sent)

    assert b"Kamera" in sent and b"Kari" in sent
    assert b"Kamera" not in kept and b"Kari" not in kept
    assert not opened(sent).getexif()
    assert set(opened(sent).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}


def test_it_stands_upright() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED_LEFT
    made = opened(photo(exif=exif))

    assert made.size == (40, 60)
    red, _green, blue = made.getpixel((35, 5))  # the corner that was at the upper left
    assert blue > red


def test_what_can_be_seen_through_lies_on_white() -> None:
    file = BytesIO()
    Image.new("RGBA", (20, 20), (255, 0, 0, 0)).save(file, "PNG")

    assert opened(file.getvalue()).getpixel((10, 10)) == (255, 255, 255)


def test_it_becomes_small() -> None:
    noise = Image.frombytes("RGB", (3000, 2000), os.urandom(3000 * 2000 * 3))
    file = BytesIO()
    noise.save(file, "JPEG", quality=70)
    kept = safe_photo(file.getvalue())

    assert Image.open(BytesIO(kept)).size == (LONGEST_SIDE, 1365)
    assert len(kept) <= MOST_BYTES_OUT


@pytest.mark.parametrize("size", [(50_000, 50_000), (4_000_000, 4), (4001, 3200)])
def test_a_bomb_is_refused_before_it_is_unpacked(size: tuple[int, int]) -> None:
    assert "12 megapixels" in refusal(png_head(*size))


@pytest.mark.parametrize("size", [(4032, 3024), (4080, 3060)])
def test_the_photo_of_a_camera_of_12_megapixels_is_taken(size: tuple[int, int]) -> None:
    assert max(opened(photo(size)).size) == LONGEST_SIDE


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a" + b"\0" * 40,
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
        b"\xff\xd8\xff\xe0",
        png_head(9, 0),
    ],
)
def test_what_is_no_photo_is_refused_in_words(data: bytes) -> None:
    assert "JPEG, PNG or WebP" in refusal(data)


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    assert "20 MB" in refusal(b"\0" * 20_000_001)


WHOLE = photo()


@settings(max_examples=100)
@given(st.integers(0, len(WHOLE)), st.binary(max_size=40))
def test_a_damaged_photo_is_read_or_refused(place: int, instead: bytes) -> None:
    damaged = WHOLE[:place] + instead + WHOLE[place + len(instead) :]
    try:
        assert safe_photo(damaged).startswith(b"\xff\xd8")
    except AnswerError as refused:
        assert refused.render().endswith(".")
