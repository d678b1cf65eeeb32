"""A store with rows in every table."""

from __future__ import annotations

from datetime import date

from participation.accounts.models import SignIn
from participation.activities.models import DraftPicture, Picture, QuestionnaireDraft, QuestionnaireTrial
from participation.audit.acts import Act
from participation.audit.services import record
from participation.barnetrakk.models import BarnetrakkMapping
from participation.class_sessions.models import ClassSession
from participation.classroom.models import PublishedMap
from participation.clock import now
from participation.database import writing
from participation.drop_off.models import StopCount
from participation.export_jobs.models import ExportJob
from participation.extensions import db
from participation.feedback.models import Heard
from participation.invitations.models import BackgroundGroup, Invitation, InvitationRound, ReplacedCode
from participation.kiosks.models import Kiosk
from participation.map_layers.models import MapLayer
from participation.members.models import MemberInvitation
from participation.moderation.models import Decision, TextTranslation
from participation.project_page.models import ContactPerson, Phase
from participation.projects.models import Zone
from participation.removals.models import RemovedRow
from participation.removals.packing import packed
from participation.responses.models import BlurredText, Erasure, KeptBody, Mark, Photo, Response
from participation.tokens.models import ApiToken
from tests.factories.classes import make_class, new_uuid
from tests.factories.people import make_member


