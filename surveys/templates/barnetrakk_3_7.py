"""A class maps its neighbourhood, years 3–7: few choices, a picture for each, short words."""

from surveys.templates.barnetrakk_questions import LOOKS, faces, place_followups, road
from surveys.templates.building import LANGUAGES, Document, category, choice, page, question, texts

INTRO = [
    texts(
        "Vis oss veien din. Vis oss også hva du liker, og hva som er utrygt. Da kan vi gjøre det bedre å være barn her.",
        "Vis oss vegen din. Vis oss òg kva du likar, og kva som er utrygt. Då kan vi gjere det betre å vere barn her.",
        "Show us the way you take. Show us what you like too, and what is not safe. Then we can make this a better"
        " place to be a child.",
    ),
    texts(
        "Voksne leser det du lager, men de vet ikke hvem du er. De bruker det når de skal bygge og rydde. Klassen"
        " får vite hva vi hørte.",
        "Vaksne les det du lagar, men dei veit ikkje kven du er. Dei bruker det når dei skal byggje og rydde. Klassa"
        " får vite kva vi høyrde.",
        "Adults read what you make, but they do not know who you are. They use it when they plan and build. Your"
        " class will hear what we found.",
    ),
    texts(
        "Ikke skriv navn, verken ditt eller andre sine. Du kan hoppe over alt du ikke vil svare på. Du kan stoppe"
        " når du vil.",
        "Ikkje skriv namn, verken ditt eller andre sine. Du kan hoppe over alt du ikkje vil svare på. Du kan stoppe"
        " når du vil.",
        "Do not write names, not yours and not those of others. You can skip what you do not want to answer. You can"
        " stop when you like.",
    ),
    texts(
        "Er noe vondt eller vanskelig? Si det til en voksen du er trygg på. Det kan være læreren din.",
        "Er noko vondt eller vanskeleg? Sei det til ein vaksen du er trygg på. Det kan vere læraren din.",
        "Is something hard or sad? Tell an adult you feel safe with. It can be your teacher.",
    ),
]

WHAT = [
    choice("play", "Leker", "Leikar", "Play"),
    choice("ball", "Spiller ball", "Spelar ball", "Play ball"),
    choice("wheels", "Sykler eller skater", "Syklar eller skatar", "Cycle or skate"),
    choice("climb", "Klatrer", "Klatrar", "Climb"),
    choice("snow", "Aker eller går på ski", "Akar eller går på ski", "Sledge or ski"),
    choice("swim", "Bader", "Badar", "Swim"),
    choice("nature", "Er i skogen", "Er i skogen", "Go to the woods"),
    choice("friends", "Er med venner", "Er med venner", "Meet friends"),
    choice("relax", "Slapper av", "Slappar av", "Rest"),
    choice("other", "Noe annet", "Noko anna", "Something else"),
]
WHY_GOOD = [
    choice("fun", "Gøy", "Gøy", "Fun"),
    choice("friends", "Venner er her", "Venner er her", "Friends are here"),
    choice("safe", "Trygt", "Trygt", "Safe"),
    choice("nature", "Trær og dyr", "Tre og dyr", "Trees and animals"),
    choice("exciting", "Spennende", "Spennande", "Exciting"),
    choice("quiet", "Stille", "Stille", "Quiet"),
    choice("beautiful", "Fint å se på", "Fint å sjå på", "Nice to look at"),
    choice("room", "God plass", "God plass", "Lots of room"),
]
WHY_UNSAFE = [
    choice("dark", "Mørkt", "Mørkt", "Dark"),
    choice("traffic", "Mange biler", "Mange bilar", "Many cars"),
    choice("speed", "De kjører fort", "Dei køyrer fort", "Cars go fast"),
    choice("no_crossing", "Farlig å krysse veien", "Farleg å krysse vegen", "Scary to cross the road"),
    choice("narrow_road", "Lite plass å gå på", "Lite plass å gå på", "Little room to walk"),
    choice("slippery", "Glatt om vinteren", "Glatt om vinteren", "Slippery in winter"),
    choice("bullies", "Noen er slemme", "Nokon er slemme", "Some are mean"),
    choice("strangers", "Folk jeg er redd for", "Folk eg er redd for", "People who scare me"),
    choice("litter", "Søppel", "Søppel", "Litter"),
    choice("boring", "Kjedelig", "Keisamt", "Boring"),
]
WISH_FOR = [
    choice("playground", "Sted å leke", "Stad å leike", "Place to play"),
    choice("ball_court", "Ballbane", "Ballbane", "Ball court"),
    choice("wheels", "Sted å skate og sykle", "Stad å skate og sykle", "Place to skate and cycle"),
    choice("trees", "Trær og gress", "Tre og gras", "Trees and grass"),
    choice("light", "Mer lys", "Meir lys", "More light"),
    choice("crossing", "Trygt sted å krysse veien", "Trygg stad å krysse vegen", "Safe place to cross"),
    choice("path", "Trygg vei å gå eller sykle", "Trygg veg å gå eller sykle", "Safe path to walk or cycle"),
    choice("tidy", "Ryddig og rent", "Ryddig og reint", "Clean and tidy"),
    choice("indoors", "Sted å være inne", "Stad å vere inne", "Place to be indoors"),
    choice("other", "Noe annet", "Noko anna", "Something else"),
]


