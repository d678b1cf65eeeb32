"""The agreement with somebody who runs the program for the municipality (article 28 of the GDPR)."""

from __future__ import annotations

from flask_babel import gettext as _

from participation.documents import facts
from participation.documents.content import Document, Section
from participation.projects.models import Project


def agreement(project: Project) -> Document:
    """Needed only where somebody else than the municipality runs the server."""
    return Document(
        _("Data processing agreement"),
        _(
            "Needed only when somebody else than the municipality runs the server. Let a lawyer read "
            "it before it is signed."
        ),
        (
            Section(
                _("Parties"),
                table=facts.of_the_project(project),
                asks=[_("Processor, with address and contact"), _("From when, and until when")],
            ),
            Section(
                _("What the processor does"),
                [
                    _(
                        "The processor runs the program, takes backups and installs updates, and does nothing else "
                        "with the data than what the controller has asked for in writing."
                    ),
                    _("Those who work with the data have promised to keep silent."),
                ],
            ),
            Section(_("The data"), table=facts.kinds_of_data()),
            Section(
                _("Security"),
                [
                    _(
                        "The processor keeps the server updated, its disks and backups encrypted, and its access "
                        "logs for at most seven days, and tells the controller of a breach without delay and "
                        "within 24 hours."
                    ),
                ],
                asks=[_("Further measures")],
            ),
            Section(
                _("Others"),
                [
                    _(
                        "The processor uses no other processors than those listed, and tells 30 days before it "
                        "changes them."
                    )
                ],
                asks=[_("Other processors, and where they are")],
            ),
            Section(
                _("Help and insight"),
                [
                    _(
                        "The processor helps when somebody asks for what is kept about them, and lets the "
                        "controller see that the agreement is kept."
                    ),
                ],
            ),
            Section(
                _("When it ends"),
                [_("The processor hands over a whole backup, then deletes everything, backups too, and confirms it.")],
            ),
            Section(_("Annex: who reaches what"), [facts.from_the_code()], facts.roles_and_data()),
            Section(_("Annex: how long"), [facts.from_the_code()], facts.retention()),
            Section(_("Signatures"), asks=[_("For the controller"), _("For the processor")]),
        ),
    )