def fill() -> ClassSession:
    """Rows in every table; the class they belong to."""
    class_session = make_class()
    member = make_member(class_session.activity.project, "analyst")
    with writing(db) as session:
        class_session = session.get_one(ClassSession, class_session.id)
        project = class_session.activity.project
        project.delete_by = date(2027, 1, 31)
        square = '{"type":"Polygon","coordinates":[[[5.2,60.3],[5.3,60.3],[5.3,60.4],[5.2,60.3]]]}'
        session.add(
            Zone(
                project_id=project.id,
                kind="grunnkrets",
                code="12011914",
                name="Vadmyra æøå",
                geometry=square,
                west=5.2,
                south=60.3,
                east=5.3,
                north=60.4,
            )
        )
        session.add(Heard(activity_id=class_session.activity_id, text="Vi hørte 💡", published_at=now()))
        session.add(Phase(project_id=class_session.activity.project_id, name="Lytte", starts_on=date(2026, 9, 1)))
        talk = {"name": "Kari Å", "hours": "Tirsdager", "has_photo": True, "photo": b"\xff\xd8\x00 \xff\xd9"}
        session.add(ContactPerson(project_id=class_session.activity.project_id, **talk))
        session.add(Erasure(uuid_hash="0" * 64, receipt_hash=None, erased_at=now()))
        uuid = new_uuid()
        session.add(KeptBody(uuid=uuid, activity_id=class_session.activity_id, body='{"marks":[]}', received_at=now()))
        session.add(Picture(version_id=class_session.activity.versions[0].id, name="park.webp", data=b"RIFF\x00"))
        published = class_session.activity.versions[0].document
        draft = {"document": published, "changed_at": now(), "changed_by": "kari@example.no"}
        blue = DraftPicture(name="bru.webp", data=b"RIFF\x01")
        session.add(QuestionnaireDraft(activity_id=class_session.activity_id, pictures=[blue], **draft))
        tried = {"number": -1, "document": published, "tried_at": now()}
        session.add(QuestionnaireTrial(activity_id=class_session.activity_id, **tried))
        given = {"response_uuid": uuid, "activity_id": class_session.activity_id, "received_at": now()}
        session.add(Photo(name=new_uuid(), jpeg=b"\xff\xd8\x00 \xff\xd9", **given))
        response = make_response(class_session, uuid)
        session.add(response)
        session.flush()
        mark = make_mark(response)
        session.add(mark)
        session.flush()
        session.add(BlurredText(mark_id=mark.id, variable="comment", original="ring 47 12 34 56 æøå", blurred_at=now()))
        words = {"variable": "comment", "language": "nb", "text": "Fint her æøå", "written_at": now()}
        session.add(TextTranslation(mark_id=mark.id, **words))
        session.add(Decision(project_id=project.id, verb="approve", items=f"mark:{mark.id}", decided_at=now()))
        taken = {"revision": 1, "taken_at": now(), "newest_mark": 1, "content": '{"shown":{},"told":{}}'}
        group = BackgroundGroup(activity_id=class_session.activity_id, background='{"Sone":"Vadmyra æøå"}', invited=20)
        session.add(group)
        session.flush()
        codes = {"activity_id": class_session.activity_id, "group_id": group.id}
        session.add(Invitation(recipient="1001", code_hash="1" * 64, **codes))
        session.add(ReplacedCode(activity_id=class_session.activity_id, code_hash="2" * 64))
        made = {"made_on": date(2026, 11, 26), "is_reminder": False, "codes": 1, "used_before": 0}
        session.add(InvitationRound(activity_id=class_session.activity_id, **made))
        tablet = {"name": "Biblioteket", "channel": "interview", "days": 1, "expires_at": now()}
        invited = {"token_hash": "3" * 64, "created_at": now(), "expires_at": now()}
        session.add(
            MemberInvitation(project_id=project.id, invited_by_id=member.id, role="analyst", note="Ola", **invited)
        )
        read = {"secret_hash": "5" * 64, "made_at": now(), "expires_at": now()}
        token = ApiToken(project_id=project.id, made_by_id=member.id, name="QGIS æøå", full=True, reason="Plan", **read)
        session.add(token)
        seen = {"created_at": now(), "last_seen_at": now()}
        session.add(SignIn(person_id=member.id, token_hash="4" * 64, browser="Chrome", system="Windows", **seen))
        session.add(StopCount(activity_id=class_session.activity_id, questionnaire_version=1, question="why", count=4))
        plan = {"kind": "vector", "name": "Ny vei æøå", "position": 1, "colour": "#0b3c7d", "version": "0" * 16}
        box = {"west": 5.2, "south": 60.3, "east": 5.3, "north": 60.4}
        layer = MapLayer(project_id=project.id, source="[]", content=b'{"rows":[]}', created_at=now(), **plan, **box)
        layer.shown_in = [class_session.activity]
        session.add(layer)
        gone = {"kind": "phase", "content": packed([("phase", {"id": 7, "name": "Bygge æøå"})]), "removed_at": now()}
        session.add(RemovedRow(project_id=project.id, **gone))
        asked = (
            '{"format":"xlsx","table":"marks","crs":null,"published":false,"selection":{"text":["æøå"]},"reader":"nn"}'
        )
        ordered = {"asked": asked, "name": "steder.xlsx", "mimetype": "text/csv", "state": "done", "made_at": now()}
        session.add(ExportJob(activity_id=class_session.activity_id, person_id=member.id, **ordered))
        meant = '[["places","good","PositivOpplevelse",""]]'
        product = {"municipality_number": "4601", "categories": meant, "changed_at": now()}
        session.add(BarnetrakkMapping(activity_id=class_session.activity_id, **product))
        session.add(Kiosk(activity_id=class_session.activity_id, **tablet))
        session.add(PublishedMap(class_session_id=class_session.id, **taken))
        session.flush()
        record(session, Act.MARKS_READ, actor=member.email, project_id=project.id, asked="category=good", count=1)
    return class_session


def make_response(class_session: ClassSession, uuid: str | None = None, complete: bool = True) -> Response:
    """A response of the class's first pupil, not yet added."""
    return Response(
        uuid=uuid or new_uuid(),
        activity_id=class_session.activity_id,
        class_session_id=class_session.id,
        pupil_id=class_session.pupils[0].id,
        questionnaire_version=1,
        language="nb",
        channel="class",
        revision=1,
        complete=complete,
        answers='{"like_area":4}',
        body_sha256="0" * 64,
        started_at=now(),
        received_at=now(),
        completed_at=now() if complete else None,
    )


def make_mark(response: Response, longitude: float = 5.23) -> Mark:
    """A sticker of the stored response, not yet added."""
    return Mark(
        response_id=response.id,
        question="places",
        category="good",
        geometry=f'{{"type":"Point","coordinates":[{longitude},60.36]}}',
        west=longitude,
        south=60.36,
        east=longitude,
        north=60.36,
        answers='{"comment":"fint her æøå"}',
        fingerprint="0" * 32,
    )
