"""A class maps its neighbourhood, years 8–10: the same tasks with more to choose among."""

from surveys.templates.barnetrakk_8_10_choices import WHAT, WHY_GOOD, WHY_UNSAFE, WISH_FOR
from surveys.templates.barnetrakk_questions import LOOKS, faces, place_followups, road
from surveys.templates.building import LANGUAGES, Document, category, page, question, texts

INTRO = [
    texts(
        "Du kjenner stedet ditt bedre enn de som planlegger det. Vis oss hvor du ferdes, hva som er bra, hva som er"
        " utrygt, og hva du ønsker deg.",
        "Du kjenner staden din betre enn dei som planlegg han. Vis oss kvar du ferdast, kva som er bra, kva som er"
        " utrygt, og kva du ønskjer deg.",
        "You know your area better than the people who plan it. Show us where you go, what is good, what is unsafe"
        " and what you wish for.",
    ),
    texts(
        "Voksne i kommunen leser svarene, men de vet ikke hvem som skrev dem. De bruker dem når de planlegger veier,"
        " parker og møtesteder. Etterpå får klassen høre hva det førte til.",
        "Vaksne i kommunen les svara, men dei veit ikkje kven som skreiv dei. Dei bruker dei når dei planlegg vegar,"
        " parkar og møteplassar. Etterpå får klassa høyre kva det førte til.",
        "Adults in the council read the answers, but do not know who wrote them. They use them when they plan roads,"
        " parks and places to meet. Later your class will hear what came of it.",
    ),
    texts(
        "Ikke skriv navn, verken ditt eget eller andres. Du kan hoppe over det du ikke vil svare på, og du kan stoppe"
        " når du vil.",
        "Ikkje skriv namn, verken ditt eige eller andre sine. Du kan hoppe over det du ikkje vil svare på, og du kan"
        " stoppe når du vil.",
        "Do not write names, neither your own nor those of others. You can skip what you do not want to answer, and"
        " you can stop at any time.",
    ),
    texts(
        "Er det noe som er vondt eller vanskelig? Snakk med læreren din eller en annen voksen du stoler på.",
        "Er det noko som er vondt eller vanskeleg? Snakk med læraren din eller ein annan vaksen du stolar på.",
        "Is there something that feels hard or sad? Talk to your teacher or another adult you trust.",
    ),
]


def document() -> Document:
    return {
        "format": 1,
        "languages": list(LANGUAGES),
        "title": texts("Vis oss stedet ditt", "Vis oss staden din", "Show us your area"),
        "age": "8-10",
        "intro": INTRO,
        "pages": [_road_page(), _places_page(), _faces_page()],
    }


def _road_page() -> Document:
    label = texts("Vis oss veiene du bruker.", "Vis oss vegane du bruker.", "Show us the ways you use.")
    hint = texts(
        "Tegn veien til skolen først. Tegn så veiene du bruker på fritiden.",
        "Teikn vegen til skulen først. Teikn så vegane du bruker på fritida.",
        "Draw your way to school first. Then draw the ways you use in your spare time.",
    )
    comment = texts(
        "Hva bør vi vite om denne veien?", "Kva bør vi vite om denne vegen?", "What should we know about this way?"
    )
    return page("road", texts("Veiene dine", "Vegane dine", "Your ways"), road(label, hint, comment))


def _places_page() -> Document:
    places = question(
        "places",
        "place",
        texts("Sett merker på stedene dine.", "Set merke på stadene dine.", "Mark your places."),
        hint=texts(
            "Hva gjør du der? Hva er bra, hva er utrygt, og hva mangler? Ett sted kan få flere merker.",
            "Kva gjer du der? Kva er bra, kva er utrygt, og kva manglar? Éin stad kan få fleire merke.",
            "What do you do there? What is good, what is unsafe, and what is missing? A place can have several marks.",
        ),
        max_marks=100,
        categories=[_activity(), _good(), _unsafe(), _wish()],
        followups=place_followups(
            texts("Fortell mer, hvis du vil.", "Fortel meir, om du vil.", "Tell us more, if you like.")
        ),
    )
    return page("places", texts("Stedene dine", "Stadene dine", "Your places"), places)


def _activity() -> Document:
    prompt = texts("Hva gjør du her?", "Kva gjer du her?", "What do you do here?")
    followup = question("places-activity-what", "multiple_choice", prompt, choices=WHAT)
    label = texts("Her er jeg", "Her er eg", "I spend time here")
    return category("activity", label, LOOKS["activity"], prompt=prompt, followups=[followup])


def _good() -> Document:
    prompt = texts("Hva er bra her?", "Kva er bra her?", "What is good here?")
    followup = question("places-good-why", "multiple_choice", prompt, choices=WHY_GOOD)
    return category("good", texts("Bra", "Bra", "Good"), LOOKS["good"], prompt=prompt, followups=[followup])


def _unsafe() -> Document:
    prompt = texts(
        "Hva gjør stedet utrygt eller lite bra?",
        "Kva gjer staden utrygg eller lite bra?",
        "What makes this place unsafe or not good?",
    )
    followup = question("places-unsafe-why", "multiple_choice", prompt, choices=WHY_UNSAFE)
    label = texts("Utrygt", "Utrygt", "Unsafe")
    return category("unsafe", label, LOOKS["unsafe"], prompt=prompt, followups=[followup])


def _wish() -> Document:
    prompt = texts("Hva ønsker du deg her?", "Kva ønskjer du deg her?", "What do you wish for here?")
    followup = question("places-wish-wish_for", "multiple_choice", prompt, choices=WISH_FOR)
    return category("wish", texts("Ønske", "Ønske", "Wish"), LOOKS["wish"], prompt=prompt, followups=[followup])


def _faces_page() -> Document:
    return page(
        "feelings",
        texts("Til slutt", "Til slutt", "One last thing"),
        faces(
            "safe_on_road",
            texts(
                "Hvor trygg er du på vei til skolen?",
                "Kor trygg er du på veg til skulen?",
                "How safe do you feel on your way to school?",
            ),
        ),
        faces(
            "like_area",
            texts(
                "Hvordan er det å være ung der du bor?",
                "Korleis er det å vere ung der du bur?",
                "What is it like to be young where you live?",
            ),
        ),
    )
