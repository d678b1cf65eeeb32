"""Give no id twice on SQLite: the highest that was erased went to the next row, and pages and programs took it for the first."""

import re

from alembic import op
from sqlalchemy import text

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

TABLES = (
    "person",
    "project",
    "activity",
    "api_token",
    "contact_person",
    "map_layer",
    "member_invitation",
    "membership",
    "moderation_decision",
    "phase",
    "removed_row",
    "school",
    "sign_in",
    "zone",
    "background_group",
    "class_session",
    "export_job",
    "invitation_round",
    "kept_body",
    "kiosk",
    "photo",
    "questionnaire_trial",
    "questionnaire_version",
    "draft_picture",
    "heard",
    "invitation",
    "picture",
    "pupil",
    "response",
    "mark",
    "blurred_text",
    "text_translation",
)


KEY = re.compile(r",\s*(CONSTRAINT \S+ )?PRIMARY KEY \(id\)")
A_PART = 200  # rows
PLAIN, COUNTING = "id INTEGER NOT NULL", "id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT"


def upgrade():
    rebuild(lambda name, table: KEY.sub("", table).replace(PLAIN, COUNTING, 1))


def downgrade():
    rebuild(lambda name, table: table.replace(COUNTING, PLAIN, 1)[: -len(")")] + f", CONSTRAINT pk_{name} PRIMARY KEY (id))")


def rebuild(changed) -> None:
    """Each table anew by SQLite's own words for it, which Alembic would put in another order; PostgreSQL's sequences never go back."""
    if op.get_bind().dialect.name != "sqlite":
        return
    for name in TABLES:
        [(table,)] = words(name, "table")
        indexes = words(name, "index")
        columns = changed(name, table).partition("(")[2]
        op.execute(f"CREATE TABLE _{name} ({columns}")
        move(name)
        op.execute(f"DROP TABLE {name}")
        op.execute(f"ALTER TABLE _{name} RENAME TO {name}")
        for (index,) in indexes:
            op.execute(index)


def move(name: str) -> None:
    """In parts, each into the room of the last: a store of photos would take its size again in memory and on the disk."""
    a_part = text(f"SELECT max(id) FROM (SELECT id FROM {name} ORDER BY id LIMIT {A_PART})")
    while (last := op.get_bind().execute(a_part).scalar()) is not None:
        op.execute(f"INSERT INTO _{name} SELECT * FROM {name} WHERE id <= {last}")
        op.execute(f"DELETE FROM {name} WHERE id <= {last}")


def words(name: str, kind: str):
    known = text("SELECT sql FROM sqlite_master WHERE tbl_name = :name AND type = :kind AND sql IS NOT NULL")
    return op.get_bind().execute(known, {"name": name, "kind": kind}).all()
