"""Open and close surveys by the clock, and take leave of those who come too late."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("activity", sa.Column("opens_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("activity", sa.Column("closes_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("activity", sa.Column("farewell", sa.Text(), nullable=False, server_default=""))
    op.add_column("activity", sa.Column("results_at", sa.String(length=500), nullable=False, server_default=""))


def downgrade():
    with op.batch_alter_table("activity") as batch:
        for column in ("results_at", "farewell", "closes_at", "opens_at"):
            batch.drop_column(column)
