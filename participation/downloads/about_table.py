"""The first sheet: what the file holds, when it was made, what was left out, and what may be done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from flask_babel import format_datetime
from flask_babel import gettext as _

from exports.table import FeatureTable, Row
from participation.activities import channels
from participation.activities.kinds import KINDS
from participation.activities.models import Activity
from participation.downloads import columns, wording
from participation.downloads.about_selection import LeftOut, rows_left_out, whose, withdrawn_ones
from participation.downloads.codebook import Codebook
from participation.downloads.request import Request
from participation.languages import number
from participation.moderation.filters import flag_names

COLUMNS = {"fact": "text", "value": "text"}


def about(
    request: Request,
    codebook: Codebook,
    counts: tuple[int, int, int],
    by_channel: Mapping[str, int],
    left_out: LeftOut,
    withdrawn: int,
    made_at: datetime,
) -> dict[str, str]:
    """Facts by name, in order.

    `counts`: responses in the file, people behind them, and marks; `by_channel`: the responses; `withdrawn`: responses that
    are no more.
    """
    activity = request.activity
    responses, people, marks = counts
    return {
        **which(activity, made_at),
        _("Questionnaire versions"): ", ".join(map(str, codebook.published)),
        _("Responses in the file"): str(responses),
        **({_("People behind the responses"): str(people)} if people != responses else {}),
        _("Responses by channel"): "; ".join(f"{channels.name(one)}: {count}" for one, count in by_channel.items()),
        _("Marks in the file"): str(marks),
        _("Selection"): "; ".join(_filters(request, codebook)) or _("Everything"),
        **whose(request.selection),
        **rows_left_out(left_out, request.selection),
        **withdrawn_ones(withdrawn, request.selection),
        _("Coordinates"): coordinates(request),
        _("Lengths and areas"): _("Measured in EPSG:%(code)s.", code=activity.project.crs),
        _("Numbers"): _("No. and response no. are running numbers and say nothing of who answered."),
        _("Licence"): _(
            "Restricted. Without names, but still personal data until it is deleted: "
            "do not publish it or pass it on without the right to."
        ),
        **note(activity),
    }


def long_texts(request: Request, has_some: bool) -> dict[str, str]:
    """What becomes of them, where the format has no room for them."""
    if not has_some:
        return {}
    return {
        _("Long texts"): _(
            "A cell holds %(most)s characters. Texts that are longer end in […]; they are whole in CSV, GeoJSON and GeoPackage.",
            most=number(request.format.longest_text),
        )
    }


def about_table(name: str, facts: Mapping[str, str], language: str) -> FeatureTable:
    return FeatureTable(name, columns.fixed(language, COLUMNS), [Row(fact) for fact in facts.items()])


def which(activity: Activity, made_at: datetime) -> dict[str, str]:
    kind = KINDS.get(activity.kind)
    return {
        _("Project"): activity.project.name,
        _("Activity"): f"{activity.title} ({activity.id})",
        _("Kind"): str(kind.label) if kind else activity.kind,
        _("Made"): format_datetime(made_at, "yyyy-MM-dd HH:mm"),
    }


def note(activity: Activity) -> dict[str, str]:
    return {_("Note"): _("Invented answers, for demonstration.")} if activity.project.is_demo else {}


def coordinates(request: Request) -> str:
    return _("lon and lat: WGS84 (EPSG:4326). e and n: EPSG:%(code)s.", code=request.epsg)


def _filters(request: Request, codebook: Codebook) -> list[str]:
    known, selection = wording.headings(), request.selection
    labels = _labels(codebook, request.language)
    chosen: list[tuple[str, Sequence[object]]] = [
        (known["class_session"], selection.classes),
        (known["school"], selection.schools),
        (known["school_year"], selection.years),
        (known["question_label"], selection.questions),
        (known["category_label"], selection.categories),
        (known["channel_label"], [channels.name(channel) for channel in selection.channels]),
        (known["week"], selection.weeks),
        *((labels.get(name, name), codes) for name, codes in selection.answers.items()),
        *_looked_for(request),
    ]
    return [
        f"{name}: {', '.join(labels.get(str(code), str(code)) for code in codes)}" for name, codes in chosen if codes
    ]


def _looked_for(request: Request) -> list[tuple[str, Sequence[object]]]:
    known, asked = wording.headings(), dict(request.selection.looked_for)
    zones = {str(zone.id): zone.name for zone in request.activity.project.zones}
    flags = flag_names()
    return [
        (known["zone_name"], [zones.get(zone, zone) for zone in asked.get("zone", ())]),
        (_("To look at"), [flags.get(flag, flag) for flag in asked.get("flag", ())]),
        (_("Text"), asked.get("text", ())),
    ]


def _labels(codebook: Codebook, language: str) -> dict[str, str]:
    """What variables and codes that can be filtered on are called, the code behind."""
    labels = {code: category.label_in(language) for (_question, code), category in codebook.categories.items()}
    for question in (*codebook.map_questions.values(), *codebook.asked.values()):
        labels[question.variable] = question.label_in(language)
        labels |= {choice.code: choice.label_in(language) for choice in question.choices}
    return {code: f"{label} ({code})" for code, label in labels.items()}
