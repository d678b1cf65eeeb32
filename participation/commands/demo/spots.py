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


CHILDREN = (
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
        (5.2309, 60.3728),
        "activity",
        ("climb", "play", "nature"),
        "steinen",
        ("Vi klatrer her.", "Man kan se helt til fjorden."),
    ),
    Spot(
        (5.2322, 60.3741),
        "unsafe",
        ("no_crossing", "speed"),
        "krysset",
        ("Bilene ser oss ikke.", "Det mangler gangfelt."),
    ),
    Spot((5.2298, 60.3747), "wish", ("trees", "playground"), "grusplassen", ("Her er det bare grus.", "Husker, takk!")),
)
