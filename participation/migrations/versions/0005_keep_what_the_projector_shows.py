"""Keep the map that the projector last showed."""

import sqlalchemy as sa
from alembic import op

import participation.clock

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "published_map",
        sa.Column("class_session_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("taken_at", participation.clock.UTCDateTime(timezone=True), nullable=False),
        sa.Column("newest_mark", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_session_id"],
            ["class_session.id"],
            name=op.f("fk_published_map_class_session_id_class_session"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("class_session_id", name=op.f("pk_published_map")),
    )


def downgrade():
    op.drop_table("published_map")
