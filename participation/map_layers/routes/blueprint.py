"""The blueprint that the modules beside this one bind their screens to."""

from __future__ import annotations

import flask

blueprint = flask.Blueprint("map_layers", __name__)
