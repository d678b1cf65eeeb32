"""The sorts of collections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.api.sources import marks, published, zones
from participation.api.sources.marks_of_kind import Kind
from participation.api.sources.source import Bounds, Source
from participation.api.times import Stretch
from participation.projects.models import Project


@dataclass(frozen=True)
class Sort:
    """A sort of collections. `of_activities`: each has one, else each project; `bounds`, `time`: of all
    its features, see `Collection`; `is_full`: only for who may export everything; `is_offered`: whether there is one."""

    name: str
    title: LazyString
    description: LazyString
    of_activities: bool
    source: Callable[[Session, Project, Activity | None], Source]
    bounds: Callable[[Session, Project, Activity | None], Bounds | None]
    time: Callable[[Session, Activity | None], Stretch | None] = lambda _session, _activity: None
    is_full: bool = False
    is_offered: Callable[[Session, Activity | None], bool] = lambda _session, _activity: True


def _of_kind(name: str, title: LazyString, kind: Kind) -> Sort:
    """Of the marks of one kind of geometry."""
    description = _l(
        "The places of one kind, points, lines or areas, with what was said of them: map programs draw one kind in a layer, "
        "and leave out the rest. Restricted: personal data, though without names."
    )
    return Sort(
        name, title, description, True, kind.source, kind.bounds, kind.time, is_full=True, is_offered=kind.is_asked_for
    )


# To add a sort: a module in sources/ and an entry here.
SORTS = {
    sort.name: sort
    for sort in (
        Sort(
            "published",
            _l("%(name)s: what is published"),
            _l(
                "Hexagons that so many different respondents have marked that none of them can be told. No texts. While "
                "people answer, they change when as many more have answered."
            ),
            True,
            published.source,
            published.bounds,
        ),
        Sort(
            "zones",
            _l("%(name)s: zones"),
            _l("The zones of the project, such as grunnkretser and levekårssoner."),
            False,
            zones.source,
            zones.bounds,
        ),
        Sort(
            "marks",
            _l("%(name)s: all places"),
            _l(
                "Every place that has been marked, with what was said of it. Restricted: personal data, though without names."
            ),
            True,
            marks.source,
            marks.bounds,
            marks.time,
            is_full=True,
        ),
        _of_kind("points", _l("%(name)s: points"), Kind("place")),
        _of_kind("lines", _l("%(name)s: lines"), Kind("route")),
        _of_kind("areas", _l("%(name)s: areas"), Kind("area")),
    )
}
