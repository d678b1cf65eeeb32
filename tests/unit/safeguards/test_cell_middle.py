"""The device's few lines of H3 (static/js/modules/cell_middle.js) agree with the H3 library."""

import json
import subprocess
from pathlib import Path

import h3
import numpy as np

from tools.node import node

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = """
import { cellMiddle } from "./static/js/modules/cell_middle.js";
let text = "";
for await (const part of process.stdin) text += part;
console.log(JSON.stringify(JSON.parse(text).map(cellMiddle)));
"""


def test_the_middle_of_a_cell_is_where_h3_says() -> None:
    random = np.random.default_rng(10)
    # All of Norway with Svalbard and Jan Mayen, and closely where five faces of H3's icosahedron meet.
    norway = random.uniform((-10, 57), (33, 81), (10_000, 2))
    corner = random.uniform((10.4, 64.6), (10.7, 64.8), (3_000, 2))
    positions = np.concatenate([norway, corner])

    run = subprocess.run(
        [node(), "--input-type=module", "--eval", SCRIPT],
        cwd=ROOT,
        input=json.dumps(positions.tolist()),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    found = np.array(json.loads(run.stdout))
    expected = np.array([h3.cell_to_latlng(h3.latlng_to_cell(lat, lon, 10))[::-1] for lon, lat in positions])

    np.testing.assert_allclose(found, expected, atol=1e-9, rtol=0)
