"""Who may do what. A permission is `resource:action`; a role is one line of ROLES."""

from __future__ import annotations

from enum import StrEnum


class Permission(StrEnum):
    """Everything a signed-in person may be allowed to do."""

    PROJECT_SEE = "project:see"
    PROJECT_EDIT = "project:edit"
    ACTIVITY_EDIT = "activity:edit"
    CLASS_EDIT = "class:edit"
    RESPONSE_SEE = "response:see"
    RESPONSE_MODERATE = "response:moderate"
    RESPONSE_DELETE = "response:delete"
    RESPONSE_EXPORT = "response:export"
    TOKEN_FULL = "token:full"  # noqa: S105
    FEEDBACK_EDIT = "feedback:edit"
    LOG_SEE = "log:see"
    MEMBER_EDIT = "member:edit"
    PERSON_EDIT = "person:edit"


_ALL = frozenset(Permission)
_SEE = frozenset({Permission.PROJECT_SEE})

# To add a role: one line here.
ROLES: dict[str, frozenset[Permission]] = {
    "administrator": _ALL,
    "planner": _ALL - {Permission.PERSON_EDIT},
    "coordinator": _ALL
    - {
        Permission.PERSON_EDIT,
        Permission.MEMBER_EDIT,
        Permission.LOG_SEE,
        Permission.RESPONSE_DELETE,
        Permission.RESPONSE_EXPORT,
        Permission.TOKEN_FULL,
    },
    "analyst": _SEE | {Permission.RESPONSE_SEE, Permission.RESPONSE_EXPORT},
    "teacher": _SEE,
    "neighbourhood_group": _SEE,
}


def rights_of(role: str) -> frozenset[Permission]:
    """What the role allows; nothing for none."""
    return ROLES.get(role, frozenset())
