"""The web application: `create_app()` puts extensions, errors and blueprints together, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import flask
from werkzeug.middleware.proxy_fix import ProxyFix

from participation import (
    assets,
    config,
    database,
    embedding,
    errors,
    languages,
    plain_texts,
    row_numbers,
    security_headers,
)
from participation.cookies import CookiesForPages
from participation.extensions import babel, compress, csrf, db, failure_limits, login_manager

# Nothing here multiplies matrices, and NumPy's threads for it would wait for work at full speed. Before NumPy is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# To add a feature with screens: its folder's name here and `blueprint` in its routes.py (or routes/).
FEATURES = (
    "front",
    "audit",
    "removals",
    "accounts",
    "basemaps",
    "projects",
    "members",
    "tokens",
    "openid",
    "activities",
    "map_layers",
    "barnetrakk",
    "class_sessions",
    "invitations",
    "kiosks",
    "responses",
    "drop_off",
    "moderation",
    "feedback",
    "classroom",
    "project_page",
    "export_jobs",
    "downloads",
    "api",
    "retention",
    "overview",
    "finding",
    "archiving",
    "documents",
    "registrations",
    "log",
    "builder",
)


class Application(flask.Flask):
    """Ours, in which no view is a coroutine: to ask each of them at each request costs more than it tells."""

    request_class = plain_texts.Request

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        return func


def create_app(overrides: dict[str, Any] | None = None, *, screens: bool = True) -> flask.Flask:
    """The application with settings from the environment, `overrides` on top.

    Without `screens` it answers no requests, but starts in half the time and memory: for processes that make files.
    """
    templates = config.ROOT / "templates"
    app = Application(__name__, template_folder=str(templates), static_folder=None)
    app.config.from_mapping(config.flask_settings(overrides))
    app.config.setdefault("SQLALCHEMY_ENGINE_OPTIONS", database.engine_options(app.config["SQLALCHEMY_DATABASE_URI"]))
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.session_interface = CookiesForPages()
    db.init_app(app)
    with app.app_context():
        database.listen(db.engine, sparing=not screens)
    babel.init_app(app, locale_selector=languages.select)
    login_manager.init_app(app)
    csrf.init_app(app)
    failure_limits.init_app(app)
    compress.init_app(app)
    plain_texts.register(app)
    row_numbers.register(app)
    errors.register(app)
    assets.register(app)
    security_headers.register(app)
    embedding.register(app)
    languages.register(app)
    if app.config["TRUSTED_PROXIES"]:
        hops = app.config["TRUSTED_PROXIES"]
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    for feature in FEATURES:
        register_feature(app, feature, ("models", "routes") if screens else ("models",))
    return app


def register_feature(app: flask.Flask, feature: str, parts: Sequence[str] = ("models", "routes")) -> None:
    """Import the tables and screens of `feature`; a feature without screens has no `routes`."""
    for part in parts:
        name = f"participation.{feature}.{part}"
        try:
            module = import_module(name)
        except ModuleNotFoundError as missing:
            if missing.name != name:
                raise
            continue
        if part == "routes":
            app.register_blueprint(module.blueprint)
