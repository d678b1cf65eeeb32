"""Tell of a project: its plan, languages and thresholds, its phases and contact persons, and whether everyone sees it."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

COLUMNS = (
    ("plan_reference", sa.String(length=200), ""),
    ("languages", sa.String(length=200), ""),
    ("fewest_public", sa.Integer(), None),
    ("fewest_signed_in", sa.Integer(), None),
    ("public_since", sa.DateTime(timezone=True), None),
)


def upgrade():
    for name, kind, default in COLUMNS:
        op.add_column("project", sa.Column(name, kind, nullable=default is None, server_default=default))
    op.create_table(
        "phase",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("description", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_phase_project_id_project"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phase")),
    )
    op.create_index(op.f("ix_phase_project_id"), "phase", ["project_id"])
    op.create_table(
        "contact_person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.Column("has_photo", sa.Boolean(), nullable=False),
        sa.Column("photo", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_contact_person_project_id_project"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_person")),
    )
    op.create_index(op.f("ix_contact_person_project_id"), "contact_person", ["project_id"])


def downgrade():
    op.drop_table("contact_person")
    op.drop_table("phase")
    with op.batch_alter_table("project") as batch:
        for name, _kind, _default in reversed(COLUMNS):
            batch.drop_column(name)
