"""Whose sign-in it is: a person known by it, by a verified e-mail, or by an invitation that is open."""

from __future__ import annotations

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.accounts import queries
from participation.accounts import services as accounts
from participation.accounts.models import NO_PASSWORD, Person
from participation.errors import Refused
from participation.members import queries as members
from participation.members import services as member_services
from participation.openid.provider import Claims


def known(session: Session, claims: Claims) -> Person | None:
    """The person who has signed in so before, or has this verified e-mail; None for others.

    Refused for those who have left, and where only the e-mail is the same.
    """
    found = with_subject(session, claims.subject) or with_email(session, claims)
    if found is None:
        return None
    if not found.is_active:
        raise Refused(_("You cannot sign in any more. Ask an administrator of the municipality."), 403)
    found.oidc_subject = claims.subject
    return found


def with_email(session: Session, claims: Claims) -> Person | None:
    """The person with this e-mail, refused unless it is verified and the person not known by another sign-in."""
    found = queries.person_by_email(session, claims.email) if claims.email else None
    if found and (found.oidc_subject or not claims.email_is_verified):
        there = _("There is a person with the address %(email)s already.", email=found.email)
        how = _("Sign in with the password, and connect the two under My account.")
        raise Refused(f"{there} {how}", 403)
    return found


def connect(session: Session, person: Person, claims: Claims) -> None:
    """Let the person sign in so from now on; refused when somebody else does."""
    other = with_subject(session, claims.subject)
    if other and other.id != person.id:
        raise Refused(_("Somebody else here signs in with that already."), 409)
    person.oidc_subject = claims.subject


def invited(session: Session, claims: Claims, token: str) -> Person:
    """Somebody new, with the part that the open invitation gives; refused without one, or without an e-mail."""
    invitation = members.invitation_with(session, token) if token else None
    if invitation is None:
        raise Refused(
            _("Nobody who signs in so is known here. Ask the person who runs the project to invite you."), 403
        )
    member_services.refuse_over(invitation)
    if not claims.email:
        raise Refused(
            _("The sign-in told no e-mail address. Choose a password instead, and connect the two under My account."),
            422,
        )
    person = accounts.add_person(session, claims.email, None, NO_PASSWORD)
    person.oidc_subject = claims.subject
    member_services.take(session, invitation, person)
    return person


def with_subject(session: Session, subject: str) -> Person | None:
    return session.scalar(select(Person).where(Person.oidc_subject == subject))
