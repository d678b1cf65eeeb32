"""Small words for writing a questionnaire document in Python."""

from typing import Any

LANGUAGES = ("nb", "nn", "en")

Texts = dict[str, str]
Document = dict[str, Any]


def texts(nb: str, nn: str, en: str) -> Texts:
    return {"nb": nb, "nn": nn, "en": en}


def choice(code: str, nb: str, nn: str, en: str) -> Document:
    return {"code": code, "label": texts(nb, nn, en), "icon": code}


def question(uid: str, kind: str, label: Texts, **own: Any) -> Document:
    """`uid` is `variable`, or `where-variable` for a follow-up."""
    return {"uid": uid, "variable": uid.rsplit("-", 1)[-1], "type": kind, "label": label, **own}


def category(code: str, label: Texts, look: tuple[str, str, str], **own: Any) -> Document:
    """`look`: symbol, colour, sentiment."""
    symbol, colour, sentiment = look
    return {
        "code": code,
        "label": label,
        "symbol": symbol,
        "colour": colour,
        "sentiment": sentiment,
        "icon": code,
        **own,
    }


def page(name: str, title: Texts, *questions: Document) -> Document:
    return {"name": name, "title": title, "questions": list(questions)}
