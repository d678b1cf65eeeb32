"""People who sign in, the projects they take part in, and where they are signed in."""

from __future__ import annotations

from datetime import datetime

from flask_login import UserMixin
from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.accounts.permissions import Permission, rights_of
from participation.clock import UTCDateTime
from participation.database import Base

# What stands instead of a hash for those who only use the municipality's own sign-in: no password fits it.
NO_PASSWORD = "!"  # noqa: S105


class Person(Base, UserMixin):
    """Someone of the municipality, or a helper from outside. Participants never have a row here.

    `role` counts in every project; it is empty for those who only have a part in some. `oidc_subject`: issuer and subject
    of the municipality's own sign-in, once the person has used it.
    """

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    role: Mapped[str] = mapped_column(String(40))
    password_hash: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    failed_sign_ins: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None] = mapped_column(UTCDateTime)
    disabled_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    oidc_subject: Mapped[str | None] = mapped_column(String(500), unique=True)

    memberships: Mapped[list[Membership]] = relationship(back_populates="person", passive_deletes=True)

    def may(self, permission: Permission, project_id: int | None = None) -> bool:
        """True when the person may do this in the project; without one, in the whole municipality."""
        return permission in self.rights(project_id)

    def rights(self, project_id: int | None = None) -> frozenset[Permission]:
        """All the person may do in the project: by the role in the municipality and by the one in the project."""
        parts = [one.role for one in self.memberships if one.project_id == project_id] if project_id else []
        return frozenset().union(*map(rights_of, [self.role, *parts]))

    @property
    def has_password(self) -> bool:
        """False for those who only use the municipality's own sign-in."""
        return self.password_hash != NO_PASSWORD

    @property
    def is_active(self) -> bool:
        """False for people who have left."""
        return self.disabled_at is None


class Membership(Base):
    """A person's part in one project."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("person_id", "project_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), index=True)
    role: Mapped[str] = mapped_column(String(40))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)

    person: Mapped[Person] = relationship(back_populates="memberships")


class SignIn(Base):
    """A browser in which a person is signed in. Its cookie holds a random token, the store a hash of it; no address is kept.

    `last_seen_at` is written once an hour at most.
    """

    __tablename__ = "sign_in"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    browser: Mapped[str] = mapped_column(String(20))
    system: Mapped[str] = mapped_column(String(20))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    last_seen_at: Mapped[datetime] = mapped_column(UTCDateTime)

    person: Mapped[Person] = relationship()
