"""What roles are called, and what each allows, in words."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l


@dataclass(frozen=True)
class RoleWords:
    """The role's name, and what those who have it do."""

    name: LazyString | str
    does: LazyString | str


# To add a role: one line here and one in permissions.ROLES (a house test compares them).
ROLE_WORDS: dict[str, RoleWords] = {
    "administrator": RoleWords(_l("Administrator"), _l("everything, and who may sign in")),
    "planner": RoleWords(_l("Planner"), _l("makes and changes everything in the project, and invites people")),
    "coordinator": RoleWords(_l("Coordinator"), _l("makes and changes, but does not export or delete answers")),
    "analyst": RoleWords(_l("Analyst"), _l("reads and exports answers, changes nothing")),
    "teacher": RoleWords(_l("Teacher"), _l("sees the project and its numbers, no answers")),
    "neighbourhood_group": RoleWords(_l("Neighbourhood group"), _l("sees the project and its numbers, no answers")),
}


def role_name(role: str) -> str:
    """The role as a word; a role that is no more, as it is stored."""
    return str(ROLE_WORDS[role].name) if role in ROLE_WORDS else role
