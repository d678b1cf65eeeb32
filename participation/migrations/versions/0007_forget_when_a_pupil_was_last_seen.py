"""Forget when a pupil was last seen: nobody reads it, so it is not to be known."""

import sqlalchemy as sa
from alembic import op

from participation.clock import UTCDateTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("pupil", schema=None) as batch_op:
        batch_op.drop_column("seen_at")


def downgrade():
    with op.batch_alter_table("pupil", schema=None) as batch_op:
        batch_op.add_column(sa.Column("seen_at", UTCDateTime(timezone=True), nullable=True))
