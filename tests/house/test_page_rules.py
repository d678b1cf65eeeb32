"""The rules themselves notice what they should."""

from __future__ import annotations

import pytest

from tests.house.page_rules import problems

PAGE = '<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>{title}</title></head><body><main>{body}</main></body></html>'


@pytest.mark.parametrize(
    "body",
    [
        '<label for="a">Navn</label><input id="a">',
        "<label>Navn <input></label>",
        '<input aria-label="Navn">',
        '<input type="hidden" name="x"><button>Send</button>',
        '<button><svg viewBox="0 0 1 1"><path d="M0 0"></path></svg><span>Angre</span></button>',
        '<script type="application/json" id="page-data">{}</script>',
        '<a href="https://example.no/">Les mer</a>',
    ],
)
def test_a_page_in_order(body: str) -> None:
    assert problems(PAGE.format(title="Side", body=body)) == ()


@pytest.mark.parametrize(
    ("body", "part"),
    [
        ('<p id="a"></p><p id="a"></p>', "more than once"),
        ("<input>", "no label"),
        ('<label for="a"></label><input id="a">', "no label"),
        ('<label for="b">Navn</label><input id="a">', "points at nothing"),
        ("<button></button>", "no name"),
        ("<p><div></p>", "line 1"),
        ("</b>", "line 1"),
        ('<p style="color:red">x</p>', "style"),
        ('<p onclick="x()">x</p>', "onclick"),
        ("<script>x()</script>", "script"),
        ('<img src="/x.png">', "alt"),
        ('<img alt="" src="https://example.com/x.png">', "another origin"),
    ],
)
def test_a_page_out_of_order(body: str, part: str) -> None:
    assert any(part in problem for problem in problems(PAGE.format(title="Side", body=body)))


def test_a_page_without_a_title() -> None:
    assert "the page has no title" in problems(PAGE.format(title=" ", body=""))
