"""The documents there are. To add one: one module and one line here."""

from __future__ import annotations

from collections.abc import Callable

from participation.documents.agreement import agreement
from participation.documents.content import Document
from participation.documents.dpia import dpia
from participation.documents.record import record
from participation.projects.models import Project

DOCUMENTS: dict[str, Callable[[Project], Document]] = {"dpia": dpia, "record": record, "agreement": agreement}
