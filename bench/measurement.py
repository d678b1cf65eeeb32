"""One line of the benchmark's table."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

# In a small process between: what is started by a large one is said to have been as large as that.
RUNNER = """
import os, subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdout=sys.stderr)
_pid, status, used = os.wait4(child.pid, 0)
print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


class Run(NamedTuple):
    """What a program took: seconds of processor, which other work disturbs less than the clock; MB at its highest."""

    seconds: float
    megabytes: float


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Run:
    """Run a program and measure it. Raises SystemExit when it fails."""
    words = [sys.executable, "-S", "-c", RUNNER, *command]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
    code, seconds, megabytes = done.stdout.split()
    if int(code):
        raise SystemExit(f"{command[0]} ended with {code}: {done.stderr}")
    return Run(float(seconds), float(megabytes))


@dataclass(frozen=True)
class Measurement:
    """A figure with its unit, its goal when it has one, and a note."""

    name: str
    value: float
    unit: str
    at_least: float | None = None
    at_most: float | None = None
    note: str = ""

    @property
    def goal(self) -> str:
        """The goal as text, empty when there is none."""
        if self.at_least is not None:
            return f"≥ {self.at_least:g}"
        return "" if self.at_most is None else f"≤ {self.at_most:g}"

    @property
    def met(self) -> bool:
        """True when the goal is met or there is none."""
        low = self.at_least is None or self.value >= self.at_least
        return low and (self.at_most is None or self.value <= self.at_most)

    def row(self) -> str:
        """The figure as a line of the table."""
        mark = "" if not self.goal else "met" if self.met else "MISSED"
        decimals = 2 if self.value < 2 else 1
        return f"{self.name:<62} {self.value:>10,.{decimals}f} {self.unit:<12} {self.goal:>8} {mark:<7} {self.note}"
