"""A text in several languages, as questionnaires carry them: `{language: text}`."""

from collections.abc import Mapping

Texts = Mapping[str, str]


def text_in(texts: Texts | None, language: str) -> str:
    """The text in this language, else in the first language that has one."""
    if not texts:
        return ""
    return texts.get(language) or next((text for text in texts.values() if text), "")
