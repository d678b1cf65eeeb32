"""Somebody guesses class codes: no guess opens anything, too many are stopped, and the server stays well."""

from __future__ import annotations

import random

import orjson

from bench.answers import bodies
from bench.installation import installation, served
from bench.load import put as load
from bench.trials.sending import put
from participation.class_sessions.codes import CLASS_CODE_LENGTH
from participation.safeguards.keyed_codes import ALPHABET


def trial(guesses: int = 10_000, allowed: int = 1000) -> list[str]:
    """So many hand-ins with codes at random; `allowed` as the installation's setting says."""
    chance = random.Random()
    with installation() as made, served(made) as (_process, port):
        known = bodies(made, 1, chance)[0]
        template = orjson.loads(known[1]) | {"marks": [], "pupil": None}
        ready = [
            (f"/api/responses/{uuid}", orjson.dumps(template | {"class_code": guess(chance)}))
            for uuid, _body in bodies(made, guesses, chance)
        ]
        statuses = load(port, 8, 600, ready, made.folder).statuses
        last = put(port, bodies(made, 1, chance)[0])
    found = [
        f"{count} guesses were answered {status}" for status, count in statuses.items() if status not in ("403", "429")
    ]
    if sum(statuses.values()) != guesses:
        found.append(f"only {sum(statuses.values())} guesses were answered")
    if statuses.get("403", 0) > allowed + 8:
        found.append(f"{statuses['403']} guesses were looked up, {allowed} are allowed")
    if guesses > allowed and (last.status != 429 or not last.retry_after):
        found.append(f"after that: {last.status}, Retry-After {last.retry_after}")
    return found


def guess(chance: random.Random) -> str:
    """A code at random."""
    return "".join(chance.choice(ALPHABET) for _ in range(CLASS_CODE_LENGTH))
