"""Patterns match what the same regular expression matches, and never take long."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.conditions.pattern_syntax import PatternError
from surveys.conditions.patterns import Pattern, matches

pieces = st.sampled_from(["a", "b", "1", ".", "[ab]", "[^a]", "[a-c1]", "\\d", "\\W", "ø"])


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    signs = st.sampled_from(["*", "+", "?", "{2}", "{1,2}", "{0,}", "*?"])
    return (
        st.builds("{}{}".format, inner, inner)
        | st.builds("({}|{})".format, inner, inner)
        | st.builds("(^{}|{}$)".format, inner, inner)
        | st.builds("({}){}".format, inner, signs)
    )


@settings(max_examples=400, deadline=None)
@given(st.recursive(pieces, _larger, max_leaves=8), st.text("ab1ø", min_size=1, max_size=6))
def test_a_pattern_matches_as_the_regular_expression_does(pattern: str, text: str) -> None:
    assert matches(pattern, text) == bool(re.fullmatch(pattern, text, re.ASCII))


@pytest.mark.parametrize(
    "pattern",
    [
        "(",
        ")",
        "a**",
        "a{3,2}",
        "a{256}",
        "(?=a)",
        "(?<=a)",
        "(?P<a>a)",
        "(a)\\1",
        "\\b",
        "[",
        "[]",
        "[b-a]",
        "*",
        "{2}",
    ],
)
def test_a_pattern_is_refused_in_words(pattern: str) -> None:
    refused(pattern)


@pytest.mark.parametrize(
    "pattern", ["x" * 301, "(" * 12 + ")" * 12, "(a{100}){100}", "((((){100}){100}){100}){100}", "[\\d-z]"]
)
def test_a_pattern_too_large_or_too_odd_is_refused(pattern: str) -> None:
    refused(pattern)


def refused(pattern: str) -> None:
    with pytest.raises(PatternError) as told:
        Pattern(pattern)

    assert told.value.render().endswith(".")
    assert not matches(pattern, "a")


@pytest.mark.parametrize(
    "pattern", ["(a*)*b", "(a|a)*b", "(a|aa)+b", "(.*)*b", "((a{1,9})*)*b", "(a|b)*b(a|b){30}", ".*.{0,255}c"]
)
def test_no_pattern_takes_long(pattern: str) -> None:
    begun = time.process_time()

    assert not matches(pattern, "ab" * 999 + "a")

    assert time.process_time() - begun < 0.5


def test_a_longer_text_matches_nothing() -> None:
    assert matches(".*", "a" * 2000)
    assert not matches(".*", "a" * 2001)
