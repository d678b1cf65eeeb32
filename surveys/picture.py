"""A picture of a questionnaire made fit to be shown: decoded and encoded anew as photos are, and light to load."""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePath

from PIL import Image

from surveys.errors import AnswerError
from surveys.messages import _
from surveys.photo import MOST_BYTES_IN, upright

LONGEST_SIDES = (1280, 960, 640, 480, 320)
MOST_BYTES_OUT = 250_000
KINDS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
MIME_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}


def safe_picture(data: bytes, name: str) -> bytes:
    """The picture as the kind of file that its name says, of at most 1280 × 1280 pixels and 250 kB, with no metadata.

    AnswerError where `data` is no picture that can be read.
    """
    if len(data) > MOST_BYTES_IN:
        raise AnswerError(_("The photo is larger than %(most)s MB. Choose a smaller one."), most=MOST_BYTES_IN // 10**6)
    try:
        return _light_enough(data, KINDS[PurePath(name).suffix])
    except Image.DecompressionBombError as error:
        raise AnswerError(_("The photo has more than 12 megapixels. Choose a smaller one.")) from error
    except Exception as error:  # damaged files make the decoders raise all sorts
        raise AnswerError(_("The file cannot be read as a photo. Choose one saved as JPEG, PNG or WebP.")) from error


def mime_type(name: str) -> str:
    return MIME_TYPES[KINDS[PurePath(name).suffix]]


def _light_enough(data: bytes, kind: str) -> bytes:
    encoded = b""
    for longest in LONGEST_SIDES:
        encoded = _encoded(upright(data, longest), kind)
        if len(encoded) <= MOST_BYTES_OUT:
            break
    return encoded


def _encoded(picture: Image.Image, kind: str) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **({"optimize": True} if kind == "PNG" else {"quality": 82}))
    return file.getvalue()
