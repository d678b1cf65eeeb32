"""Projects, their zones and their schools."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.clock import UTCDateTime
from participation.database import Base
from participation.safeguards.suppression import fewest_respondents


class Project(Base):
    """An area initiative or plan process. Geometry is GeoJSON text, WGS84.

    `languages`: codes of those that its questionnaires are to be in, with spaces between; `fewest_…`: how many different
    respondents must stand behind what is shown, where that is more than everywhere else.
    """

    __tablename__ = "project"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(Text, default="")
    area: Mapped[str | None] = mapped_column(Text)
    crs: Mapped[int] = mapped_column(default=25832)
    dwellings_per_km2: Mapped[float | None]
    is_demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    archived_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    controller: Mapped[str] = mapped_column(String(200), default="")
    contact: Mapped[str] = mapped_column(String(300), default="")
    privacy_officer: Mapped[str] = mapped_column(String(300), default="")
    legal_basis: Mapped[str] = mapped_column(Text, default="")
    opt_out_by: Mapped[date | None]
    delete_by: Mapped[date | None]
    dpia_done_on: Mapped[date | None]
    adult_to_talk_to: Mapped[str] = mapped_column(String(200), default="")
    helpline_name: Mapped[str] = mapped_column(String(200), default="Alarmtelefonen for barn og unge")
    helpline_number: Mapped[str] = mapped_column(String(40), default="116 111")
    worry_routine: Mapped[str] = mapped_column(Text, default="")
    plan_reference: Mapped[str] = mapped_column(String(200), default="", server_default="")
    languages: Mapped[str] = mapped_column(String(200), default="", server_default="")
    fewest_public: Mapped[int | None]
    fewest_signed_in: Mapped[int | None]
    public_since: Mapped[datetime | None] = mapped_column(UTCDateTime)

    zones: Mapped[list[Zone]] = relationship(back_populates="project", passive_deletes=True)
    schools: Mapped[list[School]] = relationship(back_populates="project", passive_deletes=True, order_by="School.name")

    @property
    def is_for_everyone(self) -> bool:
        """True when it tells the public of itself."""
        return self.public_since is not None and self.archived_at is None

    @property
    def fewest_in_public(self) -> int:
        """How many different respondents stand behind anything that is public."""
        return fewest_respondents(public=True, configured=self.fewest_public)

    @property
    def fewest_for_staff(self) -> int:
        """How many different respondents stand behind any number that those who are signed in, or a class, see."""
        return fewest_respondents(public=False, configured=self.fewest_signed_in)

    @property
    def missing_privacy_fields(self) -> list[str]:
        """Names of the fields that must be filled before a real class opens (domain: privacy)."""
        fields = (
            "controller",
            "contact",
            "privacy_officer",
            "legal_basis",
            "opt_out_by",
            "delete_by",
            "dpia_done_on",
        )
        return [field for field in fields if not getattr(self, field)]


class Zone(Base):
    """A named polygon of a kind. `bbox` columns are degrees, WGS84."""

    __tablename__ = "zone"
    __table_args__ = (
        UniqueConstraint("project_id", "kind", "code"),
        Index("ix_zone_project_id_kind", "project_id", "kind"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(80))
    code: Mapped[str] = mapped_column(String(80))
    name: Mapped[str] = mapped_column(String(200))
    geometry: Mapped[str] = mapped_column(Text)
    west: Mapped[float]
    south: Mapped[float]
    east: Mapped[float]
    north: Mapped[float]
    dwellings_per_km2: Mapped[float | None]
    population: Mapped[int | None]

    project: Mapped[Project] = relationship(back_populates="zones")


class School(Base):
    """A school of the project: a point in WGS84 degrees."""

    __tablename__ = "school"
    __table_args__ = (UniqueConstraint("project_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(80), default="")
    longitude: Mapped[float]
    latitude: Mapped[float]

    project: Mapped[Project] = relationship(back_populates="schools")
