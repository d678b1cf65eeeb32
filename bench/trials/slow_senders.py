"""Devices whose requests stop half-way hold nobody else up."""

from __future__ import annotations

import random
import socket
import statistics

from bench.answers import bodies
from bench.installation import installation, served
from bench.trials.sending import put

SAMPLE = 30


def trial(slow: int = 50) -> list[str]:
    """Thirty hand-ins before and while `slow` requests are half-sent."""
    with installation() as made, served(made) as (_process, port):
        chance = random.Random()
        put(port, bodies(made, 1, chance)[0])
        before = [put(port, handed) for handed in bodies(made, SAMPLE, chance)]
        stuck = [half_sent(port, handed) for handed in bodies(made, slow, chance)]
        try:
            meanwhile = [put(port, handed) for handed in bodies(made, SAMPLE, chance)]
        finally:
            for connection in stuck:
                connection.close()
        found = [f"answered {got.status}" for got in [*before, *meanwhile] if got.status != 201]
        usual, slowed = (statistics.median(got.seconds for got in answers) for answers in (before, meanwhile))
        if slowed > 3 * usual + 0.2:
            found.append(f"with {slow} half-sent requests the median went from {usual:.3f} to {slowed:.3f} s")
        return found


def half_sent(port: int, handed: tuple[str, bytes]) -> socket.socket:
    """A connection that has sent the head and half the body."""
    connection = socket.create_connection(("127.0.0.1", port))
    head = f"PUT /api/responses/{handed[0]} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    connection.sendall(head.encode() + f"Content-Length: {len(handed[1])}\r\n\r\n".encode())
    connection.sendall(handed[1][: len(handed[1]) // 2])
    return connection
