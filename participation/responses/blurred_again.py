"""A correction brings back words that somebody has blurred: in texts that it has not changed they are blurred again."""

from __future__ import annotations

from typing import Any

import orjson
from sqlalchemy import Connection, Table, bindparam, insert, select, update

from participation.responses.lookup import BLURRED, MARK, RESPONSE

_KEPT = (BLURRED.c.variable, BLURRED.c.original, BLURRED.c.blurred_at)
_OF_MARKS = (
    select(MARK.c.fingerprint, MARK.c.answers, *_KEPT)
    .join(MARK, MARK.c.id == BLURRED.c.mark_id)
    .where(MARK.c.response_id == bindparam("_old"))
    .order_by(BLURRED.c.id)
)
_OF_ANSWERS = (
    select(RESPONSE.c.answers, *_KEPT)
    .join(RESPONSE, RESPONSE.c.id == BLURRED.c.response_id)
    .where(RESPONSE.c.id == bindparam("_old"))
    .order_by(BLURRED.c.id)
)
_NEW_MARKS = (
    select(MARK.c.id, MARK.c.answers)
    .where(MARK.c.response_id == bindparam("_new"), MARK.c.fingerprint == bindparam("_fingerprint"))
    .order_by(MARK.c.id)
)
_NEW_ANSWERS = select(RESPONSE.c.id, RESPONSE.c.answers).where(RESPONSE.c.id == bindparam("_new"))


def blur_again(connection: Connection, old: int, new: int) -> None:
    """Both are ids of responses: what is blurred in the old one is blurred in the new one where the text is the same."""
    for blurred in connection.execute(_OF_MARKS, {"_old": old}).all():
        same = {"_new": new, "_fingerprint": blurred.fingerprint}
        for mark in connection.execute(_NEW_MARKS, same).all():
            _carry_over(connection, MARK, BLURRED.c.mark_id.key, blurred, mark)
    for kept in connection.execute(_OF_ANSWERS, {"_old": old}).all():
        response = connection.execute(_NEW_ANSWERS, {"_new": new}).one()
        _carry_over(connection, RESPONSE, BLURRED.c.response_id.key, kept, response)


def _carry_over(connection: Connection, table: Table, pointer: str, blurred: Any, row: Any) -> None:
    answers, variable = orjson.loads(row.answers), blurred.variable
    if answers.get(variable) != blurred.original:
        return
    answers[variable] = orjson.loads(blurred.answers)[variable]
    changed = {"answers": orjson.dumps(answers).decode()}
    connection.execute(update(table).where(table.c.id == row.id).values(changed))
    kept = {"variable": variable, "original": blurred.original, "blurred_at": blurred.blurred_at}
    connection.execute(insert(BLURRED).values({pointer: row.id, **kept}))
