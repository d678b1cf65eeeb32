"""What the readme says, in the language in use."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import gettext as _

from exports.readme import Readme, Section
from participation import catalogues
from participation.activities import channels
from participation.activities.models import CLOSED, Activity
from participation.clock import now
from participation.downloads.about_table import note, which
from participation.downloads.codebook import Codebook
from participation.downloads.request import Request
from participation.downloads.research.findings import INVITED, PUPILS, Findings
from participation.downloads.research.readme_left_out import left_out
from participation.downloads.research.readme_rules import reading, rules


def readme(request: Request, codebook: Codebook, found: Findings) -> Readme:
    activity = request.activity
    return Readme(
        _("Archive and research package: %(activity)s", activity=activity.title),
        [
            Section(_("What this is"), _purpose(activity), {**which(activity, now()), **_facts(request, codebook)}),
            Section(_("Method"), _method(), _numbers(found)),
            Section(_("Files"), points=_files()),
            Section(_("How those who answered are protected"), points=rules(request)),
            left_out(request, found),
            Section(_("How to read the data"), points=reading(request)),
            Section(_("Terms"), _terms(request), note(activity)),
        ],
    )


def _purpose(activity: Activity) -> list[str]:
    told = [
        _(
            "De-identified answers from a participation activity, for the plan archive and for research, in forms that can "
            "be read without the program that made them."
        )
    ]
    if activity.state != CLOSED:
        told.append(
            _(
                "The activity was not closed when this was made. Give nobody this package and a later one: the difference "
                "between them tells of those who answered in between."
            )
        )
    return told


def _facts(request: Request, codebook: Codebook) -> dict[str, str]:
    project = request.activity.project
    named = {
        _("Plan or case"): project.plan_reference,
        _("Controller"): project.controller,
        _("Contact"): project.contact,
        _("Questionnaire versions"): ", ".join(map(str, codebook.published)),
        _("Languages of the questionnaire"): ", ".join(map(catalogues.name, codebook.languages)),
    }
    return {name: value for name, value in named.items() if value}


def _method() -> list[str]:
    return [
        _(
            "Questions, choices and conditions stand in the questionnaires, one PDF for each version and language. Answers to "
            "map questions were drawn or put on a map by those who answered."
        )
    ]


def _numbers(found: Findings) -> dict[str, str]:
    by_channel = [
        channels.name(code) if count is None else f"{channels.name(code)}: {count}"
        for code, count in found.by_channel.items()
    ]
    few = [_("others with few answers")] if found.few_by_channel else []
    told = {
        _("Responses"): str(found.responses),
        _("Number of marks"): str(found.marks),
        _("Weeks in which answers came"): " – ".join(dict.fromkeys(found.weeks)),
        _("Responses by channel"): "; ".join([*by_channel, *few]),
        _("Classes"): str(found.classes or ""),
        **_rates(found.rates),
    }
    return {name: value for name, value in told.items() if value}


def _rates(rates: Mapping[str, tuple[int, int]]) -> dict[str, str]:
    names = {
        INVITED: _("Response rate of those invited"),
        PUPILS: _(
            "Response rate of pupils in the classes that answered (of as many as were put down for each, or as answered where "
            "that is more)"
        ),
    }
    return {
        names[who]: _(
            "%(share)s %% (%(answered)s of %(asked)s)", share=_share(answered, asked), answered=answered, asked=asked
        )
        for who, (asked, answered) in rates.items()
    }


def _share(part: int, whole: int) -> int:
    return round(100 * part / whole)


def _files() -> list[str]:
    return [
        _("svar.csv: one row a response, without school and class."),
        _("steder.csv and steder.gml: one row a mark, at the middle of a hexagon or in a zone."),
        _("veier.csv and veier.gml: hexagons that enough different respondents have drawn roads through."),
        _("An .xsd file says of the GML file of the same name what is a number and what a text."),
        _("kodebok.csv and kodebok.json: what each column and code means, in every language of the questionnaire."),
        _("data.gpkg: the same tables as a GeoPackage, for QGIS and ArcGIS."),
        _("questionnaires/: the questionnaire as PDF/A-2u, by version and language."),
        _(
            "manifest-sha256.txt: the SHA-256 of each file. The package is a BagIt bag (RFC 8493), and any BagIt program can "
            "check that it is whole."
        ),
    ]


def _terms(request: Request) -> list[str]:
    return [
        _(
            "De-identified is not anonymous. The package is for archives and for research that the controller has agreed to. Do "
            "not try to find out who has answered, do not join it with data on persons, and publish no single rows."
        ),
        _("Questions go to: %(contact)s", contact=request.activity.project.contact or _("the municipality")),
    ]
