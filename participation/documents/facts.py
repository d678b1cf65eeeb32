"""What the documents say of the program itself, made from what it does: nothing of it is written twice."""

from __future__ import annotations

from flask_babel import LazyString, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from participation.accounts.permissions import ROLES, Permission
from participation.accounts.role_words import role_name
from participation.documents.content import Table
from participation.projects import privacy_facts
from participation.projects.models import Project
from participation.retention.periods import PERIODS

# To add a permission: one line here too.
DATA: dict[Permission, LazyString] = {
    Permission.PROJECT_SEE: _l("The project and its numbers"),
    Permission.PROJECT_EDIT: _l("The project's settings"),
    Permission.ACTIVITY_EDIT: _l("Activities and questionnaires"),
    Permission.CLASS_EDIT: _l("Classes, codes and the teachers' e-mail addresses"),
    Permission.RESPONSE_SEE: _l("Single answers, marks, texts and photos"),
    Permission.RESPONSE_MODERATE: _l("Hiding answers and showing them again"),
    Permission.RESPONSE_DELETE: _l("Deleting answers"),
    Permission.RESPONSE_EXPORT: _l("Files with answers"),
    Permission.TOKEN_FULL: _l("Letting another program read every answer, for a while"),
    Permission.FEEDBACK_EDIT: _l("What is told to those who answered"),
    Permission.LOG_SEE: _l("The log of who has changed and read what"),
    Permission.MEMBER_EDIT: _l("Who takes part in the project"),
    Permission.PERSON_EDIT: _l("Who may sign in"),
}


def roles_and_data() -> Table:
    """Which role reaches which data, from the table that the program itself asks."""
    headings = [_("Data"), *(role_name(role) for role in ROLES)]
    rows = [
        [str(words), *(_("yes") if right in rights else "–" for rights in ROLES.values())]
        for right, words in DATA.items()
    ]
    return Table(headings, rows)


def retention() -> Table:
    """What is deleted when, from the table that the program carries out."""
    rows = [[str(period.what), after(period.days, str(period.since))] for period in PERIODS.values()]
    return Table([_("What"), _("Deleted")], rows)


def after(days: int, since: str) -> str:
    """How long after what."""
    if not days:
        return _("when %(what)s", what=since)
    return ngettext("one day after %(what)s", "%(num)s days after %(what)s", days, what=since)


def of_the_project(project: Project) -> Table:
    """The privacy fields as they are filled in; those that are not are left open."""
    named = [(_("Project"), project.name), (_("Plan or case"), project.plan_reference)]
    return Table([_("What"), _("Answer")], [*named, *privacy_facts.every(project)])


def from_the_code() -> str:
    """Said above a table that nobody has written."""
    return _("This table is made from the tables that the program itself obeys.")


def kinds_of_data() -> Table:
    """What is kept of whom."""
    return Table(
        [_("Of whom"), _("What is kept"), _("What is not")],
        [
            [
                _("Pupils in a class"),
                _(
                    "Roads, places, texts and choices; school, year and class; a made-up nickname; a hash of "
                    "their code; times; language."
                ),
                _(
                    "Name, birth date, address, e-mail, account, network address, browser. The home end of a "
                    "road never leaves the device."
                ),
            ],
            [
                _("Residents"),
                _("Answers, places and photos without camera data; times; language; the way they answered."),
                _("Name, address, e-mail, network address, browser. Who was invited is never tied to an answer."),
            ],
            [
                _("Teachers"),
                _("E-mail address and when the link was last used, until the link's time is over."),
                _("Anything else."),
            ],
            [
                _("Those who work with the answers"),
                _(
                    "E-mail address, role, a hash of the password or the municipality's own sign-in, sign-ins, "
                    "and what they changed and read."
                ),
                _("Network addresses."),
            ],
        ],
    )
