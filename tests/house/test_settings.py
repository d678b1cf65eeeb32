"""Every setting stands in the README's table with the default it has."""

from __future__ import annotations

import re

from participation.config import PREFIX, SETTINGS
from tests.house.repository import ROOT

ROW = re.compile(rf"^\| `{PREFIX}(\w+)` \| ([^|]*) \| ([^|]+) \|$", re.MULTILINE)


def test_every_setting_stands_in_the_readme() -> None:
    rows = {name: (default.strip().strip("`"), meaning.strip()) for name, default, meaning in readme_rows()}
    for setting in SETTINGS:
        assert setting.name in rows, f"README lacks {PREFIX}{setting.name}"
        assert rows[setting.name][0] == (setting.default or "–"), setting.name
        assert rows[setting.name][1], setting.name
    assert set(rows) == {setting.name for setting in SETTINGS}


def readme_rows() -> list[tuple[str, str, str]]:
    return ROW.findall((ROOT / "README.md").read_text(encoding="utf-8"))


def test_no_setting_is_read_past_the_list() -> None:
    named = {setting.name for setting in SETTINGS}
    for path in (ROOT / "participation").rglob("*.py"):
        for name in re.findall(r"config\.read\(\"(\w+)\"\)|LOKALKJENT_([A-Z_]+)", path.read_text(encoding="utf-8")):
            used = name[0] or name[1]
            assert not used or used.endswith("_") or used in named, f"{path}: {used}"
