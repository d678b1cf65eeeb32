"""The load, in a process of its own: connections that stay open, each sending the next body when it has its answer.

`python -m bench.load PORT CONNECTIONS SECONDS FILE`: FILE has a path and a body a line (JSON). Prints JSON.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections import Counter, deque
from dataclasses import dataclass
from pathlib import Path

import orjson


@dataclass
class Measured:
    """`seconds`: of each answer; `statuses`: how many of each; `wall`: from the first to the last; `cpu`: the server's."""

    seconds: list[float]
    statuses: dict[str, int]
    wall: float
    cpu: float = 0.0

    @property
    def cpu_ms(self) -> float:
        """Milliseconds of the server's processor time for each response: tells more than the clock on a busy machine."""
        return self.cpu * 1000 / max(1, self.statuses.get("201", 0))

    @property
    def rate(self) -> float:
        """Responses stored a second."""
        return self.statuses.get("201", 0) / self.wall

    def percentile(self, share: float) -> float:
        """Seconds within which `share` of the answers came."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def processor_seconds(pid: int) -> float:
    """Processor time a process has used; 0 where the system does not tell."""
    path = Path(f"/proc/{pid}/stat")
    if not path.exists():
        return 0.0
    fields = path.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def put(
    port: int, connections: int, seconds: float, bodies: list[tuple[str, bytes]], folder: Path, pid: int = 0
) -> Measured:
    """Send `bodies` (path and JSON) over so many connections until they or the time are used up; `pid` is the server's."""
    file = folder / "bodies.jsonl"
    file.write_bytes(b"\n".join(orjson.dumps([path, body.decode()]) for path, body in bodies))
    words = [sys.executable, "-m", "bench.load", str(port), str(connections), str(seconds), str(file)]
    before = processor_seconds(pid)
    told = subprocess.run(words, stdout=subprocess.PIPE, check=True)
    return Measured(**orjson.loads(told.stdout), cpu=processor_seconds(pid) - before)


async def _one(port: int, waiting: deque[bytes], until: float, seconds: list[float], statuses: Counter[str]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while waiting and time.perf_counter() < until:
        request = waiting.popleft()
        begun = time.perf_counter()
        writer.write(request)
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except (asyncio.IncompleteReadError, ConnectionError):
            # The server closed a connection it had kept open: the same again on a new one, as a device does.
            writer.close()
            waiting.appendleft(request)
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            continue
        length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
        await reader.readexactly(length)
        seconds.append(time.perf_counter() - begun)
        statuses[head[9:12].decode()] += 1
    writer.close()


async def _all(port: int, connections: int, limit: float, requests: list[bytes]) -> Measured:
    waiting, seconds, statuses = deque(requests), list[float](), Counter[str]()
    begun = time.perf_counter()
    await asyncio.gather(*(_one(port, waiting, begun + limit, seconds, statuses) for _ in range(connections)))
    return Measured(seconds, dict(statuses), time.perf_counter() - begun)


def request(path: str, body: str) -> bytes:
    """A whole HTTP request."""
    raw = body.encode()
    head = f"PUT {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {len(raw)}\r\n\r\n"
    return head.encode() + raw


def main() -> None:
    """Load as the command line says."""
    port, connections, limit, file = sys.argv[1:5]
    lines = [orjson.loads(line) for line in Path(file).read_bytes().splitlines()]
    measured = asyncio.run(_all(int(port), int(connections), float(limit), [request(*line) for line in lines]))
    told = {"seconds": measured.seconds, "statuses": measured.statuses, "wall": measured.wall}
    sys.stdout.buffer.write(orjson.dumps(told))


if __name__ == "__main__":
    main()
