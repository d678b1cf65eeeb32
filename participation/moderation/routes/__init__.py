"""What planners look at and decide on: marks, photos, and unused versions of answers."""

from __future__ import annotations

from participation.moderation.routes.blueprint import blueprint

# Each of these binds its screens to the blueprint.
from participation.moderation.routes import marks, photos, queue, versions  # isort: skip

__all__ = ["blueprint", "marks", "photos", "queue", "versions"]
