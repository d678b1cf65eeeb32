"""No page offers its reader what the reader may not do: no link and no button leads to a 403."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import flask
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from participation import create_app
from participation.accounts.permissions import Permission
from participation.activities.models import Activity
from participation.database import writing
from participation.extensions import db
from tests.conftest import SETTINGS
from tests.house.rights_cast import Someone, members
from tests.house.rights_store import Store

LINK = re.compile(r'<a [^>]*href="([^"#]+)')
FORM = re.compile(r'<form method="(\w+)"(?: action="([^"]+)")?')


def offered(page: str, here: str) -> set[tuple[str, str]]:
    """Method and path of everything the page leads to."""
    links = {("GET", link) for link in LINK.findall(page)}
    forms = {(method.upper(), action or here) for method, action in FORM.findall(page)}
    return {
        (method, urlsplit(path.replace("&amp;", "&")).path) for method, path in links | forms if path.startswith("/")
    }


def is_allowed(app: flask.Flask, who: Someone, method: str, path: str) -> bool:
    """False when the address asks for a right that `who` has not."""
    try:
        endpoint, _values = app.url_map.bind("localhost").match(path, method)
    except RequestRedirect:
        return True
    except HTTPException:
        return False
    access = getattr(app.view_functions[endpoint], "access", "")
    rights = who.here if path.startswith("/projects/") and path != "/projects/new" else who.everywhere
    return access not in set(map(str, Permission)) or access in rights


def test_no_page_offers_what_its_reader_may_not_do(sqlite_template: Path, tmp_path: Path) -> None:
    shutil.copytree(sqlite_template, tmp_path, dirs_exist_ok=True)
    app = create_app({**SETTINGS, "DATA_DIR": tmp_path})
    with app.app_context():
        store = Store()
        with writing(db) as session:
            # Something that waits, which the overview leads to.
            session.get_one(Activity, store.survey.id).answer_by = date(2027, 1, 31)
        cast = members(app, store)
    wrong, seen = [], 0
    for who in cast:
        waiting, known = ["/projects", "/account"], set()
        while waiting:
            here = waiting.pop()
            known.add(here)
            answer = who.browser.get(here, follow_redirects=True)
            seen += answer.status_code == 200
            for method, path in offered(answer.get_data(as_text=True), here) if answer.mimetype == "text/html" else ():
                if not is_allowed(app, who, method, path):
                    wrong.append(f"{here} offers {method} {path} to {who.name}")
                elif method == "GET" and path.startswith("/projects/") and path not in known | set(waiting):
                    waiting.append(path)
    assert not wrong, "\n".join(sorted(set(wrong)))
    assert seen > 60
