"""The columns every table of marks has, by name, with the kinds of their values: scripts rely on them."""

from __future__ import annotations

from participation.downloads import context

FIXED = {
    "id": "integer",
    "response": "integer",
    **context.COLUMNS,
    "zone_code": "text",
    "zone_name": "text",
    "question": "code",
    "question_label": "label",
    "category": "code",
    "category_label": "label",
    "sentiment": "code",
    "sentiment_label": "label",
    "place_name": "text",
    "comment": "text",
    "mode": "code",
    "mode_label": "label",
    "season": "code",
    "season_label": "label",
    "week": "text",
    "channel": "code",
    "channel_label": "label",
    "people": "integer",
    "status": "code",
    "status_label": "label",
    "length_m": "decimal",
    "area_m2": "decimal",
    "lon": "decimal",
    "lat": "decimal",
    "e": "decimal",
    "n": "decimal",
}
# Follow-up questions with a column of their own, whether an activity asks them or not.
ASKED_EVERYWHERE = ("place_name", "comment", "mode", "season")
