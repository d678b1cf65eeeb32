"""Every code and link of a class: the class code at random, the rest derived from the secret key."""

from __future__ import annotations

import re
import secrets
from functools import lru_cache

import flask

from participation.class_sessions.models import ClassSession, Pupil
from participation.safeguards import keyed_codes

CLASS_CODE_LENGTH = 6
PERSONAL_CODE_LENGTH = 8
LETTERS_IN_A_ROW = re.compile(r"[A-Z]{3}")


def key() -> str:
    """The installation's secret key."""
    return str(flask.current_app.config["SECRET_KEY"])


def new_code(length: int) -> str:
    """So many symbols at random; never three letters in a row, so that no code spells a word."""
    while True:
        code = "".join(secrets.choice(keyed_codes.ALPHABET) for _ in range(length))
        if not LETTERS_IN_A_ROW.search(code):
            return code


def personal_code(class_session_id: int, number: int) -> str:
    """The personal code of place `number` in the class; the first that spells no word."""
    return _personal_code(key(), class_session_id, number)


# A code takes several tries to find, and each revision of a pupil's work asks for it.
@lru_cache(maxsize=4096)
def _personal_code(key: str, class_session_id: int, number: int) -> str:
    for attempt in range(1000):
        code = keyed_codes.derived_code(key, "pupil", class_session_id, number, attempt, length=PERSONAL_CODE_LENGTH)
        if not LETTERS_IN_A_ROW.search(code):
            return code
    raise AssertionError("a thousand codes with three letters in a row")


def hashed(code: str) -> str:
    """What the store keeps of a personal code or receipt."""
    return keyed_codes.hashed(key(), keyed_codes.normalise(code))


def pupil_token(pupil: Pupil) -> str:
    """What a pupil's device shows with every call."""
    return token_of_pupil(pupil.id, pupil.code_hash)


def token_of_pupil(pupil_id: int, code_hash: str) -> str:
    """The same from the two columns it is made of."""
    return f"{pupil_id}-{keyed_codes.derived_token(key(), 'pupil', pupil_id, code_hash)}"


def teacher_token(class_session: ClassSession) -> str:
    """The end of the teacher's link."""
    generation = class_session.teacher_generation
    return f"{class_session.id}-{keyed_codes.derived_token(key(), 'teacher', class_session.id, generation)}"


def projector_token(class_session: ClassSession) -> str:
    """The end of the projector's address."""
    generation = class_session.projector_generation
    return f"{class_session.id}-{keyed_codes.derived_token(key(), 'projector', class_session.id, generation)}"


def identity(token: str) -> int | None:
    """The row number a token begins with; None when it has none."""
    number, dash, _ = token.partition("-")
    if not (dash and number.isascii() and number.isdigit() and len(number) < 11):
        return None
    return int(number) if int(number) < 2**31 else None


def receipt_code(uuid: str) -> str:
    """The receipt of a response without a pupil: twelve symbols derived from its UUID."""
    return keyed_codes.derived_code(key(), "receipt", uuid, length=12)
