"""A safety walk: people go through the area together, and one of them writes down what they see and where."""

from surveys.templates.adult_parts import mark_kind, marks, option
from surveys.templates.building import LANGUAGES, Document, page, question, texts


def document() -> Document:
    return {
        "format": 1,
        "languages": list(LANGUAGES),
        "title": texts("Trygghetsvandring", "Tryggleiksvandring", "Safety walk"),
        "intro": [
            texts(
                "Gå ruten sammen, helst når det er mørkt. Stopp der noen ser noe, og sett det på kartet. Skriv ikke navn.",
                "Gå ruta saman, helst når det er mørkt. Stopp der nokon ser noko, og set det på kartet. Skriv ikkje namn.",
                "Walk the route together, best after dark. Stop where someone sees something and put it on the map."
                " Write no names.",
            )
        ],
        "pages": [_the_walk(), _seen(), _next_steps()],
    }


def _the_walk() -> Document:
    return page(
        "walk",
        texts("Vandringen", "Vandringa", "The walk"),
        question("walk_date", "date", texts("Dato", "Dato", "Date"), required=True),
        question("walk_time", "time", texts("Når begynte dere?", "Når byrja de?", "When did you begin?")),
        question(
            "participants",
            "whole_number",
            texts("Hvor mange var med?", "Kor mange var med?", "How many took part?"),
            min=1,
            max=500,
        ),
        question(
            "groups",
            "multiple_choice",
            texts("Hvem var med?", "Kven var med?", "Who took part?"),
            choices=[
                option("young", "Unge", "Unge", "Young people"),
                option("old", "Eldre", "Eldre", "Older people"),
                option("parents", "Foreldre", "Foreldre", "Parents"),
                option("wheels", "Noen med rullestol eller vogn", "Nokon med rullestol eller vogn",
                       "Someone with a wheelchair or pram"),
                option("sight_hearing", "Noen som ser eller hører dårlig", "Nokon som ser eller høyrer dårleg",
                       "Someone who sees or hears badly"),
                option("municipality", "Kommunen", "Kommunen", "The municipality"),
                option("police", "Politiet", "Politiet", "The police"),
                option("other", "Andre", "Andre", "Others", specify=True),
            ],
        ),
        question(
            "light",
            "single_choice",
            texts("Hvordan var lyset?", "Korleis var lyset?", "What was the light like?"),
            choices=[
                option("day", "Dagslys", "Dagslys", "Daylight"),
                option("dusk", "Skumring", "Skumring", "Dusk"),
                option("dark", "Mørkt", "Mørkt", "Dark"),
            ],
        ),
        question(
            "walked",
            "route",
            texts("Tegn ruten dere gikk.", "Teikn ruta de gjekk.", "Draw the route you walked."),
            max_marks=5,
        ),
    )  # fmt: skip


def _seen() -> Document:
    seen = marks(
        "seen",
        texts("Hva så dere, og hvor?", "Kva såg de, og kvar?", "What did you see, and where?"),
        mark_kind("light", "unsafe", "For lite lys", "For lite lys", "Too little light"),
        mark_kind("sight", "unsafe", "Dårlig sikt", "Dårleg sikt", "Poor sight"),
        mark_kind("crossing", "unsafe", "Farlig å krysse", "Farleg å krysse", "Dangerous to cross"),
        mark_kind("ground", "unsafe", "Dårlig dekke", "Dårleg dekke", "Poor surface"),
        mark_kind("untidy", "activity", "Ikke stelt", "Ikkje stelt", "Not cared for"),
        mark_kind("shut_in", "unsafe", "Ingen vei ut", "Ingen veg ut", "No way out"),
        mark_kind("good", "good", "Dette er bra", "Dette er bra", "This is good"),
        mark_kind("idea", "wish", "Forslag", "Framlegg", "Idea"),
        most=200,
    )
    seen["followups"].append(
        question(
            "seen-urgency",
            "single_choice",
            texts("Hvor mye haster det?", "Kor mykje hastar det?", "How urgent is it?"),
            choices=[
                option("now", "Med en gang", "Med ein gong", "At once"),
                option("this_year", "Innen et år", "Innan eit år", "Within a year"),
                option("later", "Når det passer", "Når det høver", "When convenient"),
            ],
        )
    )
    return page("seen", texts("Det dere så", "Det de såg", "What you saw"), seen)


def _next_steps() -> Document:
    return page(
        "next_steps",
        texts("Veien videre", "Vegen vidare", "Next steps"),
        question(
            "three_first",
            "long_text",
            texts("Hvilke tre ting er viktigst?", "Kva tre ting er viktigast?", "Which three things matter most?"),
            max_length=2000,
        ),
        question(
            "told_back",
            "long_text",
            texts(
                "Hvordan får de som var med, vite hva som skjer?",
                "Korleis får dei som var med, vite kva som skjer?",
                "How will those who took part hear what happens?",
            ),
            max_length=1000,
        ),
    )
