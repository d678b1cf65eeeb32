"""Lay plans over the map."""

import sqlalchemy as sa
from alembic import op


revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "map_layer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("colour", sa.String(length=7), nullable=False),
        sa.Column("opacity", sa.Integer(), nullable=False),
        sa.Column("label_field", sa.String(length=200), nullable=False),
        sa.Column("attribution", sa.String(length=200), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("west", sa.Double(), nullable=False),
        sa.Column("south", sa.Double(), nullable=False),
        sa.Column("east", sa.Double(), nullable=False),
        sa.Column("north", sa.Double(), nullable=False),
        sa.Column("version", sa.String(length=16), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_map_layer_project_id_project"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_map_layer")),
    )
    op.create_index(op.f("ix_map_layer_project_id"), "map_layer", ["project_id"])
    op.create_table(
        "shown_layer",
        sa.Column("layer_id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_shown_layer_activity_id_activity"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["layer_id"], ["map_layer.id"], name=op.f("fk_shown_layer_layer_id_map_layer"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("layer_id", "activity_id", name=op.f("pk_shown_layer")),
    )
    op.create_index(op.f("ix_shown_layer_activity_id"), "shown_layer", ["activity_id"])


def downgrade():
    op.drop_table("shown_layer")
    op.drop_table("map_layer")
