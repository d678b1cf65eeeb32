"""A questionnaire of 900 questions with conditions, from its stored text to a checked answer."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from typing import Any

import orjson

from bench.measurement import Measurement
from surveys.answers import clean_response
from surveys.flow import flow
from surveys.questionnaire import Questionnaire
from tests.unit.surveys.large_questionnaire import answers_to, large_document

NOW = "2026-11-22T14:30"


def measure() -> Iterator[Measurement]:
    """Processor time of one process, the first time a questionnaire is met and after that."""
    stored = orjson.dumps(large_document())
    # As the server does before its first request.
    gc.collect()
    gc.freeze()
    began = time.process_time()
    asked = Questionnaire.checked_before(orjson.loads(stored))
    answers = answers_to(asked)
    flow(asked, answers, now=NOW)
    _check(asked, answers)
    yield Measurement("900 questions opened and checked, cold", _ms_since(began), "ms CPU", at_most=200)
    began = time.process_time()
    _check(asked, answers)
    yield Measurement("900 questions checked, warm", _ms_since(began), "ms CPU")


def _check(asked: Questionnaire, answers: dict[str, Any]) -> None:
    problems = clean_response(asked, answers, [], True, now=NOW).errors
    if problems:
        raise SystemExit(f"The answers of the benchmark do not fit its questionnaire: {problems[:3]}")


def _ms_since(began: float) -> float:
    return (time.process_time() - began) * 1000
