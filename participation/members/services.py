"""Changes to who takes part: inviting, taking an invitation, changing a role, removing."""

from __future__ import annotations

import secrets
from datetime import timedelta

import flask
from flask_babel import gettext as _
from sqlalchemy import update
from sqlalchemy.orm import Session

from participation.accounts import services as accounts
from participation.accounts.models import Membership, Person
from participation.accounts.permissions import ROLES, Permission, rights_of
from participation.clock import now
from participation.errors import Refused
from participation.members.models import MemberInvitation
from participation.projects.models import Project
from participation.safeguards.keyed_codes import hashed

VALID_FOR = timedelta(days=7)
OF_PROJECTS = tuple(role for role, rights in ROLES.items() if Permission.PERSON_EDIT not in rights)


def roles_to_give(giver: Person, project: Project) -> list[str]:
    """The roles of projects that allow no more than the giver's own rights there."""
    return [role for role in OF_PROJECTS if rights_of(role) <= giver.rights(project.id)]


def invite(session: Session, project: Project, giver: Person, role: str, note: str) -> str:
    """A new invitation; gives the end of its link, which the store does not hold."""
    refuse_too_much(giver, project, role)
    token = secrets.token_urlsafe(24)
    session.add(
        MemberInvitation(
            project_id=project.id,
            invited_by_id=giver.id,
            role=role,
            note=note.strip(),
            token_hash=hashed(flask.current_app.config["SECRET_KEY"], token),
            created_at=now(),
            expires_at=now() + VALID_FOR,
        )
    )
    session.flush()
    return token


def withdraw(invitation: MemberInvitation) -> None:
    """Make the link worthless; one that was used stays used."""
    if invitation.used_at is None:
        invitation.withdrawn_at = now()


def let_stand(invitation: MemberInvitation) -> None:
    """The link works again, for as long as it would have."""
    invitation.withdrawn_at = None


def refuse_over(invitation: MemberInvitation) -> None:
    """Refused with 410 when the invitation was used or withdrawn, or its time is over."""
    if invitation.used_at:
        reason = _("This invitation has been used. If it was you, sign in.")
    elif invitation.withdrawn_at:
        reason = _("This invitation has been withdrawn.")
    elif invitation.expires_at <= now() or not still_stands(invitation):
        reason = _("This invitation is too old.")
    else:
        return
    ask = _("Otherwise ask for a new one: %(email)s.", email=invitation.invited_by.email)
    raise Refused(f"{reason} {ask}", 410)


def still_stands(invitation: MemberInvitation) -> bool:
    """False when the one who invited may not do so any more."""
    giver = invitation.invited_by
    return giver.is_active and giver.may(Permission.MEMBER_EDIT, invitation.project_id)


def take(session: Session, invitation: MemberInvitation, person: Person) -> None:
    """Give the person the invitation's role in the project; refused when another was first.

    A part that allows as much already stays as it is.
    """
    unused = (MemberInvitation.id == invitation.id, MemberInvitation.used_at.is_(None))
    taken = session.execute(
        update(MemberInvitation).where(*unused).values(used_at=now()).returning(MemberInvitation.id)
    )
    if taken.one_or_none() is None:
        session.refresh(invitation)
        refuse_over(invitation)
    had = next((one.role for one in person.memberships if one.project_id == invitation.project_id), None)
    if had is None or not rights_of(invitation.role) <= rights_of(had):
        accounts.give_part(session, person, invitation.project_id, invitation.role)


def change_role(giver: Person, project: Project, member: Membership, role: str) -> None:
    """Another role, which counts from the member's next request."""
    if role not in OF_PROJECTS:
        raise Refused(_("Choose a role."), 422)
    refuse_too_much(giver, project, member.role)
    refuse_too_much(giver, project, role)
    member.role = role


def remove(session: Session, giver: Person, project: Project, member: Membership) -> None:
    """The member's part ends with their next request."""
    refuse_too_much(giver, project, member.role)
    session.delete(member)


def put_back(session: Session, giver: Person, project: Project, person: Person, role: str) -> None:
    """Undo a removal. Refused where the giver may not give the role, or the person has a part again already."""
    refuse_too_much(giver, project, role)
    if any(one.project_id == project.id for one in person.memberships):
        raise Refused(_("%(email)s takes part in the project again already.", email=person.email), 409)
    accounts.give_part(session, person, project.id, role)


def refuse_too_much(giver: Person, project: Project, role: str) -> None:
    """Refused when the role allows more than the giver may, or is none of projects."""
    if role not in roles_to_give(giver, project):
        raise Refused(_("You can only give or change roles that allow no more than your own."), 403)
