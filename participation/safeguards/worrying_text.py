"""Finds texts that an adult should read first: self-harm, abuse, violence, in words that children write.

It orders the moderation queue and no more: it overlooks things and points at harmless ones, and people read everything.
Fast cars, dark places and playing ball are no concern of it.
"""

from participation.safeguards.phrases import Phrase, PhraseFinder

_GAP = r"(?:\w+ ){0,2}"
_ME = r"(?:meg|oss|ham|han|henne|ho|hun|barna?|mamma|mor[ae]n?|bror(?:en)?|søster(?:en)?|søstera|vennen min|venen min)"
_ADULT = r"(?:mamma|pappa|mor|far|stefar(?:en)?|stemor(?:a|en)?|onkel(?:en)?|lære?a?ren|trene?a?ren)"

# As phrases.py wants them.
_SELF_HARM = (
    ("mord/skad", r"(?:selv|sjøl|sjølv)(?:mord|skad)\w*"),
    ("livet", rf"t(?:a|ar|ek|ok|att|eke) {_GAP}livet(?: av)? (?:mitt|sitt|ditt|av|seg)"),
    ("dø", rf"(?:vil|ønsker|ønskjer|ynskjer|tenker|tenkjer|lyst) {_GAP}(?:å )?(?:dø|døy)"),
    ("leve/her m", rf"(?:vil|orker|orkar|gidder|gidd) {_GAP}(?:ikke|ikkje) {_GAP}(?:leve|lever|v[æe]re her mei?r)"),
    ("dø/dau", rf"(?:ønsker?|ønskjer|ynskte?|ynskjer) {_GAP}(?:var|hadde vore|hadde vært) (?:død|dø|daud|dau)"),
    ("sel/sjøl", rf"(?:kutt|ska[dr]|skjær|risp|drep|heng|hat)(?:e|er|a|ar)? {_GAP}(?:meg|seg|deg) (?:selv|sjølv|sjøl)"),
    ("kutt/skad/risp", r"(?:kutt|skad|risp)(?:er|ar|a) (?:meg|seg|armen|armene|armane)(?: min| mine)?"),
    ("livet", r"hat(?:er|ar) livet(?: mitt)?"),
    ("suicid", r"suicid\w*"),
    ("self", r"(?:kill|cut|hurt|hang|harm|hate)(?:ing|s)? (?:myself|himself|herself)"),
    ("die/dead", rf"(?:want|wants|wish|wishes) {_GAP}(?:to die|was dead|were dead|be dead)"),
    ("my life", r"end my life"),
    ("self", r"self[- ]harm\w*"),
    ("kms/kys/unali", r"(?:kms|kys|unalive)"),
)
_ABUSE = (
    ("vold/vald", r"v[oa]ld(?:ta|tek|tok|te)\w*"),
    ("overg/misb/ince/pedo/blott/tafs", r"(?:overgrep|misbruk|incest|pedo|blott[ea]r|tafs)\w*"),
    ("på meg/på krop", rf"(?:tar|tok|tek|tatt|klår|klådde|rører|rørte|rørde) {_GAP}på (?:meg|kroppen)"),
    ("rør/beføl", r"(?:rører|rørte|rørde|befølte?|beføler) (?:ved )?(?:meg|oss)"),
    ("tving/tvang/tvung", rf"tv(?:inger|ingar|ang|unget|inga) {_GAP}(?:meg|oss|henne|han|ham|ho|barn)"),
    ("nak/nude", r"(?:naken|nakne|nude)(?: ?bild| ?bilet| ?foto| ?video| pic)\w*"),
    ("nudes", r"nudes"),
    (
        "slå/slo/bank/spark/drikk/låser",
        rf"{_ADULT}(?: min)? (?:slår|slo|banker|bankar|sparker|sparkar|drikker|drikk|låser)(?: \w+)?",
    ),
    ("redd", rf"(?:redd|redde) (?:for )?{_ADULT}"),
    ("hjem/heime", r"(?:redd|utrygg|utrygt|slått|banka|vondt) (?:hjemme|heime|hjemma)"),
    ("hjem/heim", rf"(?:tør|tor|torer|vil) (?:ikke|ikkje) {_GAP}(?:hjem|heim)"),
    ("touch", r"touch(?:es|ed|ing) (?:me|us|my body)"),
    ("rap/molest/abuse/groom", r"(?:rape|raping|molest|sexual(?:ly)? abuse|groom(?:ed|ing|er))\w*"),
    ("naked", r"naked (?:pic|photo|video)\w*"),
    ("scared/afraid", r"(?:scared|afraid) (?:of my (?:dad|mum|mom|stepdad|father|mother)|at home|to go home)"),
    ("my ", r"my (?:dad|mum|mom|stepdad|stepmum|father|mother) (?:hits|beats|hurts|kicks)"),
)
_VIOLENCE = (
    (
        "slå/slo/jul/kvel/deng",
        rf"(?:slå|slår|slo|slått|juler|jular|julte|kveler|kvelte|denger|dengte) {_GAP}(?:{_ME}|opp|ned)",
    ),
    ("spark/bank", rf"(?:spark|bank)(?:er|ar|et|a) {_GAP}(?:{_ME}|opp|ned)"),
    (
        "bli/ble/vart/vorte",
        r"(?:blir|ble|vart|blei|blitt|vorte) (?:slått|skutt|juling|bank(?:a|et)|spark(?:a|et)|jula|ran(?:a|et)|tru[ae]t?)",
    ),
    ("tru", r"tru(?:er|ar|et|a|te) (?:\w+ )?(?:meg|oss|med|han|ham|henne|ho|folk)"),
    ("juling/bank", r"f(?:å|år|ikk|ekk) (?:juling|bank)"),
    ("drep/drap", r"(?:drep(?:e|er|te|t)?|drap|drepen|drepne)"),
    ("kniv/pistol/våp/machet", r"(?:kniv(?:en|er|ar|st\w+)?|pistol\w*|våpen|våpnet|macheter?)"),
    ("vold/vald/slåss/slost/slåst", r"(?:vold|voldelig\w*|valdeleg\w*|slåss(?:kamp\w*)?|slost|slåst)"),
    ("sky/skøt/skjøt/skot/skut", r"sk(?:yter|yt|øt|jøt|ote|utt) (?:på )?(?:meg|oss|folk|noen|nokon|han|ham)"),
    ("ran", r"ran(?:er|ar|et|a) (?:meg|oss|folk|han|ham|henne)"),
    (
        "hit/beat/kick/punch/chok/threat/rob/attack",
        r"(?:hits?|beats?|beaten|kick(?:s|ed)?|punch(?:es|ed)?|choke[sd]?|threaten(?:s|ed)?|rob(?:bed|s)?|attack(?:s|ed)?)"
        r" (?:me|us|him|her|kids|people|my friends?)",
    ),
    (
        "kill/stab/shoot/shot",
        r"(?:kill(?:s|ed)?|stab(?:s|bed)?|shoots?|shot) (?:me|us|him|her|them|you|people|some\w+)",
    ),
    ("beat", r"beat(?:s|en|ing)? up"),
    ("knife/knives/gun/weapon", r"(?:knife|knives|guns?|weapons?)"),
)

# The gravest first: it is named first where a text has several.
_WORRYING = PhraseFinder({"self_harm": _SELF_HARM, "abuse": _ABUSE, "violence": _VIOLENCE})


def find_worries(text: str) -> list[Phrase]:
    """Of the kinds self_harm, abuse and violence, the gravest first. Two may overlap."""
    return _WORRYING.find(text)
