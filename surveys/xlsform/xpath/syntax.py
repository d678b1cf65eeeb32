"""Reads an XPath expression into its parts, by recursive descent of bounded depth."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

from surveys.messages import _, shown
from surveys.xlsform.xpath.nodes import Call, Column, Negative, Node, Number, Own, Reference, Text
from surveys.xlsform.xpath.tokens import Token, XPathError, tokens_of

MOST_DEEP = 40
CHAINED = ("or", "and", "+", "*")
PATH = _("“%(text)s” is a path. Only ${name}, the dot and functions are known here.")
NOT_AFTER_A_COLUMN = ("(", "/", "//", "[")
LEVELS: tuple[tuple[str, ...], ...] = (
    ("or",),
    ("and",),
    ("=", "!="),
    ("<", "<=", ">", ">="),
    ("+", "-"),
    ("*", "div", "mod"),
)
"""Operators from the loosest to the tightest."""


def read_xpath(text: str) -> Node:
    """XPathError where it cannot be read."""
    return _Reader(tokens_of(text)).whole()


class _Reader:
    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.deep = 0

    def whole(self) -> Node:
        if self.next.kind == "end":
            raise XPathError(_("It is empty."))
        found = self.operation()
        if self.next.kind != "end":
            self.refuse()
        return found

    @property
    def next(self) -> Token:
        return self.tokens[self.at]

    def take(self, *texts: str) -> str | None:
        """The next sign or operator, if it is one of these."""
        token = self.next
        if token.kind not in ("sign", "name") or token.text not in texts:
            return None
        self.at += 1
        return token.text

    def expect(self, sign: str) -> None:
        if not self.take(sign):
            raise XPathError(_("“%(sign)s” is missing before “%(text)s”."), sign=sign, text=shown(self.rest()))

    def rest(self) -> str:
        return " ".join(token.text for token in self.tokens[self.at : self.at + 4]).strip() or "…"

    def refuse(self) -> NoReturn:
        raise XPathError(_("“%(sign)s” cannot stand here."), sign=shown(self.rest()))

    def within(self, read: Callable[[], Node]) -> Node:
        self.deep += 1
        if self.deep > MOST_DEEP:
            raise XPathError(_("It is nested too deep: at most %(deep)s levels."), deep=MOST_DEEP)
        found = read()
        self.deep -= 1
        return found

    def operation(self, level: int = 0) -> Node:
        if level == len(LEVELS):
            return self.signed()
        left = self.operation(level + 1)
        chained = ""
        while operator := self.take(*LEVELS[level]):
            right = self.operation(level + 1)
            if isinstance(left, Call) and chained == operator and operator in CHAINED:
                left = Call(operator, (*left.arguments, right))
            else:
                left = Call(operator, (left, right))
            chained = operator
        return left

    def signed(self) -> Node:
        if not self.take("-"):
            return self.primary()
        of = self.within(self.signed)
        return Number(-of.value) if isinstance(of, Number) and self._is_bare_number() else Negative(of)

    def _is_bare_number(self) -> bool:
        return self.tokens[self.at - 1].kind == "number"

    def primary(self) -> Node:
        token = self.next
        if token.kind == "number":
            self.at += 1
            return Number(float(token.text))
        if token.kind == "text":
            self.at += 1
            return Text(token.text)
        if token.kind == "reference":
            self.at += 1
            return self.without_path(Reference(token.text))
        if self.take("("):
            found = self.within(self.operation)
            self.expect(")")
            return found
        if self.take("."):
            return self.without_path(Own())
        return self.call()

    def call(self) -> Node:
        token = self.next
        if token.kind == "name" and self.tokens[self.at + 1].text not in NOT_AFTER_A_COLUMN:
            self.at += 1
            return Column(token.text)
        if token.kind != "name" or self.tokens[self.at + 1].text != "(":
            self.refuse_path()
        self.at += 2
        arguments: list[Node] = []
        while not self.take(")"):
            if arguments:
                self.expect(",")
            arguments.append(self.within(self.argument))
        return self.without_path(Call(token.text, tuple(arguments)))

    def argument(self) -> Node:
        # What stands for the question itself, or the group around it.
        return Call("..", ()) if self.take("..") else self.operation()

    def without_path(self, found: Node) -> Node:
        if self.next.kind == "sign" and self.next.text in ("/", "//", "["):
            self.refuse_path()
        return found

    def refuse_path(self) -> NoReturn:
        is_path = self.next.kind == "name" or self.next.text in ("/", "//", "..", "[", "@")
        if not is_path or self.next.kind == "end":
            self.refuse()
        raise XPathError(PATH, text=shown(self.rest()))
