"""Know how many live in a zone."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("zone") as table:
        table.add_column(sa.Column("population", sa.Integer(), nullable=True))


def downgrade():
    with op.batch_alter_table("zone") as table:
        table.drop_column("population")
