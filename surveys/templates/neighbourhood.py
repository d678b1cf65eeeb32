"""A survey of residents of 15 and over, in six themes, made to be repeated: wording and scales must stay to be compared."""

from surveys.templates.adult_parts import about_you, agreement, grade, mark_kind, marks, option, row
from surveys.templates.building import LANGUAGES, Document, page, question, texts

INTRO = [
    texts(
        "Hvordan er det å bo her? Svarene dine brukes når kommunen skal gjøre området bedre.",
        "Korleis er det å bu her? Svara dine blir brukte når kommunen skal gjere området betre.",
        "What is it like to live here? Your answers are used to make the area better.",
    ),
]
HOW_OFTEN = [
    option("daily", "Hver dag", "Kvar dag", "Every day"),
    option("weekly", "Hver uke", "Kvar veke", "Every week"),
    option("monthly", "Hver måned", "Kvar månad", "Every month"),
    option("seldom", "Sjeldnere", "Sjeldnare", "Less often"),
    option("never", "Aldri", "Aldri", "Never"),
]
HOW_BIG = [
    option("none", "Ikke noe problem", "Ikkje noko problem", "No problem"),
    option("small", "Lite problem", "Lite problem", "A small problem"),
    option("some", "Et visst problem", "Eit visst problem", "Something of a problem"),
    option("big", "Stort problem", "Stort problem", "A big problem"),
]


def document() -> Document:
    return {
        "format": 1,
        "languages": list(LANGUAGES),
        "title": texts("Slik er det å bo her", "Slik er det å bu her", "What it is like to live here"),
        "intro": INTRO,
        "pages": [_perception(), _use(), _belonging(), _order(), _information(), _influence(), _you()],
    }


def _perception() -> Document:
    return page(
        "perception",
        texts("Nabolaget", "Nabolaget", "The neighbourhood"),
        grade(
            "satisfied",
            texts(
                "Hvor fornøyd er du med å bo her?",
                "Kor nøgd er du med å bu her?",
                "How satisfied are you with living here?",
            ),
            texts("Svært misfornøyd", "Svært misnøgd", "Very dissatisfied"),
            texts("Svært fornøyd", "Svært nøgd", "Very satisfied"),
        ),
        question(
            "lived_here",
            "single_choice",
            texts("Hvor lenge har du bodd her?", "Kor lenge har du budd her?", "How long have you lived here?"),
            choices=[
                option("under_2", "Under 2 år", "Under 2 år", "Less than 2 years"),
                option("2_9", "2–9 år", "2–9 år", "2–9 years"),
                option("10_19", "10–19 år", "10–19 år", "10–19 years"),
                option("20_up", "20 år eller mer", "20 år eller meir", "20 years or more"),
            ],
        ),
        agreement(
            "view",
            texts("Hva synes du om området?", "Kva synest du om området?", "What do you think of the area?"),
            row("pretty", "Det er pent her", "Det er pent her", "It looks nice here"),
            row("quiet", "Det er rolig her", "Det er roleg her", "It is quiet here"),
            row("children", "Det er godt for barn å vokse opp her", "Det er godt for barn å vekse opp her",
                "It is a good place to grow up"),
            row("old", "Det er godt å bli gammel her", "Det er godt å bli gammal her", "It is a good place to grow old"),
            row("better", "Området blir bedre", "Området blir betre", "The area is getting better"),
        ),
        question(
            "best",
            "long_text",
            texts("Hva er det beste med å bo her?", "Kva er det beste med å bu her?", "What is best about living here?"),
            max_length=1000,
        ),
    )  # fmt: skip


