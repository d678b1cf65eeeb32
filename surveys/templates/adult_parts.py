"""What the templates for adults share: scales, marks on the map and the questions about who answers."""

from surveys.templates.barnetrakk_questions import LOOKS
from surveys.templates.building import Document, Texts, category, question, texts

DONT_KNOW = texts("Vet ikke", "Veit ikkje", "Don't know")
COMMENT = texts("Si gjerne mer.", "Sei gjerne meir.", "Tell us more if you like.")
WHICH_PLACE = texts("Hva heter stedet?", "Kva heiter staden?", "What is the place called?")


def option(code: str, nb: str, nn: str, en: str, **flags: bool) -> Document:
    """A choice without a picture."""
    return {"code": code, "label": texts(nb, nn, en), **flags}


def row(code: str, nb: str, nn: str, en: str) -> Document:
    return {"code": code, "label": texts(nb, nn, en)}


def agreement(uid: str, label: Texts, *rows: Document) -> Document:
    """Statements on 1–6, from not agreeing at all."""
    return question(
        uid,
        "matrix",
        label,
        hint=texts(
            "1 er helt uenig. 6 er helt enig.", "1 er heilt usamd. 6 er heilt samd.", "1: not at all. 6: completely."
        ),
        rows=list(rows),
        min=1,
        max=6,
        low_label=texts("Helt uenig", "Heilt usamd", "Not at all"),
        high_label=texts("Helt enig", "Heilt samd", "Completely"),
        dont_know=DONT_KNOW,
    )


def grade(uid: str, label: Texts, low: Texts, high: Texts, most: int = 6) -> Document:
    """One step on a scale from 1, with what its ends mean."""
    return question(uid, "scale", label, min=1, max=most, low_label=low, high_label=high, dont_know=DONT_KNOW)


def mark_kind(code: str, look: str, nb: str, nn: str, en: str, **own: object) -> Document:
    """A category with the symbol and colour of one of the four looks."""
    return category(code, texts(nb, nn, en), LOOKS[look], **own) | {"icon": look}


def marks(uid: str, label: Texts, *kinds: Document, most: int = 20) -> Document:
    """Places on the map, each with a name and a sentence."""
    return question(
        uid,
        "place",
        label,
        max_marks=most,
        categories=list(kinds),
        followups=[
            question(f"{uid}-place_name", "short_text", WHICH_PLACE, max_length=80),
            question(f"{uid}-comment", "long_text", COMMENT, max_length=1000),
        ],
    )


def about_you() -> list[Document]:
    """Coarse on purpose: enough to see whose voice is missing, too little to tell who it was."""
    return [
        question(
            "age_group",
            "single_choice",
            texts("Hvor gammel er du?", "Kor gammal er du?", "How old are you?"),
            choices=[
                option("15_24", "15–24 år", "15–24 år", "15–24"),
                option("25_44", "25–44 år", "25–44 år", "25–44"),
                option("45_66", "45–66 år", "45–66 år", "45–66"),
                option("67_79", "67–79 år", "67–79 år", "67–79"),
                option("80_up", "80 år eller mer", "80 år eller meir", "80 or more"),
            ],
        ),
        question(
            "gender",
            "single_choice",
            texts("Kjønn", "Kjønn", "Gender"),
            choices=[
                option("woman", "Kvinne", "Kvinne", "Woman"),
                option("man", "Mann", "Mann", "Man"),
                option("other", "Annet", "Anna", "Other"),
            ],
        ),
        question(
            "children_at_home",
            "single_choice",
            texts(
                "Bor det barn under 18 år hos deg?",
                "Bur det barn under 18 år hos deg?",
                "Do children under 18 live with you?",
            ),
            choices=[option("yes", "Ja", "Ja", "Yes"), option("no", "Nei", "Nei", "No")],
        ),
        question(
            "born_in",
            "single_choice",
            texts("Hvor er du født?", "Kvar er du fødd?", "Where were you born?"),
            hint=texts(
                "Vi spør for å se om alle grupper er med.",
                "Vi spør for å sjå om alle grupper er med.",
                "We ask to see whether all groups take part.",
            ),
            choices=[
                option("norway", "I Norge", "I Noreg", "In Norway"),
                option("europe", "I et annet land i Europa", "I eit anna land i Europa", "In another European country"),
                option("elsewhere", "I et land utenfor Europa", "I eit land utanfor Europa", "Outside Europe"),
            ],
        ),
    ]
