"""Finds texts that an adult should read first: self-harm, abuse, violence, in words that children write.

It orders the moderation queue and no more: it overlooks things and points at harmless ones, and people read everything.
Fast cars, dark places and playing ball are no concern of it.
"""

import re
from dataclasses import dataclass

_GAP = r"(?:\w+ ){0,2}"
_ME = r"(?:meg|oss|ham|han|henne|ho|hun|barna?|mamma|mor[ae]n?|bror(?:en)?|søster(?:en)?|søstera|vennen min|venen min)"
_ADULT = r"(?:mamma|pappa|mor|far|stefar(?:en)?|stemor(?:a|en)?|onkel(?:en)?|lære?a?ren|trene?a?ren)"

_SELF_HARM = (
    r"(?:selv|sjøl|sjølv)(?:mord|skad)\w*",
    rf"t(?:a|ar|ek|ok|att|eke) {_GAP}livet(?: av)? (?:mitt|sitt|ditt|av|seg)",
    rf"(?:vil|ønsker|ønskjer|ynskjer|tenker|tenkjer|lyst) {_GAP}(?:å )?(?:dø|døy)",
    rf"(?:vil|orker|orkar|gidder|gidd) {_GAP}(?:ikke|ikkje) {_GAP}(?:leve|lever|være her mer|vere her meir)",
    rf"(?:ønsker?|ønskjer|ynskte?|ynskjer) {_GAP}(?:var|hadde vore|hadde vært) (?:død|dø|daud|dau)",
    rf"(?:kutt|ska[dr]|skjær|risp|drep|heng|hat)(?:e|er|a|ar)? {_GAP}(?:meg|seg|deg) (?:selv|sjølv|sjøl)",
    r"(?:kutter|kuttar|kutta|skader|skadar|skada|risper|rispar) (?:meg|seg|armen|armene|armane)(?: min| mine)?",
    r"hat(?:er|ar) livet(?: mitt)?",
    r"suicid\w*",
    r"(?:kill|cut|hurt|hang|harm|hate)(?:ing|s)? (?:myself|himself|herself)",
    rf"(?:want|wants|wish|wishes) {_GAP}(?:to die|was dead|were dead|be dead)",
    r"end my life",
    r"self[- ]harm\w*",
    r"(?:kms|kys|unalive)",
)
_ABUSE = (
    r"v[oa]ld(?:ta|tek|tok|te)\w*",
    r"(?:overgrep|misbruk|incest|pedo|blott[ea]r|tafs)\w*",
    rf"(?:tar|tok|tek|tatt|klår|klådde|rører|rørte|rørde) {_GAP}på (?:meg|kroppen)",
    r"(?:rører|rørte|rørde|befølte?|beføler) (?:ved )?(?:meg|oss)",
    rf"tv(?:inger|ingar|ang|unget|inga) {_GAP}(?:meg|oss|henne|han|ham|ho|barn)",
    r"(?:naken|nakne|nude)(?: ?bild| ?bilet| ?foto| ?video| pic)\w*",
    r"nudes",
    rf"{_ADULT}(?: min)? (?:slår|slo|banker|bankar|sparker|sparkar|drikker|drikk|låser|kjefter alltid)(?: \w+)?",
    rf"(?:redd|redde) (?:for )?{_ADULT}",
    r"(?:redd|utrygg|utrygt|slått|banka|vondt) (?:hjemme|heime|hjemma)",
    rf"(?:tør|tor|torer|vil) (?:ikke|ikkje) {_GAP}(?:hjem|heim)",
    r"touch(?:es|ed|ing) (?:me|us|my body)",
    r"(?:rape|raping|molest|sexual(?:ly)? abuse|groom(?:ed|ing|er))\w*",
    r"naked (?:pic|photo|video)\w*",
    r"(?:scared|afraid) (?:of my (?:dad|mum|mom|stepdad|father|mother)|at home|to go home)",
    r"my (?:dad|mum|mom|stepdad|stepmum|father|mother) (?:hits|beats|hurts|kicks)",
)
_VIOLENCE = (
    rf"(?:slå|slår|slo|slått|juler|jular|julte|kveler|kvelte|denger|dengte) {_GAP}(?:{_ME}|opp|ned)",
    rf"(?:spark|bank)(?:er|ar|et|a) {_GAP}(?:{_ME}|opp|ned)",
    r"(?:blir|ble|vart|blei|blitt|vorte) (?:slått|skutt|juling|banka?|banket|sparka?|sparket|jula|rana|ranet|tru[ae]t?)",
    r"tru(?:er|ar|et|a|te) (?:\w+ )?(?:meg|oss|med|han|ham|henne|ho|folk)",
    r"f(?:å|år|ikk|ekk) (?:juling|bank)",
    r"(?:drep(?:e|er|te|t)?|drap|drepen|drepne)",
    r"(?:knivst(?:ikk|ukket|ukke|akk)\w*|pistol\w*|våpen|våpnet|macheter?)",
    r"kniv(?:en|er|ar)?",
    r"(?:vold|voldelig\w*|valdeleg\w*|slåss(?:kamp\w*)?|slost|slåst)",
    r"sk(?:yter|yt|øt|jøt|ote|utt) (?:på )?(?:meg|oss|folk|noen|nokon|han|ham)",
    r"ran(?:er|ar|et|a) (?:meg|oss|folk|han|ham|henne)",
    r"(?:hit|hits|beat|beats|beaten|kick|kicks|kicked|punch|punches|punched) (?:me|us|him|her|kids|people|my friends?)",
    r"(?:choke[sd]?|threaten(?:s|ed)?|rob(?:bed|s)?|attack(?:s|ed)?) (?:me|us|him|her|kids|people|my friends?)",
    r"(?:kill|kills|killed|stab|stabs|stabbed|shoot|shoots|shot) (?:me|us|him|her|them|you|people|someone|somebody)",
    r"(?:beat|beats|beaten|beating) up",
    r"(?:knife|knives|gun|guns|weapon|weapons)",
)


@dataclass(frozen=True, slots=True)
class Worry:
    """`kind`: self_harm, abuse or violence. The text's part is `text[start:end]`."""

    kind: str
    start: int
    end: int


def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


# The gravest first: it is named first where a text has several.
_PATTERNS = {"self_harm": _any_of(_SELF_HARM), "abuse": _any_of(_ABUSE), "violence": _any_of(_VIOLENCE)}
_SPACES = re.compile(r"\s")


def find_worries(text: str) -> list[Worry]:
    """The gravest kind first, each kind in the order of the text."""
    # One character for one, so that the places stay right.
    plain = _SPACES.sub(" ", text.replace("’", "'"))
    return [Worry(kind, *match.span()) for kind, pattern in _PATTERNS.items() for match in pattern.finditer(plain)]