def _use() -> Document:
    return page(
        "use",
        texts("Steder du bruker", "Stader du bruker", "Places you use"),
        question(
            "outdoors",
            "information",
            texts("Tenk på stedene ute", "Tenk på stadene ute", "Think of the places outdoors"),
            text=texts(
                "Veier, parker, torg og plassen mellom husene: alle steder der folk kan være.",
                "Vegar, parkar, torg og plassen mellom husa: alle stader der folk kan vere.",
                "Roads, parks, squares and the room between the houses: wherever people can be.",
            ),
            image="neighbourhood.webp",
            image_alt=texts(
                "Tegning av hus, trær, en benk og en vei ned mot sjøen",
                "Teikning av hus, tre, ein benk og ein veg ned mot sjøen",
                "Drawing of houses, trees, a bench and a road down to the sea",
            ),
        ),
        question(
            "uses",
            "matrix",
            texts("Hvor ofte bruker du dette her?", "Kor ofte bruker du dette her?", "How often do you use these here?"),
            rows=[
                row("green", "Parker og turveier", "Parkar og turvegar", "Parks and paths"),
                row("shops", "Butikker", "Butikkar", "Shops"),
                row("library", "Bibliotek og kulturhus", "Bibliotek og kulturhus", "Library and culture house"),
                row("sport", "Idrett og trening", "Idrett og trening", "Sports grounds"),
                row("meet", "Møteplasser uten kjøpeplikt", "Møteplassar utan kjøpeplikt",
                    "Meeting places where you need not buy"),
                row("sea", "Sjø, vann og skog", "Sjø, vatn og skog", "Sea, lakes and woods"),
            ],
            choices=HOW_OFTEN,
        ),
        question(
            "more_of",
            "multiple_choice",
            texts("Hva vil du helst ha mer av?", "Kva vil du helst ha meir av?", "What would you like more of?"),
            appearance="images",
            max=2,
            choices=[
                {**option("sit", "Steder å sitte", "Stader å sitje", "Places to sit"), "image": "sit.webp"},
                {**option("play", "Steder å leke", "Stader å leike", "Places to play"), "image": "play.webp"},
                {**option("light", "Lys på stier", "Lys på stiar", "Light on the paths"), "image": "light.webp"},
                {**option("meet", "Steder å møtes", "Stader å møtast", "Places to meet"), "image": "meet.webp"},
            ],
        ),
        marks(
            "use_places",
            texts(
                "Vis oss på kartet hvor du liker å være, og hvor du savner noe.",
                "Vis oss på kartet kvar du likar å vere, og kvar du saknar noko.",
                "Show on the map where you like to be, and where something is missing.",
            ),
            mark_kind("like", "good", "Her er det godt å være", "Her er det godt å vere", "I like it here"),
            mark_kind("miss", "wish", "Her mangler noe", "Her manglar noko", "Something is missing here"),
        ),
    )  # fmt: skip


def _belonging() -> Document:
    return page(
        "belonging",
        texts("Å høre til", "Å høyre til", "Belonging"),
        agreement(
            "belong",
            texts("Hvor enig er du?", "Kor samd er du?", "How far do you agree?"),
            row("home", "Jeg føler meg hjemme her", "Eg kjenner meg heime her", "I feel at home here"),
            row("know", "Jeg kjenner naboene mine", "Eg kjenner naboane mine", "I know my neighbours"),
            row("help", "Her hjelper folk hverandre", "Her hjelper folk kvarandre", "People here help each other"),
            row("different", "Det er greit å være annerledes her", "Det er greitt å vere annleis her",
                "It is fine to be different here"),
            row("trust", "De fleste her er til å stole på", "Dei fleste her er til å stole på",
                "Most people here can be trusted"),
            row("alone", "Jeg er ofte ensom", "Eg er ofte einsam", "I am often lonely"),
        ),
    )  # fmt: skip


def _order() -> Document:
    return page(
        "order",
        texts("Trygt og ryddig", "Trygt og ryddig", "Safe and tidy"),
        question(
            "problems",
            "matrix",
            texts("Er dette et problem her?", "Er dette eit problem her?", "Is this a problem here?"),
            rows=[
                row("drugs", "Bruk og salg av rusmidler", "Bruk og sal av rusmiddel", "Use and sale of drugs"),
                row("crime", "Vold, tyveri og innbrudd", "Vald, tjuveri og innbrot", "Violence, theft and burglary"),
                row("litter", "Søppel", "Søppel", "Litter"),
                row("vandalism", "Hærverk og tagging", "Hærverk og tagging", "Vandalism and graffiti"),
                row("noise", "Støy", "Støy", "Noise"),
                row("traffic", "Trafikk og fart", "Trafikk og fart", "Traffic and speed"),
            ],
            choices=HOW_BIG,
            dont_know=texts("Vet ikke", "Veit ikkje", "Don't know"),
        ),
        grade(
            "safe_day",
            texts("Hvor trygg er du ute om dagen?", "Kor trygg er du ute om dagen?", "How safe are you out by day?"),
            texts("Svært utrygg", "Svært utrygg", "Very unsafe"),
            texts("Svært trygg", "Svært trygg", "Very safe"),
        ),
        grade(
            "safe_night",
            texts("Hvor trygg er du ute om kvelden?", "Kor trygg er du ute om kvelden?",
                  "How safe are you out in the evening?"),
            texts("Svært utrygg", "Svært utrygg", "Very unsafe"),
            texts("Svært trygg", "Svært trygg", "Very safe"),
        ),
        marks(
            "unsafe_places",
            texts("Er det steder du går utenom? Vis dem på kartet.", "Er det stader du går utanom? Vis dei på kartet.",
                  "Are there places you avoid? Show them on the map."),
            mark_kind("avoid", "unsafe", "Her er jeg utrygg", "Her er eg utrygg", "I feel unsafe here"),
            mark_kind("untidy", "activity", "Her er det ikke ryddig", "Her er det ikkje ryddig", "It is not tidy here"),
        ),
    )  # fmt: skip


