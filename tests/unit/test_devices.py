"""What a User-Agent header is kept as."""

from __future__ import annotations

import pytest

from participation.accounts.devices import coarse

MOZILLA = "Mozilla/5.0"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (
            f"{MOZILLA} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36",
            ("Chrome", "Windows"),
        ),
        (f"{MOZILLA} (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0 Safari/537.36 Edg/150.0", ("Edge", "Windows")),
        (
            f"{MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1 Version/19 Safari/605.1",
            ("Safari", "macOS"),
        ),
        (f"{MOZILLA} (iPad; CPU OS 19_0 like Mac OS X) AppleWebKit/605.1 CriOS/150 Safari/604.1", ("Chrome", "iPad")),
        (f"{MOZILLA} (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0", ("Firefox", "Android")),
        (f"{MOZILLA} (X11; CrOS x86_64) AppleWebKit/537.36 Chrome/150.0 Safari/537.36", ("Chrome", "ChromeOS")),
        (f"{MOZILLA} (Linux; Android 16) Chrome/150 Mobile SamsungBrowser/30.0", ("Samsung Internet", "Android")),
        ("curl/8.5.0", ("", "")),
        ("", ("", "")),
    ],
)
def test_only_browser_and_system_are_kept(said: str, kept: tuple[str, str]) -> None:
    assert coarse(said) == kept
