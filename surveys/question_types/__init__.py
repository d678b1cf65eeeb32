"""To add a question type: write its module here, add its class to the list below, add a template of the same name."""

from surveys.question_types.area import Area
from surveys.question_types.base import MapQuestionType, QuestionType
from surveys.question_types.hidden import Hidden
from surveys.question_types.long_text import LongText
from surveys.question_types.multiple_choice import MultipleChoice
from surveys.question_types.place import Place
from surveys.question_types.route import Route
from surveys.question_types.short_text import ShortText
from surveys.question_types.single_choice import SingleChoice
from surveys.question_types.smiley_scale import SmileyScale
from surveys.question_types.whole_number import WholeNumber

QUESTION_TYPES: dict[str, QuestionType] = {
    kind.name: kind()
    for kind in (
        SingleChoice,
        MultipleChoice,
        SmileyScale,
        ShortText,
        LongText,
        WholeNumber,
        Hidden,
        Route,
        Place,
        Area,
    )
}

__all__ = ["QUESTION_TYPES", "MapQuestionType", "QuestionType"]
