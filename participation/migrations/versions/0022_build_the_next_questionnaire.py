"""Build the next questionnaire together: which edition a draft is, and who works on it."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("questionnaire_draft") as batch:
        batch.add_column(sa.Column("edition", sa.String(length=40), nullable=False, server_default="first"))
        batch.add_column(sa.Column("editor", sa.String(length=40), nullable=False, server_default=""))
        batch.add_column(sa.Column("edited_until", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("questionnaire_draft") as batch:
        batch.alter_column("edition", server_default=None)
        batch.alter_column("editor", server_default=None)


def downgrade():
    with op.batch_alter_table("questionnaire_draft") as batch:
        batch.drop_column("edited_until")
        batch.drop_column("editor")
        batch.drop_column("edition")
