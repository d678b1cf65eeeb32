"""A photo from a stranger made safe to keep: decoded and encoded anew, turned upright, small, without metadata."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps

from surveys.errors import AnswerError
from surveys.messages import _

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_BYTES_IN = 20_000_000
# Cameras of 12 megapixels give up to 12.5.
MOST_PIXELS_IN = 12 * 2**20
LONGEST_SIDE = 2048
MOST_BYTES_OUT = 1_500_000
QUALITIES = (85, 75, 60, 40)
BACKGROUND = "white"


def safe_photo(data: bytes) -> bytes:
    """A JPEG of at most 2048 × 2048 pixels and 1.5 MB with no metadata; AnswerError where `data` is no photo."""
    if len(data) > MOST_BYTES_IN:
        raise AnswerError(_("The photo is larger than %(most)s MB. Choose a smaller one."), most=MOST_BYTES_IN // 10**6)
    try:
        return _encoded(upright(data, LONGEST_SIDE))
    except Image.DecompressionBombError as error:
        raise AnswerError(_("The photo has more than 12 megapixels. Choose a smaller one.")) from error
    except Exception as error:  # damaged files make the decoders raise all sorts
        raise AnswerError(_("The file cannot be read as a photo. Choose one saved as JPEG, PNG or WebP.")) from error


def upright(data: bytes, longest_side: int) -> Image.Image:
    """Decoded with care, as it is meant to be seen, on white and at most so large; raises whatever the decoders do."""
    with Image.open(BytesIO(data), formats=FORMATS) as photo:
        # The size stands in the head of the file: nothing has been unpacked yet.
        if photo.width * photo.height > MOST_PIXELS_IN:
            raise Image.DecompressionBombError
        photo.thumbnail((longest_side, longest_side))
        return _on_plain_ground(ImageOps.exif_transpose(photo))


def _on_plain_ground(photo: Image.Image) -> Image.Image:
    """A new picture that has the pixels and nothing else."""
    plain = Image.new("RGB", photo.size, BACKGROUND)
    seen = photo.convert("RGBA") if photo.has_transparency_data else photo.convert("RGB")
    plain.paste(seen, mask=seen if seen.mode == "RGBA" else None)
    return plain


def _encoded(photo: Image.Image) -> bytes:
    encoded = b""
    for quality in QUALITIES:
        file = BytesIO()
        photo.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
        encoded = file.getvalue()
        if len(encoded) <= MOST_BYTES_OUT:
            break
    return encoded
