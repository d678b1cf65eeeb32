"""How good is the place? Fourteen themes on 1–7, each with the map: for residents alone or round a table."""

from surveys.templates.adult_parts import COMMENT, grade, mark_kind, marks
from surveys.templates.building import LANGUAGES, Document, page, question, texts

LOW = texts("Mye må bli bedre", "Mykje må bli betre", "Much must improve")
HIGH = texts("Godt som det er", "Godt som det er", "Good as it is")

# Code, name of the theme and what to think of; in bokmål, nynorsk and English.
THEMES = (
    ("walk_cycle", ("Å gå og sykle", "Å gå og sykle", "Walking and cycling"),
     ("Kan du gå og sykle trygt dit du skal?", "Kan du gå og sykle trygt dit du skal?",
      "Can you walk and cycle safely to where you go?")),
    ("transit", ("Buss, bane og båt", "Buss, bane og båt", "Bus, train and boat"),
     ("Går det ofte nok, og kommer du fram dit du vil?", "Går det ofte nok, og kjem du fram dit du vil?",
      "Does it run often enough, and take you where you want?")),
    ("traffic", ("Biler og parkering", "Bilar og parkering", "Cars and parking"),
     ("Er det plass til folk, og ikke bare til biler?", "Er det plass til folk, og ikkje berre til bilar?",
      "Is there room for people, and not only for cars?")),
    ("streets", ("Gater, torg og hus", "Gater, torg og hus", "Streets, squares and houses"),
     ("Er det fint å være ute mellom husene?", "Er det fint å vere ute mellom husa?",
      "Is it nice to be outdoors among the houses?")),
    ("nature", ("Natur og grønt", "Natur og grønt", "Nature and green"),
     ("Er det lett å komme til skog, park og vann?", "Er det lett å kome til skog, park og vatn?",
      "Is it easy to get to woods, parks and water?")),
    ("play", ("Lek og fritid", "Leik og fritid", "Play and leisure"),
     ("Finnes det steder å leke og være aktiv, i alle aldre?",
      "Finst det stader å leike og vere aktiv, i alle aldrar?", "Are there places to play and be active, at any age?")),
    ("services", ("Butikk, skole og lege", "Butikk, skule og lege", "Shops, school and doctor"),
     ("Finner du det du trenger i nærheten?", "Finn du det du treng i nærleiken?", "Do you find what you need nearby?")),
    ("work", ("Arbeid og næringsliv", "Arbeid og næringsliv", "Work and business"),
     ("Er det arbeid her, og rom for å starte noe?", "Er det arbeid her, og rom for å starte noko?",
      "Is there work here, and room to start something?")),
    ("housing", ("Boliger", "Bustader", "Homes"),
     ("Finnes det hjem for unge, gamle og familier?", "Finst det heimar for unge, gamle og familiar?",
      "Are there homes for young, old and families?")),
    ("meeting", ("Møteplasser", "Møteplassar", "Meeting places"),
     ("Er det steder å møte andre, inne og ute?", "Er det stader å møte andre, inne og ute?",
      "Are there places to meet others, indoors and out?")),
    ("identity", ("Særpreg og tilhørighet", "Særpreg og tilhøyrsle", "Character and belonging"),
     ("Er du glad i stedet og stolt av det?", "Er du glad i staden og stolt av han?",
      "Are you fond of the place and proud of it?")),
    ("safety", ("Trygghet", "Tryggleik", "Safety"),
     ("Er du trygg her, dag og kveld?", "Er du trygg her, dag og kveld?", "Are you safe here, by day and by night?")),
    ("care", ("Stell og vedlikehold", "Stell og vedlikehald", "Care and upkeep"),
     ("Er det rent, helt og ryddig?", "Er det reint, heilt og ryddig?", "Is it clean, whole and tidy?")),
    ("influence", ("Å bli hørt", "Å bli høyrd", "Being heard"),
     ("Kan du være med og bestemme, og får du svar?", "Kan du vere med og avgjere, og får du svar?",
      "Can you take part in decisions, and are you answered?")),
)  # fmt: skip


def document() -> Document:
    return {
        "format": 1,
        "languages": list(LANGUAGES),
        "title": texts("Hvor godt er stedet?", "Kor god er staden?", "How good is this place?"),
        "intro": [
            texts(
                "Gi hvert tema et tall fra 1 til 7, og vis på kartet hvor det gjelder. Hopp over det du ikke vil svare på.",
                "Gi kvart tema eit tal frå 1 til 7, og vis på kartet kvar det gjeld. Hopp over det du ikkje vil svare på.",
                "Give each theme a number from 1 to 7, and show on the map where it is so. Skip what you like.",
            )
        ],
        "pages": [*(_theme(code, texts(*name), texts(*asked)) for code, name, asked in THEMES), _sum()],
    }


def _theme(code: str, name: dict[str, str], asked: dict[str, str]) -> Document:
    return page(
        code,
        name,
        grade(code, asked, LOW, HIGH, most=7),
        marks(
            f"{code}_places",
            texts("Hvor gjelder det?", "Kvar gjeld det?", "Where is it so?"),
            mark_kind("good", "good", "Godt", "Godt", "Good"),
            mark_kind("improve", "wish", "Må bli bedre", "Må bli betre", "Must improve"),
            most=10,
        ),
        question(f"{code}_comment", "long_text", COMMENT, max_length=1000),
    )


def _sum() -> Document:
    return page(
        "sum",
        texts("Til slutt", "Til slutt", "Last"),
        question(
            "most_important",
            "ranking",
            texts(
                "Hva er viktigst å gjøre noe med? Velg inntil tre.",
                "Kva er viktigast å gjere noko med? Vel inntil tre.",
                "What matters most to improve? Choose up to three.",
            ),
            choices=[{"code": code, "label": texts(*name)} for code, name, _asked in THEMES],
            max_ranked=3,
        ),
    )
