"""`python -m bench [NAME …]`: every benchmark, or those named, as a table. Figures are of this machine at this moment."""

from __future__ import annotations

import os
import platform
import sys
from importlib import import_module

# To add a benchmark: a module here whose `measure()` yields measurements, and its name below.
MODULES = (
    "handing_in",
    "first_load",
    "drawing",
    "questionnaires",
    "surveys",
    "writing",
    "exporting",
    "beside_exports",
    "ogc",
)


def main() -> None:
    """Print the table."""
    wanted = sys.argv[1:] or MODULES
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}", flush=True)
    for name in wanted:
        for measurement in import_module(f"bench.{name}").measure():
            print(measurement.row(), flush=True)


if __name__ == "__main__":
    main()
