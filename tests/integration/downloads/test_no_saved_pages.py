"""Links to files let the server say that it is a file: where it answers with a page, such as the sign-in, that is shown."""

from __future__ import annotations

import re

from participation.config import ROOT

# A browser that is told so by the link saves whatever comes, also a page that says why there is no file.
SAVES_ANYTHING = re.compile(r"<a\b[^>]*[ \"]download[ >=]")


def test_no_link_has_whatever_comes_saved() -> None:
    templates = sorted((ROOT / "templates").rglob("*.html"))
    assert templates
    assert [str(one) for one in templates if SAVES_ANYTHING.search(one.read_text(encoding="utf-8"))] == []
