"""Curated nicknames: a kind adjective and an animal nobody is teased with. Curated by hand; nothing is combined freely."""

from __future__ import annotations

import random

ADJECTIVES = {
    "nb": ("blå", "grønn", "rød", "lilla", "turkis", "stripete", "prikkete", "blid", "modig", "rask", "kvikk", "våken"),
    "nn": ("blå", "grøn", "raud", "lilla", "turkis", "stripete", "prikkete", "blid", "modig", "rask", "kvikk", "vaken"),
    "en": (
        "blue",
        "green",
        "red",
        "purple",
        "turquoise",
        "striped",
        "dotted",
        "cheerful",
        "brave",
        "fast",
        "bright",
        "wide-awake",
    ),
}
ANIMALS = {
    "nb": (
        "rev", "hare", "ulv", "gaupe", "oter", "mår", "elg", "hjort", "ørn", "falk", "ugle", "svale", "lerke", "meis", "trost",
        "erle", "tjeld", "terne", "lunde", "ørret", "laks", "humle", "bever", "sel", "delfin", "panda", "tiger", "leopard", "koala",
    ),
    "nn": (
        "rev", "hare", "ulv", "gaupe", "oter", "mår", "elg", "hjort", "ørn", "falk", "ugle", "svale", "lerke", "meis", "trost",
        "erle", "tjeld", "terne", "lunde", "aure", "laks", "humle", "bever", "sel", "delfin", "panda", "tiger", "leopard", "koala",
    ),
    "en": (
        "fox", "hare", "wolf", "lynx", "otter", "marten", "elk", "deer", "eagle", "falcon", "owl", "swallow", "lark", "robin", "thrush",
        "wagtail", "plover", "tern", "puffin", "trout", "salmon", "bumblebee", "beaver", "seal", "dolphin", "panda", "tiger", "leopard", "koala",
    ),
}  # fmt: skip


def nicknames(language: str, seed: object) -> list[str]:
    """Every nickname of `language` (bokmål for one without its own) in an order that follows from `seed`."""
    known = language if language in ADJECTIVES else "nb"
    names = [f"{adjective} {animal}" for adjective in ADJECTIVES[known] for animal in ANIMALS[known]]
    random.Random(str(seed)).shuffle(names)  # noqa: S311
    return names
