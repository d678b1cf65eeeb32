"""Reading who takes part in a project, and who is invited."""

from __future__ import annotations

from collections.abc import Sequence

import flask
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from participation.accounts.models import Membership, Person
from participation.clock import now
from participation.members.models import MemberInvitation
from participation.projects.models import Project
from participation.safeguards.keyed_codes import hashed


def members(session: Session, project: Project) -> Sequence[Membership]:
    """The project's members by e-mail, with their persons."""
    wanted = select(Membership).where(Membership.project_id == project.id).join(Membership.person)
    return session.scalars(wanted.options(joinedload(Membership.person)).order_by(Person.email)).all()


def of_the_municipality(session: Session) -> Sequence[Person]:
    """Those whose role counts in every project, by e-mail."""
    wanted = select(Person).where(Person.role != "", Person.disabled_at.is_(None))
    return session.scalars(wanted.order_by(Person.email)).all()


def member_or_404(session: Session, project: Project, identity: int) -> Membership:
    """The project's member with this id; a missing one or another project's is a 404."""
    found = session.get(Membership, identity)
    return found if found and found.project_id == project.id else flask.abort(404)


def open_invitations(session: Session, project: Project) -> Sequence[MemberInvitation]:
    """Those that may still be taken, the newest first."""
    wanted = select(MemberInvitation).where(
        MemberInvitation.project_id == project.id,
        MemberInvitation.used_at.is_(None),
        MemberInvitation.withdrawn_at.is_(None),
        MemberInvitation.expires_at > now(),
    )
    newest = wanted.order_by(MemberInvitation.created_at.desc(), MemberInvitation.id.desc())
    return session.scalars(newest.options(joinedload(MemberInvitation.invited_by))).all()


def invitation_or_404(session: Session, project: Project, identity: int) -> MemberInvitation:
    """The project's invitation with this id; a missing one or another project's is a 404."""
    found = session.get(MemberInvitation, identity)
    return found if found and found.project_id == project.id else flask.abort(404)


def invitation_with(session: Session, token: str) -> MemberInvitation | None:
    """The invitation whose link ends so, whatever has become of it; None for a made-up one."""
    token_hash = hashed(flask.current_app.config["SECRET_KEY"], token[:100])
    wanted = select(MemberInvitation).where(MemberInvitation.token_hash == token_hash)
    return session.scalar(wanted.options(joinedload(MemberInvitation.project), joinedload(MemberInvitation.invited_by)))
