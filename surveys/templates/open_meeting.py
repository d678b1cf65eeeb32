"""An open meeting: what was said, where it was about, and what was promised."""

from surveys.templates.adult_parts import mark_kind, marks, option
from surveys.templates.building import LANGUAGES, Document, page, question, texts


def document() -> Document:
    return {
        "format": 1,
        "languages": list(LANGUAGES),
        "title": texts("Åpent møte", "Ope møte", "Open meeting"),
        "intro": [
            texts(
                "Skriv ned det som ble sagt, med møtets egne ord. Skriv ikke hvem som sa det.",
                "Skriv ned det som vart sagt, med møtet sine eigne ord. Skriv ikkje kven som sa det.",
                "Write down what was said, in the meeting's own words. Do not write who said it.",
            )
        ],
        "pages": [_the_meeting(), _said(), _promised()],
    }


def _the_meeting() -> Document:
    return page(
        "meeting",
        texts("Møtet", "Møtet", "The meeting"),
        question("meeting_date", "date", texts("Dato", "Dato", "Date"), required=True),
        question(
            "venue", "short_text", texts("Hvor var møtet?", "Kvar var møtet?", "Where was the meeting?"), max_length=120
        ),
        question(
            "attendance",
            "whole_number",
            texts("Hvor mange kom?", "Kor mange kom?", "How many came?"),
            min=0,
            max=5000,
        ),
        question(
            "missing_voices",
            "long_text",
            texts("Hvem var ikke der?", "Kven var ikkje der?", "Who was not there?"),
            hint=texts(
                "Tenk på alder, språk og deler av området.",
                "Tenk på alder, språk og delar av området.",
                "Think of age, language and parts of the area.",
            ),
            max_length=500,
        ),
    )


def _said() -> Document:
    return page(
        "said",
        texts("Det som ble sagt", "Det som vart sagt", "What was said"),
        question(
            "themes",
            "multiple_choice",
            texts("Hva handlet det om?", "Kva handla det om?", "What was it about?"),
            choices=[
                option("roads", "Vei og trafikk", "Veg og trafikk", "Roads and traffic"),
                option("green", "Park og natur", "Park og natur", "Parks and nature"),
                option("homes", "Boliger og bygging", "Bustader og bygging", "Homes and building"),
                option("children", "Barn og unge", "Barn og unge", "Children and young people"),
                option("old", "Eldre", "Eldre", "Older people"),
                option("safety", "Trygghet", "Tryggleik", "Safety"),
                option("culture", "Kultur og møteplasser", "Kultur og møteplassar", "Culture and meeting places"),
                option("services", "Tjenester", "Tenester", "Services"),
                option("other", "Noe annet", "Noko anna", "Something else", specify=True),
            ],
        ),
        question(
            "main_points",
            "long_text",
            texts("Hva ble sagt?", "Kva vart sagt?", "What was said?"),
            max_length=4000,
            required=True,
        ),
        question(
            "disagreement",
            "long_text",
            texts("Hva var folk uenige om?", "Kva var folk usamde om?", "What did people disagree about?"),
            max_length=2000,
        ),
        marks(
            "mentioned",
            texts(
                "Hvilke steder ble nevnt? Sett dem på kartet.",
                "Kva stader vart nemnde? Set dei på kartet.",
                "Which places were mentioned? Put them on the map.",
            ),
            mark_kind("good", "good", "Liker", "Likar", "Like"),
            mark_kind("problem", "unsafe", "Problem", "Problem", "Problem"),
            mark_kind("wish", "wish", "Ønske", "Ønske", "Wish"),
            most=200,
        ),
    )


def _promised() -> Document:
    return page(
        "promised",
        texts("Det som ble lovet", "Det som vart lova", "What was promised"),
        question(
            "promises",
            "long_text",
            texts("Hva lovet vi?", "Kva lova vi?", "What did we promise to do?"),
            max_length=2000,
        ),
        question(
            "answer_by_date",
            "date",
            texts("Når skal folk få svar?", "Når skal folk få svar?", "When will people be answered?"),
        ),
    )
