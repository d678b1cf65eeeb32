"""Go on with a draft on another device, and know how far a respondent came."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KNOWN = sa.text("resume_hash IS NOT NULL")


def upgrade():
    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.add_column(sa.Column("resume_hash", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("reached_page", sa.String(length=63), nullable=True))
        batch_op.create_index(
            batch_op.f("ix_response_resume_hash"), ["resume_hash"], sqlite_where=KNOWN, postgresql_where=KNOWN
        )


def downgrade():
    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_response_resume_hash"))
        batch_op.drop_column("reached_page")
        batch_op.drop_column("resume_hash")
