"""The server is killed at random moments while pupils hand in: acknowledged means stored, sent again means stored once."""

from __future__ import annotations

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from bench.answers import bodies
from bench.installation import Installation, free_port, installation, start
from bench.trials.sending import Handed, missing, put, put_until_acknowledged

SENDERS = 4


def trial(hand_ins: int = 1000, longest_life: float = 1.5) -> list[str]:
    """`hand_ins` responses through a server that lives at most `longest_life` seconds at a time."""
    with installation() as made:
        port, chance = free_port(), random.Random()
        ready = bodies(made, hand_ins, chance)
        done = threading.Event()
        kills = 0
        stuck: list[str] = []

        def keep_killing() -> None:
            nonlocal kills
            while not done.is_set():
                try:
                    process = start(made, port)
                except RuntimeError as wrong:
                    stuck.append(f"after {kills} kills: {wrong}")
                    continue
                done.wait(chance.uniform(0.05, longest_life))
                process.kill()
                process.wait()
                kills += 1

        killer = threading.Thread(target=keep_killing)
        killer.start()
        try:
            with ThreadPoolExecutor(SENDERS) as pool:
                given = list(pool.map(lambda handed: put_until_acknowledged(port, handed, 600), ready))
        finally:
            done.set()
            killer.join()
        found = [*stuck, *("a hand-in was never acknowledged" for ok in given if not ok)]
        found += missing(made, [handed for handed, ok in zip(ready, given, strict=True) if ok])
        found += sent_again(made, port, chance.sample(ready, min(50, hand_ins)))
        if not kills:
            found.append("the server was never killed")
        return found


def sent_again(made: Installation, port: int, handed: list[Handed]) -> list[str]:
    """Each must be answered with 200 and stored once."""
    process = start(made, port)
    try:
        time.sleep(0.1)
        wrong = [status for one in handed if (status := put(port, one).status) != 200]
    finally:
        process.kill()
        process.wait()
    return [f"sent again was answered {status}, not 200" for status in wrong] + missing(made, handed)
