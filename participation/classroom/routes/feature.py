"""The feature's blueprint, which each group of routes fills."""

import flask

blueprint = flask.Blueprint("classroom", __name__)
