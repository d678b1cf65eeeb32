"""What the front end's build made: addresses with content hashes, and the strings each page's scripts use."""

from __future__ import annotations

import json
from functools import lru_cache

import flask
from flask_babel import gettext
from markupsafe import Markup
from whitenoise import WhiteNoise

from participation import catalogues, languages
from participation.config import ROOT

BUILT = ROOT / "static" / "built"
ONE_AND_MANY = " | "
FOREVER = "public, max-age=31536000, immutable"


@lru_cache(maxsize=8)
def _read(name: str, _changed: float) -> dict[str, object]:
    return dict(json.loads((BUILT / name).read_text(encoding="utf-8")))


def built(name: str) -> dict[str, object]:
    """One of the build's JSON files, read again when it changed."""
    path = BUILT / name
    if not path.exists():
        raise RuntimeError("static/built is missing: run `make setup`")
    return _read(name, path.stat().st_mtime)


def asset(name: str) -> str:
    """The address of `name` ("pages/pupil.js", "css/pupil.css", "icons/walk.svg")."""
    return f"/static/{built('manifest.json')[name]}"


def preloads(page: str, when: str) -> list[str]:
    """Addresses of the modules that `page`'s script imports: `when` it starts ("now"), when it needs them ("later"), or when those
    need them ("last")."""
    parts: dict[str, list[str]] = built("parts.json")[page]  # type: ignore[assignment]
    return [f"/static/{name}" for name in parts[when]]


def page_texts(page: str) -> Markup:
    """The strings of `page`'s scripts in the reader's language, as JSON that is safe inside a script element."""
    texts: list[str] = built("texts.json").get(page, [])  # type: ignore[assignment]
    return script_json({} if languages.current() == catalogues.SOURCE else {text: in_words(text) for text in texts})


def in_words(text: str) -> str | dict[str, str]:
    """A string of a script in the reader's language; one and many by plural category."""
    return languages.forms(*text.split(ONE_AND_MANY)) if ONE_AND_MANY in text else gettext(text)


def script_json(value: object) -> Markup:
    """`value` as JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704


def register(app: flask.Flask) -> None:
    """Serve static/built under /static with long caching, and give templates `asset` and friends."""
    app.jinja_env.globals.update(asset=asset, preloads=preloads, page_texts=page_texts)
    app.jinja_env.filters["script_json"] = script_json

    def immutable(_path: str, _url: str) -> bool:
        return True

    served = WhiteNoise(app.wsgi_app, immutable_file_test=immutable)
    if BUILT.exists():
        served.add_files(str(BUILT), prefix="static/")
    app.wsgi_app = served  # type: ignore[method-assign]
