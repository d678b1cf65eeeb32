"""*Slett mitt* and withdrawing by receipt: everything of the one who asks goes, and nothing of it comes back."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from participation.downloads.queries import withdrawn
from participation.extensions import db
from participation.responses.models import Erasure, Mark, Response
from tests.factories.classes import body, make_class, new_uuid, point
from tests.integration.responses.test_correcting import Child
from tests.integration.responses.test_hand_in import put

STEPS = ("sent", "correcting", "corrected")


@pytest.fixture
def child(client: FlaskClient) -> Child:
    return Child(client, make_class())


def told(child: Child, until: str) -> list[str]:
    """Hands in, begins to correct, hands the correction in, begins another; as far as `until`. The UUIDs."""
    uuids = [new_uuid(), new_uuid()]
    receipt = child.put(uuids[0], point(), complete=True)["receipt"]
    if until == "sent":
        return uuids[:1]
    child.put(uuids[1], point(), replaces=receipt)
    if until == "corrected":
        child.put(uuids[1], point(), revision=2, complete=True, replaces=receipt)
    return uuids


def left() -> tuple[int, int]:
    db.session.rollback()
    return db.session.query(Response).count(), db.session.query(Mark).count()


@pytest.mark.parametrize("until", STEPS)
@pytest.mark.parametrize("which", [0, -1])
def test_erasing_takes_all_of_the_pupils_responses(child: Child, until: str, which: int) -> None:
    uuids = told(child, until)
    kept = new_uuid()
    Child(child.client, child.class_session).put(kept, point(), complete=True)
    answer = child.client.delete(
        f"/api/responses/{uuids[which]}", headers={"Authorization": f"Bearer {child.fields['pupil']}"}
    )
    assert answer.status_code == 204
    assert left() == (1, 1)
    assert db.session.query(Response).one().uuid == kept
    for uuid in uuids:
        late = put(child.client, uuid, body(child.class_session, point(), revision=9, **child.fields))
        assert late.status_code == 410


@pytest.mark.parametrize("until", STEPS)
@pytest.mark.parametrize("which", [0, -1])
@pytest.mark.parametrize("nickname", [True, False])
def test_withdrawing_by_any_receipt_takes_everything(
    client: FlaskClient, until: str, which: int, nickname: bool
) -> None:
    child = Child(client, make_class(), nickname)
    first = child.put(new_uuid(), point(), complete=True)["receipt"]
    receipts = [first]
    if until != "sent":
        new = new_uuid()
        child.put(new, point(), replaces=first)
        if until == "corrected":
            receipts.append(child.put(new, point(), revision=2, complete=True, replaces=first)["receipt"])
    shown = client.post("/receipt", data={"code": receipts[which]}).get_data(as_text=True)
    assert shown.count('class="became"') == 1
    assert client.post("/receipt", data={"code": receipts[which], "withdraw": "y"}).status_code == 200
    assert left() == (0, 0)
    assert withdrawn(db.session(), child.class_session.activity_id) == 1


def test_erasing_without_a_nickname_takes_the_whole_chain(client: FlaskClient) -> None:
    child = Child(client, make_class(), nickname=False)
    uuids = told(child, "corrected")
    assert client.delete(f"/api/responses/{uuids[1]}").status_code == 204
    assert left() == (0, 0)


def test_a_correction_still_on_its_way_does_not_bring_back_what_was_erased(child: Child) -> None:
    (uuid,) = told(child, "sent")
    headers = {"Authorization": f"Bearer {child.fields['pupil']}"}
    assert child.client.delete(f"/api/responses/{uuid}", headers=headers).status_code == 204
    late = body(child.class_session, point(), complete=True, replaces=child.code, **child.fields)
    assert put(child.client, new_uuid(), late).status_code == 410
    assert left() == (0, 0)


def test_dropping_a_draft_leaves_what_was_sent(child: Child) -> None:
    sent, draft = told(child, "correcting")
    headers = {"Authorization": f"Bearer {child.fields['pupil']}"}
    assert child.client.delete(f"/api/responses/{sent}?only=draft", headers=headers).status_code == 409
    assert child.client.delete(f"/api/responses/{draft}?only=draft").status_code == 403
    assert child.client.delete(f"/api/responses/{draft}?only=draft", headers=headers).status_code == 204
    assert child.resumed()["uuid"] == sent
    assert left() == (1, 1)
    late = put(child.client, draft, body(child.class_session, point(), revision=5, **child.fields))
    assert late.status_code == 410
    assert withdrawn(db.session(), child.class_session.activity_id) == 0


def test_dropping_a_draft_that_never_came_keeps_it_away(child: Child) -> None:
    uuid = new_uuid()
    headers = {"Authorization": f"Bearer {child.fields['pupil']}"}
    assert child.client.delete(f"/api/responses/{uuid}?only=draft", headers=headers).status_code == 204
    assert put(child.client, uuid, body(child.class_session, point(), **child.fields)).status_code == 410
    assert db.session.query(Erasure).count() == 1
