"""How hard a text is to read: LIX, Björnsson's index, as Nordic schools use it."""

import re

LONG_WORD = 6
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
SENTENCE_END = re.compile(r"[.!?:…]+(?=\s|$)|\n+")


def lix(text: str) -> float:
    """Words per sentence plus the percentage of words longer than six letters; 0.0 for a text without words.

    A line break ends a sentence, as in a list or a heading.
    """
    words = WORD.findall(text)
    if not words:
        return 0.0
    sentences = sum(1 for part in SENTENCE_END.split(text) if WORD.search(part))
    long_words = sum(len(word) > LONG_WORD for word in words)
    return len(words) / sentences + 100 * long_words / len(words)
