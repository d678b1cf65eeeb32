"""What every page must be: valid HTML with a title, unique ids, labelled fields, and nothing the CSP forbids."""

from __future__ import annotations

from functools import lru_cache
from xml.etree.ElementTree import Element

import html5lib

FIELDS = {"input", "select", "textarea"}
NEEDS_NO_LABEL = {"hidden", "submit", "button", "image", "reset"}
POINTING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "list")
DATA_SCRIPTS = ("application/json", "application/ld+json", "text/plain")


@lru_cache(maxsize=512)
def problems(page: str) -> tuple[str, ...]:
    """Every fault of the page, as sentences; empty when it is in order."""
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    root = parser.parse(page)
    found = [f"line {place[0]}: {code} {values}" for place, code, values in parser.errors]
    parents = {child: parent for parent in root.iter() for child in parent}
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    found += head_problems(root)
    found += id_problems(elements)
    for element in elements:
        found += forbidden(element)
        if element.tag in FIELDS and not labelled(element, elements, parents):
            found.append(f"a field has no label: {described(element)}")
        if element.tag in ("button", "a") and "hidden" not in element.attrib and not has_name(element):
            found.append(f"a {element.tag} has no name: {described(element)}")
        if element.tag == "img" and element.get("alt") is None:
            found.append(f"an image has no alt: {described(element)}")
    return tuple(found)


def described(element: Element) -> str:
    return f"<{element.tag} {' '.join(f'{name}={value!r}' for name, value in element.attrib.items())}>"[:200]


def head_problems(root: Element) -> list[str]:
    found = []
    if not "".join(root.findtext("head/title") or "").strip():
        found.append("the page has no title")
    if root.find("body/main") is not None and not root.get("lang"):
        found.append("the page does not say its language")
    return found


def id_problems(elements: list[Element]) -> list[str]:
    ids = [element.get("id") for element in elements if element.get("id") is not None]
    found = [f"the id {identity!r} is used more than once" for identity in {one for one in ids if ids.count(one) > 1}]
    for element in elements:
        for attribute in POINTING:
            missing = [target for target in element.get(attribute, "").split() if target not in ids]
            if missing and element.get("data-targets-later") is None:
                found.append(f"{attribute} points at nothing: {missing} in {described(element)}")
    return found


def forbidden(element: Element) -> list[str]:
    found = [f"{name} in {described(element)}" for name in element.attrib if name == "style" or name.startswith("on")]
    if element.tag == "style":
        found.append("a style element")
    if element.tag == "script" and not element.get("src") and element.get("type") not in DATA_SCRIPTS:
        found.append("a script in the page")
    for name in ("src", "href", "action", "poster"):
        if element.tag != "a" and element.get(name, "").startswith(("http:", "https:", "//")):
            found.append(f"something from another origin: {described(element)}")
    return found


def labelled(field: Element, elements: list[Element], parents: dict[Element, Element]) -> bool:
    if field.tag == "input" and field.get("type", "text") in NEEDS_NO_LABEL:
        return True
    if any(field.get(name, "").strip() for name in ("aria-label", "aria-labelledby", "title")):
        return True
    if any(label.tag == "label" and label.get("for") == field.get("id", "-") and has_name(label) for label in elements):
        return True
    around = parents.get(field)
    while around is not None and around.tag != "label":
        around = parents.get(around)
    return around is not None and has_name(around)


def has_name(element: Element) -> bool:
    """True when the element has words, a label of its own or an image with words."""
    if any(element.get(name, "").strip() for name in ("aria-label", "aria-labelledby", "title")):
        return True
    if any(
        (inner.text or "").strip() or (inner.tail or "").strip() for inner in element.iter() if inner is not element
    ):
        return True
    return bool((element.text or "").strip()) or any((inner.get("alt") or "").strip() for inner in element.iter("img"))
