"""The files a mail merge takes: a row for each recipient with link and code, and the QR codes as pictures.

They hold the only copy of the codes, so they are made for one download and kept nowhere.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import flask
import segno
from flask_babel import gettext as _

from exports.formats.csv import NORWEGIAN, write_csv
from exports.formats.xlsx import write_workbook
from exports.table import Column, FeatureTable, Row
from exports.workbook import Sheet, Workbook
from participation.activities.models import Activity
from participation.invitations.services import Issued
from participation.languages import current
from participation.safeguards.keyed_codes import grouped

PICTURES = "qr"
PIXELS = 8
WIDE = {"link": 60, "text": 90}


def link(activity: Activity, code: str) -> str:
    """The personal address: it is opened once, by the one who was sent it."""
    return f"{survey_address(activity)}/i/{code}"


def survey_address(activity: Activity) -> str:
    """The survey's own address, where the code can be typed in."""
    root = flask.current_app.config["BASE_URL"] or flask.request.url_root.rstrip("/")
    return f"{root}/a/{activity.id}"


def merge_archive(activity: Activity, issued: Sequence[Issued]) -> bytes:
    """A ZIP with the same recipients three times over (letters, SMS, Digipost) as CSV and as one workbook, and QR codes."""
    packed = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in _tables(activity, issued, Path(folder)):
            archive.write(path, path.name)
        archive.writestr(_("read-me-first.txt"), _note(activity).replace("\n", "\r\n"))
        for one in issued:
            # A picture is packed already.
            archive.writestr(_picture_name(one), _picture(link(activity, one.code)), zipfile.ZIP_STORED)
    return packed.getvalue()


def _tables(activity: Activity, issued: Sequence[Issued], folder: Path) -> Iterable[Path]:
    made = {_("letters"): _letters, "sms": _messages, "digipost": _digipost}
    for name, table in made.items():
        path = folder / f"{name}.csv"
        write_csv(NORWEGIAN, table(name, activity, issued), path, current())
        yield path
    book = folder / _("all-codes.xlsx")
    write_workbook(
        Workbook([Sheet(name, table(name, activity, issued), True, WIDE) for name, table in made.items()]),
        book,
        current(),
    )
    yield book


def _letters(name: str, activity: Activity, issued: Sequence[Issued]) -> FeatureTable:
    columns = [*_both(), _column("address", _("Type it in at")), _column("picture", _("Picture of the QR code"))]
    place = survey_address(activity)
    rows = [Row([*_told(activity, one), place, _picture_name(one)]) for one in issued]
    return FeatureTable(name, columns, rows)


def _messages(name: str, activity: Activity, issued: Sequence[Issued]) -> FeatureTable:
    rows = []
    for one in issued:
        told = _("Answer “%(title)s”: %(link)s", title=activity.title[:60], link=link(activity, one.code))
        rows.append(Row([*_told(activity, one), told]))
    return FeatureTable(name, [*_both(), _column("text", _("Message"))], rows)


def _digipost(name: str, activity: Activity, issued: Sequence[Issued]) -> FeatureTable:
    rows = []
    for one in issued:
        told = _(
            "You are invited to answer “%(title)s”. Your own link: %(link)s Or go to %(address)s and type the code %(code)s. "
            "The code works once, and nobody can see which answer is yours.",
            title=activity.title,
            link=link(activity, one.code),
            address=survey_address(activity),
            code=grouped(one.code),
        )
        rows.append(Row([*_told(activity, one), activity.title, told]))
    return FeatureTable(name, [*_both(), _column("subject", _("Subject")), _column("text", _("Message"))], rows)


def _both() -> list[Column]:
    names = {"recipient": _("Recipient"), "link": _("Link"), "code": _("Code")}
    return [_column(name, heading) for name, heading in names.items()]


def _column(name: str, heading: str) -> Column:
    return Column(name, "text", {current(): heading})


def _told(activity: Activity, one: Issued) -> list[str]:
    return [one.recipient, link(activity, one.code), grouped(one.code)]


def _picture_name(one: Issued) -> str:
    return f"{PICTURES}/{one.recipient}.png"


def _picture(address: str) -> bytes:
    file = io.BytesIO()
    # One mask for all: trying which of eight looks best takes most of the time, and every reader takes any of them.
    segno.make_qr(address, error="m", mask=3, boost_error=False).save(file, kind="png", scale=PIXELS, border=4)
    return file.getvalue()


def _note(activity: Activity) -> str:
    return _(
        "Personal codes for “%(title)s”\n\n"
        "These files hold the only copy of the codes. The program keeps none that can be read.\n"
        "Whoever has a code can answer with it, so pass the files on only to whoever sends the letters.\n"
        "Delete them when the letters are sent. If they are lost, make new codes: the old ones then stop working.\n",
        title=activity.title,
    )
