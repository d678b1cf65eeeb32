"""A survey with a map question of each type, in bokmål and Arabic, and what a respondent does on its maps."""

from __future__ import annotations

from typing import Any

from tests.browser.every_question import ask, choice, say

WHY = ask(
    "multiple_choice",
    "why",
    say("Hva gjør det slik?", "لماذا؟"),
    choices=[choice("dark", "Mørkt", "ظلام"), choice("cars", "Biler", "سيارات")],
    required=True,
)
MORE = ask(
    "short_text",
    "more",
    say("Fortell mer om bilene", "أخبرنا عن السيارات"),
    relevant={"selected": [{"answer": "why"}, "cars"]},
)
NAME = ask("short_text", "nickname", say("Hva kaller du stedet?", "ماذا تسمي المكان؟"))
GOOD = {
    "code": "good",
    "label": say("Et godt sted", "مكان جيد"),
    "symbol": "circle",
    "colour": "#007d5a",
    "sentiment": "positive",
    "icon": "good",
}
BAD = {
    "code": "bad",
    "label": say("Et utrygt sted", "مكان غير آمن"),
    "symbol": "triangle",
    "colour": "#d55e00",
    "sentiment": "negative",
    "icon": "unsafe",
    "followups": [WHY, MORE],
}
PARK = {
    "code": "park",
    "label": say("Her bør det bli park", "هنا حديقة"),
    "symbol": "square",
    "colour": "#0072b2",
    "sentiment": "wish",
}
INSIDE = {"keep": "inside", "area": "project"}

QUESTIONS = [
    ask("place", "spots", say("Hvilke steder bruker du?", "ما الأماكن التي تستخدمها؟"), hint=say("Sett så mange du vil.", "ضع ما تشاء."),
        required=True, max_marks=4, categories=[GOOD, BAD], followups=[NAME], layers=["krets"]),
    ask("route", "road", say("Hvor går du oftest?", "أين تمشي غالبًا؟"), cut_home=True, min_marks=1),
    ask("area", "green", say("Hvor bør det bli grønt?", "أين يجب أن تكون حديقة؟"), categories=[PARK], boundary=INSIDE),
]  # fmt: skip


def map_survey() -> dict[str, Any]:
    """One page for each map question, and one ordinary page before them."""
    lives = ask(
        "single_choice",
        "lives",
        say("Bor du her?", "هل تسكن هنا؟"),
        choices=[choice("yes", "Ja", "نعم"), choice("no", "Nei", "لا")],
    )
    titles = {"spots": say("Steder", "أماكن"), "road": say("Vei", "طريق"), "green": say("Grønt", "أخضر")}
    pages = [{"name": one["variable"], "title": titles[one["variable"]], "questions": [one]} for one in QUESTIONS]
    first = {"name": "home", "title": say("Hjem", "بيت"), "questions": [lives]}
    return {"format": 1, "languages": ["nb", "ar"], "title": say("Nabolaget", "الحي"), "pages": [first, *pages]}
