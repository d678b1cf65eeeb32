"""The server's part of the home cut: a child's route that was not cut on the device is cut here, before anything is stored."""

from __future__ import annotations

from typing import Any

from participation.safeguards.home_cut import cut_home_end
from surveys.questionnaire import Questionnaire

Position = tuple[float, float]


def cut_uncut_routes(questionnaire: Questionnaire | None, marks: Any, school: Position | None) -> tuple[Any, int]:
    """`marks` as sent → with every route that must be cut and was not, cut; and how many were left out as too short.

    Works on anything a stranger may have sent: what it cannot read as a route is left for the checks that follow.
    """
    if not isinstance(marks, list):
        return marks, 0
    kept, dropped = [], 0
    for mark in marks:
        if not needs_cut(questionnaire, mark):
            kept.append(mark)
            continue
        rest = cut_home_end(mark["geometry"]["coordinates"], school)
        if rest is None:
            dropped += 1
        else:
            kept.append({**mark, "geometry": {**mark["geometry"], "coordinates": [list(point) for point in rest]}})
    return kept, dropped


def needs_cut(questionnaire: Questionnaire | None, mark: Any) -> bool:
    """True for a readable line of a question with `cut_home` (or of an unknown question) that says nothing of a cut."""
    properties = mark.get("properties") if isinstance(mark, dict) else None
    geometry = mark.get("geometry") if isinstance(mark, dict) else None
    if not isinstance(geometry, dict) or geometry.get("type") != "LineString":
        return False
    # Anything but a plain yes or no tells nothing, and the safe reading is that the home end is still there.
    if not isinstance(properties, dict) or isinstance(properties.get("home_cut"), bool):
        return False
    if questionnaire is not None:
        question = next(
            (found for found in questionnaire.map_questions if found.variable == properties.get("question")), None
        )
        if question is not None and not question.setting("cut_home", False):
            return False
    return readable_line(geometry.get("coordinates"))


def readable_line(coordinates: Any) -> bool:
    """True for two or more positions of finite degrees."""
    return (
        isinstance(coordinates, list)
        and len(coordinates) >= 2
        and all(
            isinstance(point, list)
            and len(point) >= 2
            and all(isinstance(number, int | float) and not isinstance(number, bool) for number in point[:2])
            and abs(point[0]) <= 180
            and abs(point[1]) <= 90
            for point in coordinates
        )
    )


def rounded(geometry: dict[str, Any]) -> dict[str, Any]:
    """A child's line with 5 decimals, about a metre."""
    return {
        **geometry,
        "coordinates": [[round(number, 5) for number in point[:2]] for point in geometry["coordinates"]],
    }
