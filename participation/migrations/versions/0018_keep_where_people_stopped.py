"""Keep where people stopped when their drafts are deleted: counts, and nothing of a single one."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "stop_count",
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("questionnaire_version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("question", sa.String(length=80), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_stop_count_activity_id_activity"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("activity_id", "questionnaire_version", "question", name=op.f("pk_stop_count")),
    )


def downgrade():
    op.drop_table("stop_count")
