"""Pages of features as they were written, kept in memory for as long as nothing at all changes in the store.

Map programs ask for the same pages again and again. That nothing has changed is SQLite's own word, on a connection that
changes nothing itself; with another store no page is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, NamedTuple

import flask

from participation.database import sqlite_driver
from participation.extensions import db

MOST_BYTES = 24 * 1024 * 1024


class Page(NamedTuple):
    """The features, joined; the other members of the collection; what the answer is called (ETag), and the address of the
    coordinate reference system that it is in."""

    features: bytes
    head: dict[str, Any]
    name: str
    crs: str


class KeptPages:
    """`path`: the file of the store."""

    def __init__(self, path: str) -> None:
        self.connection = sqlite_driver.connect(path, check_same_thread=False, isolation_level=None)
        self.lock = Lock()
        self.version: int | None = None
        self.pages: dict[Hashable, Page] = {}
        self.size = 0

    def store_version(self) -> int | None:
        """Another after every change; None where it cannot be told now."""
        with self.lock:
            return self._up_to_date()

    def page(self, key: Hashable, make: Callable[[], Page], version: int | None) -> Page:
        """The page as it was made since the last change, or made now. `key`: all it depends on but the store.

        `version`: the store's, before anything was read of what the page is made of.
        """
        with self.lock:
            self._up_to_date()
            found = self.pages.get(key)
        if found is not None:
            return found
        made = make()
        with self.lock:
            # What has changed since then may or may not be in it.
            if version is not None and self._up_to_date() == version:
                self._keep(key, made)
        return made

    def _up_to_date(self) -> int | None:
        """The store's version, with nothing kept from another one; None where it cannot be told now."""
        try:
            # All that it gives is fetched, so that it holds back no one who tidies the store up.
            ((version,),) = self.connection.execute("PRAGMA data_version").fetchall()
        except sqlite_driver.Error:
            version = None
        if version is None or version != self.version:
            self.pages.clear()
            self.version, self.size = version, 0
        return self.version

    def _keep(self, key: Hashable, page: Page) -> None:
        """Those kept the longest make room."""
        if key in self.pages or len(page.features) > MOST_BYTES:
            return
        while self.size + len(page.features) > MOST_BYTES:
            self.size -= len(self.pages.pop(next(iter(self.pages))).features)
        self.pages[key] = page
        self.size += len(page.features)


def look_at_the_store() -> None:
    """Before a request reads what it gives: nothing that it reads from now on is older than the version it keeps to."""
    # A transaction that is open already reads the store as it was then.
    db.session.rollback()
    pages = _kept_pages()
    flask.g.store_version = pages.store_version() if pages else None


def kept_page(key: Hashable, make: Callable[[], Page]) -> Page:
    """What `make` gives, or gave since the last change of the store."""
    pages = _kept_pages()
    return pages.page(key, make, flask.g.store_version) if pages else make()


def _kept_pages() -> KeptPages | None:
    if db.engine.dialect.name != "sqlite":
        return None
    extensions = flask.current_app.extensions
    if "kept_pages" not in extensions:
        extensions["kept_pages"] = KeptPages(str(db.engine.url.database))
    pages: KeptPages = extensions["kept_pages"]
    return pages
