"""The screens: a planner's, and the page that everyone sees."""

import flask

from participation.project_page.routes import contacts, everyone, phases, planner, undo

blueprint = flask.Blueprint("project_page", __name__)
for part in (planner, phases, contacts, undo, everyone):
    blueprint.register_blueprint(part.blueprint)
