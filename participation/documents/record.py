"""The record of processing (article 30 of the GDPR) for one project."""

from __future__ import annotations

from flask_babel import gettext as _

from participation.documents import facts
from participation.documents.content import Document, Section
from participation.projects.models import Project


def record(project: Project) -> Document:
    """What article 30 asks for, filled in as far as the program knows."""
    return Document(
        _("Record of processing"),
        _("For the municipality's record under article 30. Fill in what is open and add it there."),
        (
            Section(
                _("The processing"),
                table=facts.of_the_project(project),
                asks=[_("Purpose"), _("Joint controllers, if any")],
            ),
            Section(_("People and data"), table=facts.kinds_of_data()),
            Section(
                _("Who receives data"), [facts.from_the_code()], facts.roles_and_data(), [_("Others who receive data")]
            ),
            Section(_("When it is deleted"), [facts.from_the_code()], facts.retention()),
            Section(
                _("Security"),
                [
                    _(
                        "The program runs on the municipality's own server. Every transfer is encrypted (HTTPS). "
                        "Codes and passwords are kept as hashes. Changes and readings are logged in a chain that "
                        "cannot be changed. Backups hold everything, and what is erased stays erased when one is "
                        "put back."
                    ),
                    _("Nothing is transferred to countries outside the EEA by the program."),
                ],
                asks=[_("Where the server and its backups stand, and who runs them")],
            ),
        ),
    )
