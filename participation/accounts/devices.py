"""Which device somebody signed in on, in a few coarse words: enough to know one's own, too little to tell people apart."""

from __future__ import annotations

from flask_babel import gettext as _

# What a browser says of itself, the first that fits: most say the names of others, too.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


def coarse(said: str) -> tuple[str, str]:
    """Browser and system behind a User-Agent header; an empty text for one that is not known."""
    browser = next((name for sign, name in BROWSERS if sign in said), "")
    return browser, next((name for sign, name in SYSTEMS if sign in said), "")


def device_words(browser: str, system: str) -> str:
    """Both in the reader's language."""
    if browser and system:
        return _("%(browser)s on %(system)s", browser=browser, system=system)
    return browser or system or _("Another browser")
