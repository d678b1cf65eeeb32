"""Moderate texts and photos: blurred words, translations, what can be undone, and who has been looked at."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("response", sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("photo", sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True))
    made_of("blurred_text", sa.Column("original", sa.Text(), nullable=False),
            sa.Column("translation", sa.Text(), nullable=True),
            sa.Column("blurred_at", sa.DateTime(timezone=True), nullable=False))
    made_of("text_translation", sa.Column("language", sa.String(length=10), nullable=False),
            sa.Column("text", sa.Text(), nullable=False),
            sa.Column("written_at", sa.DateTime(timezone=True), nullable=False))
    op.create_table(
        "moderation_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("verb", sa.String(length=20), nullable=False),
        sa.Column("items", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_moderation_decision_project_id_project"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moderation_decision")),
    )
    op.create_index("ix_moderation_decision_project_id", "moderation_decision", ["project_id"])


def made_of(table, *columns):
    """A table of texts, each of a mark or of a response."""
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mark_id", sa.Integer(), nullable=True),
        sa.Column("response_id", sa.Integer(), nullable=True),
        sa.Column("variable", sa.String(length=80), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["mark_id"], ["mark.id"], name=op.f(f"fk_{table}_mark_id_mark"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f(f"fk_{table}_response_id_response"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("mark_id", "variable", name=op.f(f"uq_{table}_mark_id_variable")),
        sa.UniqueConstraint("response_id", "variable", name=op.f(f"uq_{table}_response_id_variable")),
    )


def downgrade():
    for table in ("moderation_decision", "text_translation", "blurred_text"):
        op.drop_table(table)
    with op.batch_alter_table("photo") as batch:
        batch.drop_column("reviewed_at")
    with op.batch_alter_table("response") as batch:
        batch.drop_column("reviewed_at")
