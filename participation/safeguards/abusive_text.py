"""Finds abuse of people in a text: insults and slurs in bokmål, nynorsk and English. It points out, and refuses nothing.

The list is short on purpose. Swearing at a road is no abuse; words that also mean something harmless (soper, taper, dust,
svin, tapper) are found only where they are said to somebody.
"""

from __future__ import annotations

from participation.safeguards.phrases import Phrase, PhraseFinder

_YOU = r"(?:du|dere|de|dykk|han|hun|ho|naboen|læreren|læraren|you|he|she|they)"
_IS = r"(?:er|are|is)"
_BAD = r"(?:stygge?|feite?|teite?|dum(?:me)?|tjukke?|ekle|ekkel|dust|stupid|ugly|fat)"
_VERY = r"(?:(?:så|bare|berre|helt|heilt|jævlig|jævla|en|ein|ei|et|eit|a|an|so|such|just) ){0,3}"

# As phrases.py wants them.
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

_ABUSIVE = PhraseFinder({"slur": _SLUR, "insult": _INSULT})


def find_abuse(text: str) -> list[Phrase]:
    """Of the kinds slur and insult, slurs first. Two may overlap."""
    return _ABUSIVE.find(text)
