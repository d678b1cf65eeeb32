"""Everybody in the rights matrix: a person in each role, in the municipality and in projects, and the holder of each link."""

from __future__ import annotations

from dataclasses import dataclass, field

import flask
from flask.testing import FlaskClient

from participation.accounts.permissions import ROLES, Permission, rights_of
from tests.factories.people import make_member, make_person, sign_in
from tests.house.rights_store import Store

Rights = frozenset[Permission]
NONE: Rights = frozenset()
OF_PROJECTS = [role for role in ROLES if role != "administrator"]


@dataclass
class Someone:
    """Who asks. `here`: what they may do in the store's project; `everywhere`: in the municipality; `link`: what they hold."""

    name: str
    browser: FlaskClient
    signed_in: bool = True
    here: Rights = NONE
    everywhere: Rights = NONE
    link: str = ""
    headers: dict[str, str] = field(default_factory=dict)


def everybody(app: flask.Flask, store: Store) -> list[Someone]:
    """The whole cast, signed in."""
    return [*of_the_municipality(app), *members(app, store), *outsiders(app, store), *link_holders(app, store)]


def signed_in(app: flask.Flask, email: str) -> FlaskClient:
    browser = FlaskClient(app)
    sign_in(browser, email)
    return browser


def of_the_municipality(app: flask.Flask) -> list[Someone]:
    cast = []
    for role, rights in ROLES.items():
        make_person(f"{role}@example.no", role)
        cast.append(Someone(role, signed_in(app, f"{role}@example.no"), here=rights, everywhere=rights))
    return cast


def members(app: flask.Flask, store: Store) -> list[Someone]:
    cast = []
    for role in OF_PROJECTS:
        make_member(store.project, role, f"{role}@project.example.no")
        browser = signed_in(app, f"{role}@project.example.no")
        cast.append(Someone(f"{role} of the project", browser, here=rights_of(role)))
    return cast


def outsiders(app: flask.Flask, store: Store) -> list[Someone]:
    cast = [Someone("a stranger", FlaskClient(app), signed_in=False)]
    make_member(store.other_project, "planner", "planner@other.example.no")
    cast.append(Someone("planner of another project", signed_in(app, "planner@other.example.no")))
    make_person("nowhere@example.no", None)
    return [*cast, Someone("a person without any part", signed_in(app, "nowhere@example.no"))]


def link_holders(app: flask.Flask, store: Store) -> list[Someone]:
    """Each has opened a link of the store's own class or survey, and is not signed in."""
    cast = [
        Someone(f"holder of a {kind}'s link", FlaskClient(app), signed_in=False, link=kind)
        for kind in ("projector", "preview")
    ]
    cast.append(Someone("pupil", FlaskClient(app), signed_in=False, link="pupil", headers=store.pupil))
    cast.append(Someone("a program", FlaskClient(app), signed_in=False, link="token", headers=store.program))
    for kind, address in (("teacher", store.teacher_link), ("kiosk", store.kiosk_link)):
        browser = FlaskClient(app)
        assert browser.get(address).status_code == 302
        cast.append(Someone(f"holder of a {kind}'s link", browser, signed_in=False, link=kind))
    return cast
