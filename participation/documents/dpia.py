"""The assessment of what the processing means for people (article 35 of the GDPR), begun with what is known."""

from __future__ import annotations

from flask_babel import gettext as _

from participation.documents import facts
from participation.documents.content import Document, Section, Table
from participation.projects.models import Project


def dpia(project: Project) -> Document:
    """A DPIA with the project's facts, what the program does, and open lines for what people must judge."""
    return Document(
        _("Data protection impact assessment (DPIA)"),
        _(
            "A beginning to work on together with the data protection officer. What the program does "
            "stands here already; what you must judge has lines to write on."
        ),
        (
            Section(
                _("What is done, and why"),
                [project.description] if project.description else [],
                facts.of_the_project(project),
                [_("What will the answers be used for, and by whom?"), _("Why is it needed, and could less do?")],
            ),
            Section(_("Whose data"), table=facts.kinds_of_data(), asks=[_("How many take part, and of what age?")]),
            Section(
                _("Who reaches what"), [facts.from_the_code()], facts.roles_and_data(), [_("Who has which role here?")]
            ),
            Section(_("How long"), [facts.from_the_code()], facts.retention()),
            Section(
                _("Risks, and what is done about them"),
                table=risks(),
                asks=[_("Which risks are left, and are they acceptable?")],
            ),
            Section(
                _("Those it is about"),
                asks=[
                    _("How have pupils, guardians or residents been heard?"),
                    _("What does the data protection officer advise?"),
                ],
            ),
            Section(_("Decision"), asks=[_("Decision, date and signature")]),
        ),
    )


def risks() -> Table:
    """What may go wrong, and what the program does about it; how likely and how bad is for people to judge."""
    rows = [
        (_("A road shows where a child lives."), _("The home end is cut on the device, at a circle that is not centred on the home.")),
        (_("A text names somebody, or tells who wrote it."), _(
"Texts are asked about before they are sent, pointed out to the municipality, and "
"never public before somebody has looked."
)),
        (_("A small number points to one person."), _(
"In public nothing is shown that fewer than five stand behind, to staff and classes "
"nothing under three."
)),
        (_("Somebody reads answers without a reason."), _(
"Roles for each project, a log of every change and reading that cannot be changed, "
"rights that end at once."
)),
        (_("A child writes that something is wrong at home."), _("Such texts come first, with the municipality's routine beside them.")),
        (_("Answers are kept too long."), _("Everything has a day on which it is deleted, and one command does it.")),
        (_("Answers get lost, or into wrong hands, on their way."), _(
"An answer stays on the device until the server has it on disk. Nothing is asked of "
"other servers than this one."
)),
    ]  # fmt: skip
    return Table(
        [_("Risk"), _("What the program does"), _("How likely"), _("How bad")], [[*row, "", ""] for row in rows]
    )
