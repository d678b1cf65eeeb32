"""Who takes part in a project: the planner's screen, and the page of who is invited."""

from __future__ import annotations

import flask

from participation.members.routes import joining, people, undo

blueprint = flask.Blueprint("members", __name__)
blueprint.register_blueprint(people.blueprint)
blueprint.register_blueprint(undo.blueprint)
blueprint.register_blueprint(joining.blueprint)
