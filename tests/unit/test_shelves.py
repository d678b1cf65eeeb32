"""What is kept in memory stays within its room, however it comes and whoever asks meanwhile."""

from __future__ import annotations

from threading import Thread

from participation.shelves import Shelves


def test_the_oldest_shelf_makes_room_first() -> None:
    kept: Shelves[int, bytes] = Shelves(100, len)
    for shelf, key in (("a", 1), ("b", 1), ("a", 2), ("b", 2)):
        kept.keep(shelf, {key: bytes(30)})
    assert {name: list(shelf) for name, shelf in kept.shelves.items()} == {"a": [2], "b": [1, 2]}
    kept.keep("b", {1: bytes(50)})
    assert {name: list(shelf) for name, shelf in kept.shelves.items()} == {"b": [2, 1]}
    assert kept.size == 80


def test_what_is_larger_than_the_room_takes_none_and_leaves_nothing_older_in_its_place() -> None:
    kept: Shelves[int, bytes] = Shelves(100, len)
    kept.keep("a", {1: bytes(60)})
    kept.keep("a", {1: bytes(101)})
    assert (dict(kept.shelf("a")), kept.size) == ({}, 0)
    for key in range(3):
        kept.keep("b", {key: bytes(60)})
    assert (list(kept.shelf("b")), list(kept.shelves), kept.size) == ([2], ["b"], 60)


def test_its_size_is_right_after_many_have_kept_at_once() -> None:
    kept: Shelves[int, bytes] = Shelves(5000, len)

    def work(start: int) -> None:
        for turn in range(2000):
            kept.keep(turn % 3, {(start + turn) % 50: bytes(turn % 200)})
            kept.shelf(turn % 3).get(turn % 50)

    threads = [Thread(target=work, args=(start,)) for start in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert kept.size == sum(len(one) for shelf in kept.shelves.values() for one in shelf.values()) <= 5000
