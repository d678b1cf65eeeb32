"""What keeps the index right when somebody edits the layer afterwards (GeoPackage 1.3, annex F.3, "Define Triggers")."""

from __future__ import annotations

import sqlite3

BOX = "ST_MinX(NEW.{geometry}), ST_MaxX(NEW.{geometry}), ST_MinY(NEW.{geometry}), ST_MaxY(NEW.{geometry})"
PUT = f'INSERT OR REPLACE INTO "{{index}}" VALUES (NEW.{{key}}, {BOX});'
REMOVE = 'DELETE FROM "{index}" WHERE id = OLD.{key};'
FULL, NONE = (
    "(NEW.{geometry} NOTNULL AND NOT ST_IsEmpty(NEW.{geometry}))",
    "(NEW.{geometry} ISNULL OR ST_IsEmpty(NEW.{geometry}))",
)

# Event, when, what is done; names as the standard has them.
TRIGGERS = {
    "insert": ("AFTER INSERT ON", FULL, PUT),
    "update1": ("AFTER UPDATE OF {geometry} ON", f"OLD.{{key}} = NEW.{{key}} AND {FULL}", PUT),
    "update2": ("AFTER UPDATE OF {geometry} ON", f"OLD.{{key}} = NEW.{{key}} AND {NONE}", REMOVE),
    "update3": ("AFTER UPDATE ON", f"OLD.{{key}} != NEW.{{key}} AND {FULL}", f"{REMOVE} {PUT}"),
    "update4": (
        "AFTER UPDATE ON",
        f"OLD.{{key}} != NEW.{{key}} AND {NONE}",
        'DELETE FROM "{index}" WHERE id IN (OLD.{key}, NEW.{key});',
    ),
    "delete": ("AFTER DELETE ON", "OLD.{geometry} NOT NULL", REMOVE),
}


def keep_in_step(connection: sqlite3.Connection, table: str, key: str, geometry: str) -> None:
    """Make the triggers; all names are quoted already but the table's."""
    for name, (event, when, done) in TRIGGERS.items():
        text = f'CREATE TRIGGER "{{index}}_{name}" {event} "{{table}}" WHEN {when} BEGIN {done} END'
        index = f"rtree_{table}_{geometry}"
        connection.execute(text.format(index=index, table=table, key=f'"{key}"', geometry=f'"{geometry}"'))
