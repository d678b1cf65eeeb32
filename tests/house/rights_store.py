"""What the rights matrix asks for: a project with a row for every argument that an address can take."""

from __future__ import annotations

import io
from typing import Any

from sqlalchemy import select
from werkzeug.datastructures import FileStorage
from werkzeug.routing import AnyConverter, Rule

from participation.accounts.models import Membership, Person, SignIn
from participation.activities.models import Activity, DraftPicture, Picture
from participation.class_sessions import codes
from participation.class_sessions.models import ClassSession
from participation.database import Base, writing
from participation.export_jobs.models import ExportJob
from participation.extensions import db
from participation.feedback.models import Heard
from participation.kiosks import services as kiosk_services
from participation.kiosks import tickets
from participation.kiosks.models import Kiosk
from participation.map_layers.images import kept
from participation.map_layers.models import MapLayer
from participation.members import services as members
from participation.members.models import MemberInvitation
from participation.moderation.models import Decision
from participation.project_page.models import ContactPerson, Phase
from participation.projects.files import uploads
from participation.projects.models import Project
from participation.responses import preview_links
from participation.responses.models import KeptBody, Mark, Photo, Response
from participation.tokens.models import ApiToken
from tests.factories.classes import make_project
from tests.factories.surveys import make_survey
from tests.factories.tokens import make_token
from tests.factories.whole_store import fill
from tests.unit.map_layers.drawings import geotiff

OF_SURVEYS = ("invitations.", "kiosks.", "overview.ways.", "overview.preview.", "overview.sheets.", "responses.paper.")
ROWS = b"lon;lat;navn;kode\n5.23;60.36;Skolen;1\n"


class Store:
    """Two projects, the first with a class and a survey; the links that were given out in it."""

    def __init__(self) -> None:
        fill()
        self.class_session = only(ClassSession)
        self.class_activity = self.class_session.activity
        self.survey = make_survey(project=self.class_activity.project)
        self.kiosk = self._tablet()
        self.picture = self._picture()
        self.other_project = make_project("annet")
        self.project = self.class_activity.project
        self.member = only(Membership)
        self.pupil = {"Authorization": f"Bearer {codes.pupil_token(self.class_session.pupils[0])}"}
        self.program = {"Authorization": f"Bearer {make_token(self.project, full=True)}"}
        self.teacher_link = f"/t/{codes.teacher_token(self.class_session)}"
        self.kiosk_link = f"/a/{self.survey.id}/kiosk/{tickets.token(self.kiosk)}"

    def _tablet(self) -> Kiosk:
        with writing(db) as session:
            survey = session.get_one(Activity, self.survey.id)
            return kiosk_services.add_kiosk(session, survey, "Biblioteket", "interview", 1)

    def _picture(self) -> str:
        with writing(db) as session:
            version = session.get_one(Activity, self.survey.id).versions[0]
            session.add(Picture(version_id=version.id, name="tre.webp", data=b"RIFF"))
        return "tre.webp"

    def _invitation(self) -> str:
        with writing(db) as session:
            planner = session.get_one(Person, self._planner().id)
            return members.invite(session, session.get_one(Project, self.project.id), planner, "analyst", "")

    def _planner(self) -> Person:
        return db.session.scalars(select(Person).where(Person.role == "planner")).one()

    def arguments(self, rule: Rule) -> dict[str, Any]:
        """What `rule`'s address is built with."""
        of_survey = rule.endpoint.startswith(OF_SURVEYS)
        values = {
            "slug": self.project.slug,
            "identity": self.survey.id if of_survey else self.class_activity.id,
            "address": self.survey.id,
            "class_id": self.class_session.id,
            "class_session_id": self.class_session.id,
            "heard_id": only(Heard).id,
            "version_id": only(KeptBody).id,
            "kiosk_id": self.kiosk.id,
            "phase_id": only(Phase).id,
            "contact_id": only(ContactPerson).id,
            "person_id": self.member.person_id,
            "sign_in_id": only(SignIn).id,
            "member_id": self.member.id,
            "invitation_id": only(MemberInvitation).id,
            "mark_id": only(Mark).id,
            "job_id": only(ExportJob).id,
            "decision_id": only(Decision).id,
            "layer_id": only(MapLayer).id,
            "token_id": only(ApiToken).id,
            "version": "0" * 16,
            "name": only(Photo).name,
            "picture_name": only(DraftPicture).name,
            "uuid": only(Response).uuid,
            "code": self.class_session.code,
            "number": 1,
            "document": "dpia",
            "table": "marks",
            "format_name": "geojson",
            "collection_id": f"marks-{self.class_activity.id}",
            "feature_id": only(Mark).id,
            "source": "oslo",
            "epsg": 25832,
            "z": 1,
            "x": 1,
            "y": 1,
        }
        return {name: values[name] for name in rule.arguments if name in values} | self._particular(rule)

    def _particular(self, rule: Rule) -> dict[str, Any]:
        of_few = {name: sorted(few.items)[0] for name, few in rule._converters.items() if isinstance(few, AnyConverter)}
        if of_few:
            return of_few
        if rule.endpoint == "responses.answering.preview.picture":
            return {"token": self._token(rule.endpoint), "name": self.picture}
        if "token" in rule.arguments:
            return {"token": self._token(rule.endpoint)}
        first_of_few = {"classroom.act": "pause", "classroom.change_mark": "hide", "classroom.change_pupil": "pause"}
        return {"action": first_of_few[rule.endpoint]} if "action" in rule.arguments else {}

    def _token(self, endpoint: str) -> str:
        if endpoint.startswith("map_layers.drawing_"):
            return kept.keep(FileStorage(io.BytesIO(geotiff()), "plan.tif"), None)
        if endpoint.startswith(("projects.", "map_layers.", "registrations.")):
            return uploads.take(FileStorage(io.BytesIO(ROWS), "skoler.csv"))
        if endpoint.startswith("responses.answering.preview."):
            return preview_links.token(self.survey.id, 1, self._planner().id)
        if endpoint.startswith("members."):
            return self._invitation()
        if endpoint.startswith("classroom.projector"):
            return codes.projector_token(self.class_session)
        return {"classroom.enter": self.teacher_link, "responses.answering.kiosk.enter": self.kiosk_link}[
            endpoint
        ].rpartition("/")[2]


def only(table: type[Base]) -> Any:
    """The first row of the table."""
    return db.session.scalars(select(table).order_by(*table.__table__.primary_key).limit(1)).one()
