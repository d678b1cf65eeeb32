"""A questionnaire with a question of every type, in bokmål and Arabic."""

from __future__ import annotations

from typing import Any

from surveys.questionnaire import Questionnaire


def say(nb: str, ar: str) -> dict[str, str]:
    return {"nb": nb, "ar": ar}


def ask(kind: str, variable: str, label: dict[str, str], **own: Any) -> dict[str, Any]:
    return {"uid": variable, "variable": variable, "type": kind, "label": label, **own}


def choice(code: str, nb: str, ar: str, **own: Any) -> dict[str, Any]:
    return {"code": code, "label": say(nb, ar), **own}


APART = {"dont_know": say("Vet ikke", "لا أعرف")}
ENDS = {"low_label": say("Helt uenig", "لا أوافق أبداً"), "high_label": say("Helt enig", "أوافق تماماً")}
MODES = [
    choice("walk", "Til fots", "مشياً"),
    choice("bus", "Buss eller bane", "حافلة أو قطار"),
    choice("other", "Annet", "غير ذلك", specify=True),
]
PLACES = [
    choice("square", "Torget", "الساحة", image="square.jpg"),
    choice("park", "Parken ved vannet", "الحديقة", image="park.jpg"),
    choice("school", "Skolegården", "ساحة المدرسة", image="school.jpg"),
]
WISHES = [
    choice("benches", "Flere benker", "مقاعد أكثر"),
    choice("trees", "Trær", "أشجار"),
    choice("lights", "Bedre belysning langs stien til skolen", "إضاءة أفضل"),
    choice("none", "Ingenting av dette", "لا شيء من هذا", exclusive=True),
]
FACES = [
    choice("1", "Svært dårlig", "سيئ جداً"),
    choice("2", "Dårlig", "سيئ"),
    choice("3", "Midt på", "متوسط"),
    choice("4", "Bra", "جيد"),
    choice("5", "Svært bra", "جيد جداً"),
]
ROWS = [
    choice("paths", "Stier og fortau", "الأرصفة"),
    choice("lights", "Belysning når det er mørkt", "الإضاءة"),
    choice("snow", "Brøyting", "إزالة الثلج"),
]
OFTEN = [
    choice("daily", "Hver dag", "كل يوم"),
    choice("weekly", "Hver uke", "كل أسبوع"),
    choice("never", "Sjelden eller aldri", "نادراً"),
]
LOOK = {"symbol": "star", "colour": "#7b3fa0", "sentiment": "wish"}
WHY = say("Da kan vi ikke svare deg.", "وإلا فلن نستطيع الرد عليك.")

QUESTIONS = [
    ask("information", "about", say("Om området ditt", "عن منطقتك"), text=say("Tenk på stedet der du bor.\n\nDet tar fem minutter.", "فكر في مكان سكنك."),
        image="park.jpg", image_alt=say("En park ved et vann", "حديقة")),
    ask("single_choice", "mode", say("Hvordan kommer du deg til sentrum?", "كيف تصل إلى المركز؟"), choices=MODES, required=True, **APART),
    ask("single_choice", "district", say("Hvilken bydel bor du i?", "في أي حي تسكن؟"), choices=MODES[:2], appearance="dropdown"),
    ask("single_choice", "favourite", say("Hvor er det finest?", "أين المكان الأجمل؟"), choices=PLACES, appearance="images"),
    ask("multiple_choice", "wishes", say("Hva trengs mest?", "ما الذي ينقص؟"), hint=say("Tenk på hele året.", "فكر في السنة كلها."), choices=WISHES, max=2),
    ask("multiple_choice", "visited", say("Hvor har du vært i år?", "أين كنت هذا العام؟"), choices=PLACES, appearance="images"),
    ask("scale", "safe", say("Jeg føler meg trygg her.", "أشعر بالأمان هنا."), required=True, **ENDS, **APART),
    ask("scale", "recommend", say("Hvor trolig er det at du vil anbefale stedet?", "هل توصي بهذا المكان؟"), min=0, max=10,
        low_label=say("Ikke trolig", "غير محتمل"), high_label=say("Svært trolig", "محتمل جداً")),
    ask("smiley_scale", "mood", say("Hvordan er det å bo her?", "كيف هي الحياة هنا؟"), choices=FACES, **APART),
    ask("matrix", "works", say("Hvor godt virker dette?", "كيف يعمل هذا؟"), rows=ROWS, required=True, low_label=say("Dårlig", "سيئ"), high_label=say("Godt", "جيد"), **APART),
    ask("matrix", "often", say("Hvor ofte bruker du dette?", "كم مرة تستخدم هذا؟"), rows=ROWS, choices=OFTEN, **APART),
    ask("ranking", "first", say("Hva er viktigst?", "ما هو الأهم؟"), choices=WISHES[:3]),
    ask("short_text", "called", say("Hva kaller dere stedet?", "ماذا تسمون المكان؟"), max_length=20),
    ask("long_text", "story", say("Fortell mer", "أخبرنا المزيد"), hint=say("Ikke skriv navn.", "لا تكتب أسماء.")),
    ask("whole_number", "household", say("Hvor mange bor hos deg?", "كم شخصاً يسكن معك؟"), min=1, max=20),
    ask("decimal", "distance", say("Hvor mange kilometer har du til jobb?", "كم كيلومتراً إلى عملك؟"), min=0, decimals=1),
    ask("slider", "minutes", say("Hvor mange minutter vil du gå?", "كم دقيقة تمشي؟"), max=60, step=5, low_label=say("Ingen", "لا شيء"), high_label=say("En time", "ساعة")),
    ask("date", "moved", say("Når flyttet du hit?", "متى انتقلت؟"), max="2026-12-31"),
    ask("date_time", "met", say("Når så du det?", "متى رأيت ذلك؟"), min="2020-01-01T00:00", max="2030-12-31T23:59"),
    ask("time", "home", say("Når kommer du hjem?", "متى تعود؟")),
    ask("photo", "photos", say("Vis oss stedet", "أرنا المكان"), max_photos=3),
    ask("place", "places", say("Hvor trengs det noe?", "أين المطلوب؟"), hint=say("Sett et merke der det trengs.", "ضع علامة."), required=True, min_marks=1, max_marks=3,
        categories=[{"code": "wish", "label": say("Ønske", "أمنية"), **LOOK}]),
    ask("route", "road", say("Hvor går du?", "أين تمشي؟"), max_marks=2),
    ask("area", "area", say("Hvilket område er ditt?", "ما هي منطقتك؟")),
    ask("calculated", "score", say("Poeng", "نقاط"), calculation={"+": [1, 1]}),
    ask("hidden", "source", say("Kilde", "مصدر"), parameter="source"),
    ask("consent", "agreed", say("Jeg samtykker til at kommunen bruker svarene mine.", "أوافق على استخدام إجاباتي."), required=True, reason=WHY),
]  # fmt: skip

EVERY = Questionnaire.from_document(
    {
        "format": 1,
        "languages": ["nb", "ar"],
        "title": say("Alle spørsmål", "كل الأسئلة"),
        "pages": [{"name": "all", "title": say("Alle", "الكل"), "questions": QUESTIONS}],
    }
)
