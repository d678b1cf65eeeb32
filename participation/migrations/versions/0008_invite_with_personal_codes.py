"""Invite residents with personal one-time codes that no answer can be traced back to."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def of_activity():
    return sa.Column("activity_id", sa.Integer(), nullable=False)


def belongs_to_activity(table):
    name = op.f(f"fk_{table}_activity_id_activity")
    return sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=name, ondelete="CASCADE")


def upgrade():
    op.create_table(
        "background_group",
        sa.Column("id", sa.Integer(), nullable=False),
        of_activity(),
        sa.Column("background", sa.Text(), nullable=False),
        sa.Column("invited", sa.Integer(), nullable=False),
        belongs_to_activity("background_group"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_background_group")),
        sa.UniqueConstraint("activity_id", "background", name=op.f("uq_background_group_activity_id_background")),
    )
    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        of_activity(),
        sa.Column("recipient", sa.String(length=40), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("used", sa.Boolean(), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        belongs_to_activity("invitation"),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["background_group.id"],
            name=op.f("fk_invitation_group_id_background_group"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("activity_id", "recipient", name=op.f("uq_invitation_activity_id_recipient")),
        sa.UniqueConstraint("activity_id", "code_hash", name=op.f("uq_invitation_activity_id_code_hash")),
    )
    op.create_index(op.f("ix_invitation_group_id"), "invitation", ["group_id"])
    op.create_table(
        "invitation_round",
        sa.Column("id", sa.Integer(), nullable=False),
        of_activity(),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("is_reminder", sa.Boolean(), nullable=False),
        sa.Column("codes", sa.Integer(), nullable=False),
        sa.Column("used_before", sa.Integer(), nullable=False),
        belongs_to_activity("invitation_round"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation_round")),
    )
    op.create_index(op.f("ix_invitation_round_activity_id"), "invitation_round", ["activity_id"])
    op.create_table(
        "replaced_code",
        of_activity(),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        belongs_to_activity("replaced_code"),
        sa.PrimaryKeyConstraint("activity_id", "code_hash", name=op.f("pk_replaced_code")),
    )
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.add_column(sa.Column("only_invited", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.add_column(sa.Column("background", sa.Text(), nullable=True))


def downgrade():
    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.drop_column("background")
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.drop_column("only_invited")
    for table in ("replaced_code", "invitation_round", "invitation", "background_group"):
        op.drop_table(table)
