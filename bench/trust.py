"""`python -m bench.trust [NAME …]`: every reliability trial, or those named; exit code 1 when something did not hold."""

from __future__ import annotations

import sys
import time
from importlib import import_module

# To add a trial: a module in bench/trials whose `trial()` gives what did not hold, and its name below.
TRIALS = ("kills", "locked", "full_disk", "slow_senders", "wrong_codes")
MOST_TOLD = 10


def main() -> None:
    """Run them one after another."""
    failed = 0
    for name in sys.argv[1:] or TRIALS:
        begun = time.monotonic()
        module = import_module(f"bench.trials.{name}")
        found = module.trial()
        failed += bool(found)
        print(
            f"{'held  ' if not found else 'FAILED'} {name} ({time.monotonic() - begun:.0f} s): {module.__doc__}",
            flush=True,
        )
        for sentence in found[:MOST_TOLD]:
            print(f"         {sentence}")
        if len(found) > MOST_TOLD:
            print(f"         … and {len(found) - MOST_TOLD} more")
    print(f"{len(sys.argv[1:] or TRIALS) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
