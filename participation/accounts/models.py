"""People who sign in."""

from __future__ import annotations

from datetime import datetime

from flask_login import UserMixin
from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from participation.accounts.permissions import ROLES, Permission
from participation.clock import UTCDateTime
from participation.database import Base


class Person(Base, UserMixin):
    """Someone of the municipality with a password. Participants never have a row here."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    role: Mapped[str] = mapped_column(String(40))
    password_hash: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    failed_sign_ins: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None] = mapped_column(UTCDateTime)
    disabled_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    sign_in_generation: Mapped[int] = mapped_column(default=1)

    def may(self, permission: Permission) -> bool:
        """True when the person's role has `permission`."""
        return permission in ROLES.get(self.role, frozenset())

    @property
    def is_active(self) -> bool:
        """False for people who have left."""
        return self.disabled_at is None

    def get_id(self) -> str:
        """What the sign-in cookie holds: changing the password or signing out everywhere makes it worthless."""
        return f"{self.id}.{self.sign_in_generation}"
