"""The whole store, dumped: nothing in it leads from a recipient to an answer."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import select, text

from participation.activities.models import Activity
from participation.database import Base
from participation.extensions import db
from participation.invitations.models import Invitation
from participation.responses.models import Response
from participation.retention.purging import purge
from tests.factories.classes import new_uuid
from tests.factories.invitations import invite, recipients
from tests.factories.surveys import make_survey, survey_body
from tests.integration.invitations.test_answering_with_a_code import put, shown

INVITING = ("invitation", "invitation_round", "replaced_code", "background_group")
# Said of the survey, or of a whole group, and the same for all in it.
SHARED = {"activity_id", "background"}
Values = dict[str, list[Any]]


def answered(client: FlaskClient) -> tuple[Activity, list[str]]:
    """Twelve of forty answer, in an order of their own, each with a draft before; the recipients in that order."""
    survey = make_survey()
    issued = invite(survey, recipients(20, Sone="Vadmyra"), recipients(20, 2001, Sone="Olsvik"))
    chosen = random.Random(7).sample(issued, 12)
    for one in chosen:
        uuid = new_uuid()
        draft = survey_body(survey, answers={"lives_here": "no"})
        assert client.put(f"/api/responses/{uuid}", json=draft, headers=shown(survey, one.code)).status_code == 201
        assert put(client, survey, one.code, uuid, revision=2).status_code == 201
    return survey, [one.recipient for one in chosen]


def dumped() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table."""
    db.session.rollback()
    return {
        table.name: [dict(row._mapping) for row in db.session.execute(select(table))]
        for table in Base.metadata.sorted_tables
    }


def values(rows: list[dict[str, Any]]) -> Iterator[Any]:
    for row in rows:
        for name, value in row.items():
            # Small numbers and truths are everywhere, and say nothing by themselves: order is looked at apart.
            if name not in SHARED and not isinstance(value, bool | int | float) and value not in (None, ""):
                yield value


def test_no_value_of_an_invitation_stands_in_any_other_table(client: FlaskClient) -> None:
    answered(client)
    store = dumped()
    ours = {value for name in INVITING for value in values(store[name])}
    theirs = {str(value) for name in store if name not in INVITING for value in values(store[name])}
    codes = {value for value in ours if isinstance(value, str)}
    assert len(codes) >= 80
    assert not [(one, other) for one in codes for other in theirs if one in other]


def test_an_invitation_holds_no_time_and_no_key_to_an_answer() -> None:
    tables = {name: Base.metadata.tables[name] for name in (*INVITING, "response", "mark", "kept_body", "erasure")}
    targets = {
        (name, key.column.table.name)
        for name, table in tables.items()
        for column in table.c
        for key in column.foreign_keys
    }
    assert not [pair for pair in targets if (pair[0] in INVITING) != (pair[1] in INVITING) and pair[1] != "activity"
                and {*pair} & {*INVITING}]  # fmt: skip
    kinds = {(name, column.name): column.type.python_type for name in INVITING for column in tables[name].c}
    assert [place for place, kind in kinds.items() if issubclass(kind, datetime.date)] == [
        ("invitation_round", "made_on")
    ]


def test_a_used_row_forgets_its_group_and_looks_like_every_other(client: FlaskClient) -> None:
    answered(client)
    rows = [row for row in dumped()["invitation"] if row["used"]]
    assert len(rows) == 12
    telling = {name for row in rows for name in row if len({str(other[name]) for other in rows}) > 1}
    assert telling == {"id", "recipient", "code_hash"}


def test_no_order_of_invitations_is_the_order_of_the_answers(client: FlaskClient) -> None:
    _survey, order = answered(client)
    for row in purge():
        assert row.count >= 0
    store = dumped()
    used = [row for row in store["invitation"] if row["used"]]
    for name in ("id", "code_hash", "recipient"):
        assert [row["recipient"] for row in sorted(used, key=lambda row: row[name])] != order
    assert [row["recipient"] for row in used] != order, "as they lie in the store"
    assert len(store["response"]) == 12


def test_after_a_purge_the_stores_own_row_versions_tell_nothing(client: FlaskClient, store: str) -> None:
    answered(client)
    list(purge())
    db.session.rollback()
    assert all(db.session.scalars(select(Invitation.settled).where(Invitation.used.is_(True))))
    if store == "postgresql":
        stamps = set(db.session.scalars(text("SELECT xmin::text FROM invitation WHERE used")))
        answers = set(db.session.scalars(text("SELECT xmin::text FROM response")))
        assert len(stamps) == 1 and not stamps & answers


def test_the_body_kept_after_a_conflict_and_its_hash_hold_nothing_of_the_code(client: FlaskClient) -> None:
    survey = make_survey()
    [issued, *_rest] = invite(survey)
    uuid = new_uuid()
    assert put(client, survey, issued.code, uuid).status_code == 201
    late = client.put(
        f"/api/responses/{uuid}",
        json=survey_body(survey, answers={"lives_here": "no"}),
        headers=shown(survey, issued.code),
    )
    assert late.status_code == 409
    without = client.put(
        f"/api/responses/{new_uuid()}", json=survey_body(survey, complete=True, answers={"lives_here": "yes"})
    )
    first, second = db.session.scalars(select(Response).order_by(Response.id))
    assert first.body_sha256 == second.body_sha256 and without.status_code == 201
    [kept] = dumped()["kept_body"]
    invitation = db.session.scalars(select(Invitation).where(Invitation.used.is_(True))).one()
    assert invitation.code_hash not in kept["body"] and issued.code not in kept["body"]


def test_withdrawing_an_answer_leaves_the_code_used(client: FlaskClient) -> None:
    survey = make_survey()
    [issued, *_rest] = invite(survey)
    receipt = put(client, survey, issued.code).json["receipt"]
    client.post("/receipt", data={"code": receipt, "withdraw": "y"})
    db.session.rollback()
    assert db.session.scalars(select(Response)).all() == []
    assert put(client, survey, issued.code).status_code == 410
