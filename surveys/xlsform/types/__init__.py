"""To add a type: a class in one of these modules, and its name in the list below."""

from surveys.xlsform.types.base import TypeMap
from surveys.xlsform.types.choices import MultipleChoice, Ranking, Scale, SingleChoice, SmileyScale
from surveys.xlsform.types.map_questions import Area, Place, Route
from surveys.xlsform.types.numbers import Decimal, Slider, WholeNumber
from surveys.xlsform.types.texts import Date, DateTime, LongText, ShortText, Time
from surveys.xlsform.types.told import Calculated, Consent, Hidden, Information, Photo

# Of several that are read from one type of XLSForm, the first is taken where nothing tells which.
TYPE_MAPS: dict[str, TypeMap] = {
    made.name: made()
    for made in (
        SingleChoice,
        MultipleChoice,
        Ranking,
        Scale,
        SmileyScale,
        ShortText,
        LongText,
        WholeNumber,
        Decimal,
        Slider,
        Date,
        DateTime,
        Time,
        Place,
        Route,
        Area,
        Information,
        Consent,
        Photo,
        Hidden,
        Calculated,
    )
}