def _information() -> Document:
    return page(
        "information",
        texts("Å få vite", "Å få vite", "Being told"),
        grade(
            "informed",
            texts("Hvor godt får du vite hva kommunen gjør her?", "Kor godt får du vite kva kommunen gjer her?",
                  "How well are you told what the municipality does here?"),
            texts("Svært dårlig", "Svært dårleg", "Very badly"),
            texts("Svært godt", "Svært godt", "Very well"),
        ),
        question(
            "sources",
            "multiple_choice",
            texts("Hvor får du vite om det som skjer her?", "Kvar får du vite om det som skjer her?",
                  "How do you hear about what goes on here?"),
            choices=[
                option("neighbours", "Naboer og venner", "Naboar og vener", "Neighbours and friends"),
                option("social_media", "Sosiale medier", "Sosiale medium", "Social media"),
                option("paper", "Avisen", "Avisa", "The newspaper"),
                option("website", "Kommunens nettsider", "Nettsidene til kommunen", "The municipality's website"),
                option("letter", "Brev og oppslag", "Brev og oppslag", "Letters and notices"),
                option("meetings", "Møter", "Møte", "Meetings"),
                option("school", "Skole og barnehage", "Skule og barnehage", "School and kindergarten"),
                option("other", "Noe annet", "Noko anna", "Something else", specify=True),
                option("none", "Jeg får ikke vite noe", "Eg får ikkje vite noko", "I do not hear", exclusive=True),
            ],
        ),
    )  # fmt: skip


def _influence() -> Document:
    return page(
        "influence",
        texts("Å være med", "Å vere med", "Taking part"),
        agreement(
            "influence",
            texts("Hvor enig er du?", "Kor samd er du?", "How far do you agree?"),
            row("heard", "Kommunen hører på oss som bor her", "Kommunen høyrer på oss som bur her",
                "The municipality listens to us who live here"),
            row("can_change", "Jeg kan være med og endre noe her", "Eg kan vere med og endre noko her",
                "I can help to change things here"),
            row("told_back", "Vi får vite hva som kom ut av det vi sa", "Vi får vite kva som kom ut av det vi sa",
                "We are told what came of what we said"),
        ),
        question(
            "took_part",
            "multiple_choice",
            texts("Hva har du vært med på her det siste året?", "Kva har du vore med på her det siste året?",
                  "What have you taken part in here this last year?"),
            choices=[
                option("volunteer", "Dugnad eller frivillig arbeid", "Dugnad eller frivillig arbeid", "Voluntary work"),
                option("association", "Lag eller forening", "Lag eller foreining", "A club or association"),
                option("meeting", "Møte om området", "Møte om området", "A meeting about the area"),
                option("wrote", "Jeg skrev til kommunen", "Eg skreiv til kommunen",
                       "I wrote to the municipality"),
                option("none", "Ikke noe av dette", "Ikkje noko av dette", "None of these", exclusive=True),
            ],
        ),
        question(
            "first_thing",
            "long_text",
            texts("Hva bør kommunen gjøre først?", "Kva bør kommunen gjere først?",
                  "What should the municipality do first?"),
            max_length=1000,
        ),
    )  # fmt: skip


def _you() -> Document:
    return page("you", texts("Litt om deg", "Litt om deg", "A little about you"), *about_you())
