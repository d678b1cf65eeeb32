"""What the metadata sheet of the product says, for whoever registers it as additional data in the public map base (DOK)."""

from __future__ import annotations

from datetime import date

import shapely
from flask_babel import gettext as _

from exports.barnetrakk.metadata_xml import FORMATS, Metadata
from exports.barnetrakk.specification import NAME, NAMESPACE
from participation.activities.models import Activity
from participation.activities.newest_answers import newest_left_out
from participation.clock import local, now
from participation.languages import day
from participation.safeguards.suppression import RESOLUTION

NLOD = "https://data.norge.no/nlod/no/2.0"
TOPIC = "society"
KEYWORDS = ("Barnetråkk", "medvirkning", "barn og unge", "plan", "DOK-tilleggsdata")


def metadata(activity: Activity, address: str) -> Metadata:
    """`address`: where the project is told of."""
    project = activity.project
    return Metadata(
        identifier=f"{address.rstrip('/')}/barnetrakk/{project.slug}/{activity.id}",
        title=_("%(product)s: %(project)s, %(activity)s", product=NAME, project=project.name, activity=activity.title),
        abstract=_abstract(project.fewest_in_public),
        purpose=_(
            "Knowledge of how children use and feel about places, for plans under the Planning and Building Act (sections 3-3, "
            "4-1, 4-2 and 5-1), traffic safety and area initiatives."
        ),
        lineage=" ".join(filter(None, (_lineage(project.fewest_in_public), newest_left_out(activity)))),
        organisation=project.controller,
        contact=project.contact,
        made_on=local(now()).date(),
        period=_period(activity),
        box=_box(project.area),
        epsg=project.crs,
        licence=_("Norwegian Licence for Open Government Data (NLOD) 2.0"),
        licence_address=NLOD,
        specification=NAMESPACE,
        topic=TOPIC,
        keywords=KEYWORDS,
    )


def _abstract(fewest: int) -> str:
    return _(
        "Hexagons in which at least %(fewest)s different children have drawn roads, or put marks for activities, good experiences "
        "or bad experiences. No texts, no single marks and no numbers of children.",
        fewest=fewest,
    )


def _lineage(fewest: int) -> str:
    return _(
        "Children drew roads and put marks on a map in class, without names. The home end of each road is cut on the device. The "
        "marks are counted in hexagons (H3, resolution %(resolution)s, about 0.1 km²), the same as in everything else that is "
        "published of the activity; those with fewer than %(fewest)s different children are left out, so that a hexagon that is "
        "missing does not mean that no child is there. Which category is which feature type, and its code, was chosen by the "
        "municipality. Neither the codes nor the size of the hexagons have been checked against the national code lists.",
        resolution=RESOLUTION,
        fewest=fewest,
    )


def _period(activity: Activity) -> tuple[date, date] | None:
    """From the month it opened in to the month it closed in."""
    begun = activity.opened_at
    if begun is None:
        return None
    ended = activity.closed_at or now()
    return local(begun).date().replace(day=1), max(local(ended).date(), local(begun).date())


def _box(area: str | None) -> tuple[float, float, float, float] | None:
    """West, south, east and north of the project's area, in degrees."""
    if not area:
        return None
    west, south, east, north = (round(side, 4) for side in shapely.from_geojson(area).bounds)
    return west, south, east, north


def facts(told: Metadata) -> list[tuple[str, str]]:
    """The sheet's lines, by what they are called."""
    box = ", ".join(map(str, told.box)) if told.box else _("Not given: the project has no area")
    return [
        (_("Title"), told.title),
        (_("Identifier"), told.identifier),
        (_("Abstract"), told.abstract),
        (_("Purpose"), told.purpose),
        (_("How it was made"), told.lineage),
        (_("Owner"), told.organisation),
        (_("Contact"), told.contact),
        (_("Date"), day(told.made_on)),
        (_("Period"), " – ".join(map(day, told.period)) if told.period else ""),
        (_("Extent (west, south, east, north)"), box),
        (_("Coordinate system of the files"), f"EPSG:{told.epsg}"),
        (_("Representation"), _("Vector: hexagons")),
        (_("Formats"), ", ".join(f"{name} {version}" for name, version in FORMATS)),
        (_("Licence"), f"{told.licence} ({told.licence_address})"),
        (_("Specification"), told.specification),
        (_("Keywords"), ", ".join(told.keywords)),
        (_("Updated"), _("Not planned: each round of participation is a data set of its own.")),
    ]
