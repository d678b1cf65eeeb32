"""Know people by the municipality's own sign-in."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("oidc_subject", sa.String(length=500), nullable=True))
        batch_op.create_unique_constraint(op.f("uq_person_oidc_subject"), ["oidc_subject"])


def downgrade():
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("uq_person_oidc_subject"), type_="unique")
        batch_op.drop_column("oidc_subject")
