"""Texts that a person should look at first are flagged when they come in, and nothing is refused for them."""

from __future__ import annotations

from flask.testing import FlaskClient

from participation.extensions import db
from participation.responses.models import Mark
from tests.factories.classes import body, make_class, new_uuid, point
from tests.integration.responses.test_hand_in import put


def test_worrying_and_personal_texts_are_flagged(client: FlaskClient) -> None:
    texts = ["jeg vil ikke leve lenger", "ring meg på 912 34 567", "fint her"]
    assert put(client, new_uuid(), body(make_class(), *(point(comment=text) for text in texts))).status_code == 201
    worrying, personal, calm = (mark.flags for mark in db.session.query(Mark).order_by(Mark.id))
    assert worrying.startswith("worrying:")
    assert personal == "personal:phone"
    assert calm == ""
