"""What a preview shows: which version, on which device, in which language; and the link to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import flask
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from participation.activities import queries
from participation.activities.models import Activity
from participation.extensions import db
from participation.languages import current
from participation.responses import preview_links
from surveys.questionnaire import Questionnaire


@dataclass(frozen=True)
class Device:
    """CSS pixels."""

    label: LazyString
    width: int
    height: int


# To add a device: one line here, and its size in static/css/adult/preview.css.
DEVICES = {
    "phone": Device(_l("Phone"), 360, 740),
    "tablet": Device(_l("Tablet"), 820, 1180),
    "desk": Device(_l("Computer"), 1280, 800),
}


class Previewed:
    """`number`: of the version; below 0 of a draft. `asked`: the query of the page."""

    def __init__(self, activity: Activity, number: int, asked: Mapping[str, str]) -> None:
        self.activity, self.number = activity, number
        self.device = next((name for name in DEVICES if name == asked.get("device")), "phone")
        languages = self.questionnaire.languages
        self.spoken = next((one for one in (asked.get("spoken"), current()) if one in languages), languages[0])
        self.token = preview_links.token(activity.id, number, current_user.id)

    @property
    def questionnaire(self) -> Questionnaire:
        found = queries.questionnaire(db.session(), self.activity.id, self.number)
        assert found is not None
        return found

    @property
    def is_draft(self) -> bool:
        return self.number < 0

    @property
    def frame(self) -> str:
        """The address of the respondent's pages."""
        return flask.url_for(
            "responses.answering.preview.start", address=self.activity.id, token=self.token, lang=self.spoken
        )

    @property
    def link(self) -> str:
        """The whole address, for a device of one's own."""
        root = flask.current_app.config["BASE_URL"] or flask.request.url_root.rstrip("/")
        return f"{root}{self.frame}"

    @property
    def hours(self) -> int:
        """How long the link lasts."""
        return preview_links.HOURS

    def turned(self, **changed: str) -> str:
        """The address of the preview with something else chosen."""
        version = "draft" if self.is_draft else "published"
        chosen: dict[str, Any] = {"version": version, "device": self.device, "spoken": self.spoken, **changed}
        slug, identity = self.activity.project.slug, self.activity.id
        return flask.url_for("overview.preview.index", slug=slug, identity=identity, **chosen)
