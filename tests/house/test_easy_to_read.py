"""What pupils read on the screen is as easy as the questionnaires themselves (LIX)."""

import pytest
from babel.messages.extract import extract_from_dir

from surveys.readability import lix
from tools.translating.catalogues import catalogue
from tools.translating.sources import PARTICIPANT, ROOT

YOUNGEST, ANY_ONE = 20, 30
# The index says little about one sentence of a few words.
FEWEST_WORDS = 8


def pupil_texts(language: str) -> list[str]:
    found = extract_from_dir(ROOT / "static/js/pupil", [("**.js", "javascript")], {}, {"t": None})
    texts = {message if isinstance(message, str) else message[0] for _file, _line, message, *_more in found}
    if language == "en":
        return sorted(texts)
    return sorted(entry.msgstr for entry in catalogue(language, PARTICIPANT) if entry.msgid in texts)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_pupils_can_read_their_screens(language: str) -> None:
    texts = pupil_texts(language)

    assert len(texts) > 100
    assert lix("\n".join(texts)) <= YOUNGEST
    assert {text: lix(text) for text in texts if len(text.split()) >= FEWEST_WORDS and lix(text) > ANY_ONE} == {}
