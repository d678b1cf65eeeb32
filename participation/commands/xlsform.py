"""`lokalkjent xlsform`: questionnaires from workbooks and to them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import orjson
from flask_babel import gettext as _

from participation.activities import pictures, queries
from participation.activities.workbook import told
from participation.commands.application import application
from participation.commands.output import give, say
from participation.commands.picture_files import pictures_beside
from participation.commands.rows import activity_numbered
from participation.commands.workbooks import imported_from, tell, worth_a_look, write
from participation.database import reading
from participation.errors import Refused
from participation.extensions import db
from surveys.xlsform.findings import Finding, XLSFormError
from surveys.xlsform.importing import Imported
from surveys.xlsform.workbook_writing import export_workbook


@click.group("xlsform")
def command() -> None:
    """Questionnaires as XLSForm workbooks."""


@command.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--media", type=click.Path(path_type=Path), help="the folder with the workbook's pictures")
@click.option("--json", "as_json", is_flag=True)
def check(file: Path, media: Path | None, as_json: bool) -> None:
    """Tell what a workbook would become: nothing is stored."""
    try:
        imported = imported_from(file)
    except XLSFormError as error:
        if as_json:
            give(_checked(None, error.problems, error.notices), as_json)
        else:
            tell(error.problems)
        raise Refused(
            _("The workbook gives no questionnaire. Mend what is told of each row, and try again.")
        ) from error
    notices = [*imported.notices, *pictures_beside(imported, file, media)[1], *worth_a_look(imported)]
    if not as_json:
        tell(notices)
    give(_checked(imported, (), notices) if as_json else _counts(imported), as_json)


@command.command("export")
@click.argument("activity")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path))
@click.option("--media", type=click.Path(path_type=Path), help="a folder to put its pictures into")
def export(activity: str, output: Path, media: Path | None) -> None:
    """Write the newest questionnaire of ACTIVITY (its id) as an XLSForm workbook (.xlsx), and its pictures beside it."""
    with application():
        with reading(db) as session:
            version = queries.newest_version(session, activity_numbered(session, activity))
            document = orjson.loads(version.document) if version else None
            shown = pictures.all_of(session, version) if version and media else {}
        if document is None:
            raise Refused(_("The activity has no questionnaire yet."))
        try:
            made = export_workbook(document)
        except XLSFormError as error:
            raise Refused("\n".join(map(told, error.problems))) from error
        write(output, made)
        for name, data in shown.items():
            write(Path(media or "") / name, data)
    say(_("Wrote the questionnaire to %(file)s.", file=output))


def _counts(imported: Imported) -> dict[str, Any]:
    questionnaire = imported.questionnaire
    return {
        "questions": sum(len(page.questions) for page in questionnaire.pages),
        "map_questions": len(questionnaire.map_questions),
        "languages": list(questionnaire.languages),
    }


def _checked(imported: Imported | None, problems: Sequence[Finding], notices: Sequence[Finding]) -> dict[str, Any]:
    counts = _counts(imported) if imported else {"questions": 0, "map_questions": 0, "languages": []}
    return {"ok": imported is not None, **counts, "problems": _rows(problems), "notices": _rows(notices)}


def _rows(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    return [{"row": each.row, "sheet": each.sheet, "message": each.render(_)} for each in findings]
