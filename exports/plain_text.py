"""Text that any file and any reader can carry."""

import re

# C0 controls but tab and line feed, and the two code points that XML forbids.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")


def plain_text(text: str) -> str:
    """`text` without control characters, with line feeds only; a lone surrogate becomes U+FFFD."""
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return UNPRINTABLE.sub("", whole)
