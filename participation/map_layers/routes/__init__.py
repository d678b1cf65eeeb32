"""The planner's map layers, and what browsers fetch of them."""

from __future__ import annotations

from participation.map_layers.routes.blueprint import blueprint
from participation.projects.routes.too_large import too_large

# Each of these binds its screens to the blueprint.
from participation.map_layers.routes import content, drawings, files, index, layer  # isort: skip

blueprint.register_error_handler(413, too_large)
__all__ = ["blueprint", "content", "drawings", "files", "index", "layer"]
