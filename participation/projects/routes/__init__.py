"""The planner's projects: list, settings, zones, schools."""

from __future__ import annotations

from participation.projects import places
from participation.projects.routes.blueprint import blueprint
from participation.projects.routes.too_large import too_large

# Each of these binds its screens to the blueprint.
from participation.projects.routes import index, population, schools, settings, zones  # isort: skip

blueprint.record_once(places.register)
blueprint.register_error_handler(413, too_large)
__all__ = ["blueprint", "index", "population", "schools", "settings", "zones"]
