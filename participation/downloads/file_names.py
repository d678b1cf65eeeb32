"""What downloaded files are called."""

from __future__ import annotations

from participation.clock import local, now
from participation.downloads.request import MARKS, RESPONSES, Request
from participation.downloads.selection import Selection
from participation.projects.slugs import slug_of

OF_TABLES = {MARKS: "steder", RESPONSES: "svar"}
UNNAMED = ("also", "text")


def file_name(slug: str, request: Request) -> str:
    """Project, activity, what is in it, and the day."""
    return f"{slug}-{request.activity.id}-{_kind_of(request)}-{local(now()):%Y-%m-%d}{request.format.suffix}"


def _kind_of(request: Request) -> str:
    if request.published:
        return "offentlig"
    if request.format.write_package:
        return "arkivpakke"
    if request.format.write_national:
        return "barnetrakk"
    kind = "alt" if request.format.write_workbook else OF_TABLES[request.table] + request.format.variety
    return f"{kind}-{_chosen(request.selection)}" if request.selection.narrowed else kind


def _chosen(selection: Selection) -> str:
    """What is chosen, as a format may have no room for it inside; words that were looked for stand in no name."""
    chosen = [str(one) for name, values in selection.as_arguments().items() if name not in UNNAMED for one in values]
    return slug_of(f"utvalg {' '.join(chosen)}")
