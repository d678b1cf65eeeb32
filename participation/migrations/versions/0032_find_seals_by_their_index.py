"""Find the newest seal of the log by its index: for each entry deleted, SQLite read the whole log."""

from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

REFUSAL = "the log can only be added to"
# The index holds the seals alone, and SQLite takes it only where that is said.
KNOWN = "coalesce((SELECT max(sealed_id) FROM audit_entry WHERE sealed_id IS NOT NULL), 0)"
ANY = "coalesce((SELECT max(sealed_id) FROM audit_entry), 0)"


def upgrade():
    guard_by(KNOWN)


def downgrade():
    guard_by(ANY)


def guard_by(sealed: str) -> None:
    """PostgreSQL knows by itself that the greatest is none that is NULL."""
    if op.get_bind().dialect.name != "sqlite":
        return
    op.execute("DROP TRIGGER audit_entry_delete")
    op.execute(
        f"CREATE TRIGGER audit_entry_delete BEFORE DELETE ON audit_entry WHEN OLD.id > {sealed}"
        f" BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    )
