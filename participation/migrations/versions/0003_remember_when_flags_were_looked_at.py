"""Remember when a person looked at a mark's flags."""

import sqlalchemy as sa
from alembic import op

import participation.clock

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("mark", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reviewed_at", participation.clock.UTCDateTime(timezone=True), nullable=True))


def downgrade():
    with op.batch_alter_table("mark", schema=None) as batch_op:
        batch_op.drop_column("reviewed_at")
