"""A browser without JavaScript on a survey's page: it fills in the form that is there and presses a button."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse


class PlainForm:
    """The form with id `answers` of the page that was got last."""

    def __init__(self, client: FlaskClient, address: str) -> None:
        self.client = client
        self._take(client.get(address, follow_redirects=True))

    def _take(self, response: TestResponse) -> None:
        self.response = response
        self.page = html5lib.parse(response.text, namespaceHTMLElements=False)

    @property
    def text(self) -> str:
        """All words of the page."""
        return " ".join("".join(self.page.find("body").itertext()).split())

    @property
    def heading(self) -> str:
        return "".join(self.page.find(".//h1").itertext()).strip()

    @property
    def form(self) -> Element:
        found = self.page.find(".//form[@id='answers']")
        assert found is not None, self.text[:300]
        return found

    def fields(self) -> MultiDict[str, str]:
        """What the browser would send as the page stands."""
        sent: MultiDict[str, str] = MultiDict()
        for field in self.form.iter():
            name = field.get("name")
            if name is None or field.tag == "button":
                continue
            if field.tag == "select":
                chosen = [
                    option.get("value", "")
                    for option in field.iter("option")
                    if "selected" in field.attrib or "selected" in option.attrib
                ]
                sent.setlistdefault(name).extend(chosen or [next(field.iter("option")).get("value", "")])
            elif field.tag == "textarea":
                sent.add(name, field.text or "")
            elif field.get("type") not in ("radio", "checkbox") or "checked" in field.attrib:
                sent.add(name, field.get("value", ""))
        return sent

    def press(self, button: str, /, **typed: Any) -> PlainForm:
        """Fill in `typed` (a list for several) and press the button with this value, which must be there."""
        values = [one.get("value") for one in self.page.iter("button") if one.get("name") == "page-go"]
        assert button in values, f"no button {button}: {values}"
        sent = self.fields()
        for name, value in typed.items():
            sent.setlist(name, value if isinstance(value, list) else [value])
        sent["page-go"] = button
        self._take(self.client.post(self.form.get("action"), data=sent))
        return self
