"""Places in Loddefjord and Olsvik that invented children speak of."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

VARIABLE = {"activity": "what", "good": "why", "unsafe": "why", "wish": "wish_for"}


@dataclass(frozen=True)
class Spot:
    """A place (longitude, latitude, WGS84), what kind it is, why, and what children may say of it."""

    position: tuple[float, float]
    category: str
    codes: tuple[str, ...]
    name: str
    comments: tuple[str, ...]

    def answers(self, chance: random.Random, label: str) -> dict[str, Any]:
        """The follow-up answers of one child; a text now and then, marked as invented."""
        chosen: dict[str, Any] = {
            VARIABLE[self.category]: sorted(chance.sample(self.codes, chance.choice([1, min(2, len(self.codes))])))
        }
        if chance.random() < 0.5:
            chosen["comment"] = f"{chance.choice(self.comments)} {label}"
        if chance.random() < 0.4:
            chosen["place_name"] = self.name
        return chosen


SPOTS = (
    Spot(
        (5.2342, 60.3632),
        "unsafe",
        ("dark", "strangers"),
        "gangveien",
        ("Lyktene er ødelagt.", "Det er helt mørkt om morgenen."),
    ),
    Spot(
        (5.2299, 60.3655),
        "unsafe",
        ("traffic", "speed", "no_crossing"),
        "rundkjøringen",
        ("Bilene stopper ikke.", "Jeg må løpe over."),
    ),
    Spot(
        (5.2258, 60.3612),
        "activity",
        ("play", "friends", "ball"),
        "ballbingen",
        ("Her spiller vi hver dag.", "Fotball etter skolen."),
    ),
    Spot(
        (5.2243, 60.3583),
        "good",
        ("nature", "quiet", "exciting"),
        "skogen",
        ("Vi bygger hytte her.", "Det er fint og stille."),
    ),
    Spot(
        (5.2371, 60.3609),
        "wish",
        ("wheels", "playground", "light"),
        "plassen",
        ("Skatepark hadde vært gøy.", "Det er ingenting å gjøre her."),
    ),
    Spot(
        (5.2277, 60.3642),
        "unsafe",
        ("slippery", "narrow_road"),
        "bakken",
        ("Alltid glatt om vinteren.", "Brøytebilen lager kanter."),
    ),
    Spot((5.2314, 60.3601), "good", ("fun", "friends", "room"), "skolegården", ("Best i friminuttet.", "Her er alle.")),
    Spot(
        (5.2168, 60.3801),
        "unsafe",
        ("traffic", "slippery"),
        "krysset",
        ("Bussen svinger brått.", "Ingen ser oss bak hekken."),
    ),
    Spot(
        (5.2149, 60.3835),
        "activity",
        ("ball", "friends", "swim"),
        "brygga",
        ("Vi bader her om sommeren.", "Krabbefiske!"),
    ),
    Spot(
        (5.2121, 60.3822),
        "good",
        ("nature", "beautiful", "quiet"),
        "utsikten",
        ("Man ser hele fjorden.", "Fint å sitte her."),
    ),
    Spot(
        (5.2189, 60.3826),
        "wish",
        ("indoors", "light"),
        "senteret",
        ("Et sted å være når det regner.", "Åpent om kvelden."),
    ),
    Spot((5.2203, 60.3842), "unsafe", ("dark", "litter"), "undergangen", ("Det lukter vondt der.", "Vi går en omvei.")),
)
