"""The cookie of who has signed in."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.factories.people import make_person, sign_in

PAGE = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
PART_OF_A_PAGE = {"Accept": "*/*"}


def test_the_time_until_one_is_signed_out_begins_anew_with_each_page(client: FlaskClient) -> None:
    make_person()
    sign_in(client)
    assert "Expires=" in client.get("/projects", headers=PAGE).headers["Set-Cookie"]


def test_what_belongs_to_a_page_leaves_the_cookie_as_it_is(client: FlaskClient) -> None:
    """It may come late, after an answer that has changed the cookie: what that was to tell on the next page would be lost."""
    make_person()
    sign_in(client)
    client.get("/projects", headers=PAGE)
    for address in ("/tiles/bergen/8/131/73", "/projects"):
        assert "Set-Cookie" not in client.get(address, headers=PART_OF_A_PAGE).headers
