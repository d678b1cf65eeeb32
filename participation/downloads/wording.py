"""What fixed columns and codes are called, in the language in use."""

from __future__ import annotations

from flask_babel import gettext as _


def headings() -> dict[str, str]:
    """Headings of the columns every activity has, by name."""
    return {
        "id": _("No."),
        "response": _("Response no."),
        "activity": _("Activity no."),
        "activity_label": _("Activity"),
        "school": _("School"),
        "school_year": _("School year"),
        "class_session": _("Class no."),
        "class_session_label": _("Class"),
        "session_date": _("Date of the lesson"),
        "zone_code": _("Zone code"),
        "zone_name": _("Zone"),
        "hexagon": _("Hexagon"),
        "question": _("Question code"),
        "question_label": _("Question"),
        "category": _("Category code"),
        "category_label": _("Category"),
        "sentiment": _("Sentiment code"),
        "sentiment_label": _("Sentiment"),
        "place_name": _("Name of the place"),
        "comment": _("Comment"),
        "mode": _("Way of travel code"),
        "mode_label": _("Way of travel"),
        "season": _("Season code"),
        "season_label": _("Season"),
        "week": _("Week"),
        "channel": _("Channel code"),
        "channel_label": _("Channel"),
        "people": _("People"),
        "status": _("Status code"),
        "status_label": _("Status"),
        "length_m": _("Length (m)"),
        "area_m2": _("Area (m²)"),
        "lon": _("Longitude"),
        "lat": _("Latitude"),
        "e": _("East"),
        "n": _("North"),
        "language": _("Language code"),
        "language_label": _("Language"),
        "complete": _("Complete"),
        "late": _("Late"),
        "marks": _("Number of marks"),
        "respondents": _("Different respondents"),
        "variable": _("Variable"),
        "code": _("Code"),
        "label": _("Meaning"),
        "share": _("Share"),
        "mean": _("Mean"),
        "fact": _("About the file"),
        "value": _("Value"),
    }


def sentiments() -> dict[str, str]:
    return {"positive": _("Positive"), "negative": _("Negative"), "wish": _("Wish"), "neutral": _("Neutral")}


def statuses() -> dict[str, str]:
    return {
        "received": _("Received"),
        "read": _("Read"),
        "taken_further": _("Taken further"),
        "hidden": _("Hidden"),
        "test": _("Test"),
        "draft": _("Not sent"),
        "replaced": _("Replaced by a later one"),
    }
