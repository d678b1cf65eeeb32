"""Finds abuse of people in a text: insults and slurs in bokmål, nynorsk and English. It points out, and refuses nothing.

The list is short on purpose. Swearing at a road is no abuse; words that also mean something harmless (soper, taper, dust,
svin, tapper) are found only where they are said to somebody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_YOU = r"(?:du|dere|de|dykk|han|hun|ho|naboen|læreren|læraren|you|he|she|they)"
_IS = r"(?:er|are|is)"
_BAD = r"(?:stygge?|feite?|teite?|dum(?:me)?|tjukke?|ekle|ekkel|dust|stupid|ugly|fat)"
_VERY = r"(?:(?:så|bare|berre|helt|heilt|jævlig|jævla|en|ein|ei|et|eit|a|an|so|such|just) ){0,3}"

# Each pattern with parts of which the text must hold one, as in worrying_text.py.
_SLUR = (
    ("neger/negr", r"neg(?:er|re|eren|rar|rane|rene)"),
    ("svarting", r"svarting(?:er|en|ene|ar|ane)?"),
    ("pakkis", r"pakkis(?:er|en|ene|ar|ane)?"),
    ("svin", r"(?:jude|jøde|muslim|arabar|araber|utlending)s?svin"),
    ("mong", r"mong(?:o|oer|oen|is|iser|ing)"),
    ("homo/soper/lesbe", r"jævl[ae] (?:homo|soper|lesbe)\w*"),
    ("nigg", r"nigg(?:er|ers|a|as)"),
    ("fag", r"fag(?:got|gots|s)"),
    ("retard", r"retards?|retarded"),
)
_INSULT = (
    ("idiot", rf"(?:(?:din|ditt|jævl[ae]|your?|fucking) (?:\w+ )?idiot\w*|{_YOU} {_IS} {_VERY}idiot\w*)"),
    ("hor", r"(?:hore|hora|horer|horunge\w*)"),
    ("fitt", r"fitt(?:e|a|er|ene)"),
    ("drittsekk/dritunge/drittunge", r"(?:drittsekk\w*|dritt?ung\w*)"),
    ("rasshøl/rasshol/ræv", r"(?:rassh[øo]l\w*|rævh[øo]l\w*)"),
    (
        "svin/kjerring/tulling/unge/dust/tape",
        r"(?:ditt|din|jævl[ae]) (?:svin|kjerring|tulling|drittunge|dust|taper|tapar)",
    ),
    ("kjeft", r"h[oa]ld kjeft(?:en)?"),
    ("helvete", r"(?:dra|stikk|reis|gå) til helvete"),
    (
        "stygg/feit/teit/dum/tjukk/ekkel/dust/stupid/ugly/fat",
        rf"{_YOU} {_IS} {_VERY}{_BAD}",
    ),
    ("bitch/cunt/whore/slut", r"(?:bitch(?:es)?|cunts?|whores?|sluts?)"),
    ("asshole/arsehole/dickhead/motherfuck", r"(?:ass|arse)holes?|dickheads?|motherfuck\w*"),
    ("fuck/stfu/shut", r"(?:fuck (?:you|off)|stfu|shut the fuck up)"),
)


@dataclass(frozen=True, slots=True)
class Abuse:
    """`kind`: slur or insult. The text's part is `text[start:end]`."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    kind: str
    parts: tuple[str, ...]
    pattern: re.Pattern[str]


_PHRASES = [
    _Phrase(kind, tuple(parts.split("/")), re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE))
    for kind, phrases in (("slur", _SLUR), ("insult", _INSULT))
    for parts, pattern in phrases
]
_PARTS = tuple({part for phrase in _PHRASES for part in phrase.parts})
_SPACES = re.compile(r"\s")


def find_abuse(text: str) -> list[Abuse]:
    """Slurs first. Two may overlap."""
    plain = _SPACES.sub(" ", text)
    lowered = plain.lower()
    held = {part for part in _PARTS if part in lowered}
    if not held:
        return []
    return [
        Abuse(phrase.kind, *match.span())
        for phrase in _PHRASES
        if not held.isdisjoint(phrase.parts)
        for match in phrase.pattern.finditer(plain)
    ]
