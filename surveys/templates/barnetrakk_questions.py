"""What the two class-mapping templates share: looks, roads, follow-ups and the faces on the last page."""

from surveys.templates.building import Document, Texts, category, choice, question, texts

ROAD_LOOK = ("line", "#1b3a6b", "neutral")
LOOKS = {
    "activity": ("square", "#0072b2", "neutral"),
    "good": ("circle", "#007d5a", "positive"),
    "unsafe": ("triangle", "#d55e00", "negative"),
    "wish": ("star", "#7b3fa0", "wish"),
}
FACES = (
    ("1", "Svært dårlig", "Svært dårleg", "Very bad"),
    ("2", "Dårlig", "Dårleg", "Bad"),
    ("3", "Midt på", "Midt på", "In between"),
    ("4", "Bra", "Bra", "Good"),
    ("5", "Svært bra", "Svært bra", "Very good"),
)


def season(where: str) -> Document:
    return question(
        f"{where}-season",
        "single_choice",
        texts("Når på året?", "Når på året?", "What time of year?"),
        choices=[
            choice("all_year", "Hele året", "Heile året", "All year"),
            choice("winter", "Om vinteren", "Om vinteren", "In winter"),
            choice("summer", "Om sommeren", "Om sommaren", "In summer"),
        ],
    )


def time_of_day() -> Document:
    return question(
        "places-time_of_day",
        "multiple_choice",
        texts("Når på dagen?", "Når på dagen?", "What time of day?"),
        choices=[
            choice("morning", "Før skolen", "Før skulen", "Before school"),
            choice("school_day", "I skoletiden", "I skuletida", "At school time"),
            choice("afternoon", "Etter skolen", "Etter skulen", "After school"),
            choice("evening", "Om kvelden", "Om kvelden", "In the evening"),
        ],
    )


def comment(where: str, label: Texts) -> Document:
    return question(f"{where}-comment", "long_text", label, max_length=1000)


def place_followups(comment_label: Texts) -> list[Document]:
    return [
        question(
            "places-place_name",
            "short_text",
            texts("Hva kaller dere stedet?", "Kva kallar de staden?", "What do you call this place?"),
            max_length=80,
        ),
        comment("places", comment_label),
        season("places"),
        time_of_day(),
        question(
            "places-together",
            "hidden",
            texts("Samme sted som", "Same stad som", "Same place as"),
        ),
    ]


def road(label: Texts, hint: Texts, comment_label: Texts) -> Document:
    return question(
        "road",
        "route",
        label,
        hint=hint,
        cut_home=True,
        max_marks=20,
        categories=[
            category("school_road", texts("Skoleveien min", "Skulevegen min", "My way to school"), ROAD_LOOK),
            category("other_road", texts("Andre veier", "Andre vegar", "Other ways"), ROAD_LOOK),
        ],
        followups=[
            question(
                "road-mode",
                "single_choice",
                texts("Slik kommer jeg fram her.", "Slik kjem eg fram her.", "This is how I get along."),
                choices=[
                    choice("walk", "Jeg går", "Eg går", "I walk"),
                    choice("cycle", "Jeg sykler", "Eg syklar", "I cycle"),
                    choice("scooter", "Jeg bruker sparkesykkel", "Eg bruker sparkesykkel", "I ride a scooter"),
                    choice("bus", "Jeg tar buss eller bane", "Eg tek buss eller bane", "I take the bus or train"),
                    choice("car", "Jeg blir kjørt i bil", "Eg blir køyrd i bil", "I go by car"),
                ],
            ),
            season("road"),
            comment("road", comment_label),
        ],
    )


def faces(uid: str, label: Texts) -> Document:
    return question(uid, "smiley_scale", label, choices=[choice(*face) | {"icon": f"face_{face[0]}"} for face in FACES])
