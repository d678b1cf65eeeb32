"""Pictures beside a workbook."""

from __future__ import annotations

from pathlib import Path

from flask_babel import gettext as _

from participation.errors import Refused
from participation.reasons import reason
from surveys.errors import AnswerError
from surveys.messages import Message
from surveys.picture import safe_picture
from surveys.xlsform.findings import Finding
from surveys.xlsform.importing import Imported


def pictures_beside(imported: Imported, workbook: Path, media: Path | None) -> tuple[dict[str, bytes], list[Finding]]:
    """The pictures that the workbook shows, encoded anew, by name; and what is wrong with others, with sheet and row.

    They lie in the folder `media`, else beside the workbook or in a folder "media" there.
    """
    if media is not None and not media.is_dir():
        raise Refused(_("%(folder)s is no folder. Write the folder with the pictures.", folder=media))
    folders = [media] if media else [workbook.parent / "media", workbook.parent]
    found, problems = {}, []
    for name, (sheet, row) in imported.pictures.items():
        try:
            found[name] = safe_picture(_file(name, folders), name)
        except AnswerError as error:
            why = error.render(_)
            told = _("The picture “%(name)s” cannot be shown. %(why)s", name=name, why=why)
            problems.append(Finding(sheet, row, Message(told)))
        except OSError as error:
            told = _("The picture “%(name)s” cannot be read: %(why)s.", name=name, why=reason(error))
            problems.append(Finding(sheet, row, Message(told)))
        except LookupError:
            told = _(
                "The picture “%(name)s” is not beside the workbook, and is not shown. Put it in a folder “media” there.",
                name=name,
            )
            problems.append(Finding(sheet, row, Message(told)))
    return found, problems


def _file(name: str, folders: list[Path]) -> bytes:
    """LookupError where no folder has it."""
    for folder in folders:
        if (folder / name).is_file():
            return (folder / name).read_bytes()
    raise LookupError(name)
