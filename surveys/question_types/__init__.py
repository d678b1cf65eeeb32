"""To add a question type: write its module here, add its class to the list below, add a template of the same name."""

from surveys.question_types.area import Area
from surveys.question_types.base import QuestionType
from surveys.question_types.calculated import Calculated
from surveys.question_types.consent import Consent
from surveys.question_types.date import Date
from surveys.question_types.date_time import DateTime
from surveys.question_types.decimal import Decimal
from surveys.question_types.hidden import Hidden
from surveys.question_types.information import Information
from surveys.question_types.long_text import LongText
from surveys.question_types.map_question import MapQuestionType
from surveys.question_types.matrix import Matrix
from surveys.question_types.multiple_choice import MultipleChoice
from surveys.question_types.photo import Photo
from surveys.question_types.place import Place
from surveys.question_types.ranking import Ranking
from surveys.question_types.route import Route
from surveys.question_types.scale import Scale
from surveys.question_types.short_text import ShortText
from surveys.question_types.single_choice import SingleChoice
from surveys.question_types.slider import Slider
from surveys.question_types.smiley_scale import SmileyScale
from surveys.question_types.time import Time
from surveys.question_types.whole_number import WholeNumber

QUESTION_TYPES: dict[str, QuestionType] = {
    kind.name: kind()
    for kind in (
        SingleChoice,
        MultipleChoice,
        Scale,
        SmileyScale,
        Matrix,
        Ranking,
        ShortText,
        LongText,
        WholeNumber,
        Decimal,
        Slider,
        Date,
        DateTime,
        Time,
        Photo,
        Route,
        Place,
        Area,
        Information,
        Consent,
        Calculated,
        Hidden,
    )
}

__all__ = ["QUESTION_TYPES", "MapQuestionType", "QuestionType"]
