"""What needs the interpreter all the time shares one processor; everything else may use all."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from participation.web_server.adapter import Adapter
from participation.web_server.processors import ALL, share_one, use_all

pytestmark = pytest.mark.skipif(not ALL, reason="this system alone decides where threads run")


def where(pool: ThreadPoolExecutor) -> set[int]:
    return pool.submit(os.sched_getaffinity, 0).result()


def test_hand_ins_share_one_and_the_rest_have_all_though_the_loop_starts_both() -> None:
    with ThreadPoolExecutor(1, initializer=share_one) as loop:
        adapter = loop.submit(Adapter, lambda _environ, _start: [], 2).result()
        assert len(where(loop)) == 1
        assert loop.submit(where, adapter.hand_ins).result() == where(loop)
        assert loop.submit(where, adapter.threads).result() == ALL
    adapter.hand_ins.shutdown()
    adapter.threads.shutdown()


def test_a_thread_is_let_go_again() -> None:
    with ThreadPoolExecutor(1) as pool:
        pool.submit(share_one).result()
        pool.submit(use_all).result()
        assert where(pool) == ALL