def document() -> Document:
    return {
        "format": 1,
        "languages": list(LANGUAGES),
        "title": texts("Vis oss stedet ditt", "Vis oss staden din", "Show us your place"),
        "age": "3-7",
        "intro": INTRO,
        "pages": [_road_page(), _places_page(), _faces_page()],
    }


def _road_page() -> Document:
    label = texts("Vis oss veien din.", "Vis oss vegen din.", "Show us the way you take.")
    hint = texts(
        "Tegn veien til skolen. Tegn også andre veier du bruker.",
        "Teikn vegen til skulen. Teikn òg andre vegar du bruker.",
        "Draw your way to school. Draw other ways you use too.",
    )
    comment = texts("Er det noe vi bør vite?", "Er det noko vi bør vite?", "Is there more we should know?")
    return page("road", texts("Veien din", "Vegen din", "Your way"), road(label, hint, comment))


def _places_page() -> Document:
    places = question(
        "places",
        "place",
        texts("Sett merker på kartet.", "Set merke på kartet.", "Put marks on the map."),
        hint=texts(
            "Hva gjør du ute? Hva er bra? Hva er utrygt? Hva ønsker du deg?",
            "Kva gjer du ute? Kva er bra? Kva er utrygt? Kva ønskjer du deg?",
            "What do you do out here? What is good? What is not safe? What do you wish for?",
        ),
        max_marks=100,
        categories=[_activity(), _good(), _unsafe(), _wish()],
        followups=place_followups(texts("Si litt mer, om du vil.", "Sei litt meir, om du vil.", "Tell us a bit more.")),
    )
    return page("places", texts("Stedene dine", "Stadene dine", "Your places"), places)


def _activity() -> Document:
    prompt = texts("Hva gjør du her?", "Kva gjer du her?", "What do you do here?")
    followup = question("places-activity-what", "multiple_choice", prompt, choices=WHAT)
    label = texts("Her er jeg", "Her er eg", "I go here")
    return category("activity", label, LOOKS["activity"], prompt=prompt, followups=[followup])


def _good() -> Document:
    prompt = texts("Hva er bra her?", "Kva er bra her?", "What is good here?")
    followup = question("places-good-why", "multiple_choice", prompt, choices=WHY_GOOD)
    return category("good", texts("Bra", "Bra", "Good"), LOOKS["good"], prompt=prompt, followups=[followup])


def _unsafe() -> Document:
    prompt = texts("Hva er ikke bra her?", "Kva er ikkje bra her?", "What is not good here?")
    followup = question("places-unsafe-why", "multiple_choice", prompt, choices=WHY_UNSAFE)
    label = texts("Utrygt", "Utrygt", "Not safe")
    return category("unsafe", label, LOOKS["unsafe"], prompt=prompt, followups=[followup])


def _wish() -> Document:
    prompt = texts("Hva vil du ha her?", "Kva vil du ha her?", "What do you wish for here?")
    followup = question("places-wish-wish_for", "multiple_choice", prompt, choices=WISH_FOR)
    return category("wish", texts("Ønske", "Ønske", "Wish"), LOOKS["wish"], prompt=prompt, followups=[followup])


def _faces_page() -> Document:
    return page(
        "feelings",
        texts("Til slutt", "Til slutt", "One last thing"),
        faces(
            "safe_on_road",
            texts("Er veien til skolen trygg?", "Er vegen til skulen trygg?", "Is your way to school safe?"),
        ),
        faces(
            "like_area",
            texts("Liker du deg der du bor?", "Likar du deg der du bur?", "Do you like it where you live?"),
        ),
    )
