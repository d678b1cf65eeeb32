"""Codes and tokens derived from the installation's secret key, so that the store holds only what cannot be used."""

from __future__ import annotations

import hmac
import uuid

# No 0/O, 1/I/L, 5/S, 2/Z or 8/B pairs: one of each at most.
ALPHABET = "2345679ABCDEFGHJKMNPQRTUVWXY"
LOOKALIKES = str.maketrans({"S": "5", "Z": "2", "8": "B"})


def digest(key: str, *parts: object) -> bytes:
    """HMAC-SHA256 of `parts` under `key`."""
    return hmac.digest(key.encode(), "\0".join(map(str, parts)).encode(), "sha256")


def derived_code(key: str, *parts: object, length: int) -> str:
    """`length` symbols of ALPHABET that follow from `parts` and cannot be guessed without `key`."""
    number = int.from_bytes(digest(key, "code", *parts))
    symbols = []
    for _ in range(length):
        number, remainder = divmod(number, len(ALPHABET))
        symbols.append(ALPHABET[remainder])
    return "".join(symbols)


def derived_token(key: str, *parts: object) -> str:
    """A token of 40 hexadecimal digits for links and devices."""
    return digest(key, "token", *parts).hex()[:40]


def derived_uuid(key: str, *parts: object) -> str:
    """A version-4 UUID that follows from `parts` and cannot be guessed without `key`."""
    return str(uuid.UUID(bytes=digest(key, "uuid", *parts)[:16], version=4))


def token_matches(key: str, token: str, *parts: object) -> bool:
    """True when `token` is the one derived from `parts`; takes the same time either way."""
    return hmac.compare_digest(derived_token(key, *parts).encode(), token.encode("utf-8", "replace"))


def hashed(key: str, code: str) -> str:
    """What the store keeps of a code: 64 hexadecimal digits."""
    return digest(key, "hash", code).hex()


def normalise(text: str) -> str:
    """`text` as typed by hand → the symbols of ALPHABET in it: case, spaces, dashes and look-alikes mended."""
    plain = "".join(symbol for symbol in text.upper() if symbol.isalnum()).translate(LOOKALIKES)
    return plain[:64]


def grouped(code: str, size: int = 4) -> str:
    """`code` in groups for the eye: "K7PM 4WXT"."""
    return " ".join(code[start : start + size] for start in range(0, len(code), size))
