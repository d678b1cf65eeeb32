"""Know an answer that staff entered from paper by the paper's number, so that none is entered twice."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

KNOWN = sa.text("paper_number IS NOT NULL")
INDEX = "ix_response_activity_id_paper_number"


def upgrade():
    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.add_column(sa.Column("paper_number", sa.String(length=40), nullable=True))
        batch_op.create_index(
            INDEX, ["activity_id", "paper_number"], unique=True, sqlite_where=KNOWN, postgresql_where=KNOWN
        )


def downgrade():
    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.drop_index(INDEX)
        batch_op.drop_column("paper_number")
