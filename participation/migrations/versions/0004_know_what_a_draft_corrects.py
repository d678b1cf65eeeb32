"""Know from its first draft which handed-in response a response corrects."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

POINTERS = ("replaced_by_id", "corrects_id")


def upgrade():
    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.add_column(sa.Column("corrects_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_response_corrects_id_response"), "response", ["corrects_id"], ["id"], ondelete="SET NULL"
        )
        for column in POINTERS:
            known = sa.text(f"{column} IS NOT NULL")
            batch_op.create_index(
                batch_op.f(f"ix_response_{column}"), [column], sqlite_where=known, postgresql_where=known
            )


def downgrade():
    with op.batch_alter_table("response", schema=None) as batch_op:
        for column in POINTERS:
            batch_op.drop_index(batch_op.f(f"ix_response_{column}"))
        batch_op.drop_constraint(batch_op.f("fk_response_corrects_id_response"), type_="foreignkey")
        batch_op.drop_column("corrects_id")
