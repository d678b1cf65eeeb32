"""The categories that a new map question begins with: a colour-blind safe set, each with a shape of its own."""

from collections.abc import Mapping
from typing import Any


def category(code: str, look: tuple[str, str, str], nb: str, nn: str, en: str) -> Mapping[str, Any]:
    """`look`: symbol, colour, sentiment."""
    symbol, colour, sentiment = look
    label = {"nb": nb, "nn": nn, "en": en}
    return {"code": code, "label": label, "symbol": symbol, "colour": colour, "sentiment": sentiment}


GOOD = category("good", ("circle", "#007d5a", "positive"), "Dette er bra", "Dette er bra", "This is good")
BAD = category("bad", ("triangle", "#d55e00", "negative"), "Dette er dårlig", "Dette er dårleg", "This is bad")
WISH = category("wish", ("star", "#7b3fa0", "wish"), "Dette ønsker jeg", "Dette ønskjer eg", "This is my wish")
ROUTE = category("route", ("line", "#00509e", "neutral"), "Veien min", "Vegen min", "My route")
AREA = category("area", ("square", "#0072b2", "neutral"), "Området mitt", "Området mitt", "My area")
