"""How deep a body nests is told in time that grows with its length, whatever it holds."""

from __future__ import annotations

import time

import pytest

from participation.responses.body import LARGEST, too_deep


@pytest.mark.parametrize(
    "tail",
    [b'\\"', b'"a', b'"a\\"', b"\\", b"[", b"[],"],
    ids=["escaped quotes", "quotes", "both", "backslashes", "brackets", "empty lists"],
)
@pytest.mark.parametrize("end", [b"", b"\\", b'"'])
def test_a_full_body_of_anything_is_read_within_a_second(tail: bytes, end: bytes) -> None:
    raw = (b"[" * 33 + b'"' + tail * LARGEST)[: LARGEST - len(end)] + end
    started = time.thread_time()
    too_deep(raw)
    assert time.thread_time() - started < 1


@pytest.mark.parametrize(
    ("raw", "deep"),
    [
        (b"[" * 32 + b"]" * 32, False),
        (b"[" * 33 + b"]" * 33, True),
        (b'{"a":' + b"[" * 32, True),
        (b'["' + b"[" * 40 + b'"]', False),
        (b'["\\"' + b"[" * 40 + b'"]', False),
        (b'["\\\\",' + b"[" * 40, True),
        (b'["\n\\\n"' + b"[" * 40, True),
        (b"[]" * 40, False),
    ],
)
def test_brackets_count_outside_strings_only(raw: bytes, deep: bool) -> None:
    assert too_deep(raw) is deep
