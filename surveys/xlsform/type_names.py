"""The type column: `select_one list or_other`, and whatever else pyxform takes for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

BEGIN = re.compile(r"(begin|end)[\s_]+(group|repeat|loop|lgroup|looped[\s_]group)\b(.*)", re.IGNORECASE)
SELECTS = (
    (r"select[\s_]one[\s_]from[\s_]file|select[\s_]multiple[\s_]from[\s_]file", "from_file"),
    (r"select[\s_]one[\s_]external", "from_file"),
    (r"(?:add[\s_])?select[\s_](?:one|1)(?:[\s_]prompt)?[\s_](?:from|using)|q[\s_]select1", "select_one"),
    (r"select[\s_]?one|select1", "select_one"),
    (r"(?:add[\s_])?select[\s_]multiple(?:[\s_]prompt)?[\s_](?:from|using)|q[\s_]select", "select_multiple"),
    (r"select[\s_]all[\s_]that[\s_]apply(?:[\s_]from)?|select[\s_]?multiple", "select_multiple"),
    (r"rank", "rank"),
)
SELECT_PATTERNS = [
    (re.compile(rf"(?:{pattern})\b\s*(.*)", re.IGNORECASE | re.DOTALL), name) for pattern, name in SELECTS
]
OR_OTHER = re.compile(r"\s+or[\s_]+(?:specify[\s_]+)?other\s*$", re.IGNORECASE)
PROMPT = re.compile(r"(?:add|q) (.*?)(?: prompt)?")
ALIASES = {
    "string": "text",
    "int": "integer",
    "datetime": "dateTime",
    "date time": "dateTime",
    "trigger": "acknowledge",
    "location": "geopoint",
    "gps": "geopoint",
    "photo": "image",
    "picture": "image",
}
META = (
    "start", "start time", "get start time", "end", "end time", "get end time", "today", "get today", "deviceid",
    "device id", "get device id", "imei", "subscriberid", "subscriber id", "get subscriber id", "simserial", "sim id",
    "get sim id", "phonenumber", "phone number", "get phone number", "username", "email", "audit", "start-geopoint",
    "background-audio", "background-geopoint",
)  # fmt: skip
NOT_ASKED = ("barcode", "audio", "video", "file", "osm", "xml-external", "csv-external", "percentage")
REFUSED = ("include",)


@dataclass(frozen=True, slots=True)
class TypeName:
    """`base`: small letters but for dateTime; `choices`: the name of a list; `shape`: what begins or ends."""

    base: str
    choices: str = ""
    or_other: bool = False
    shape: str = ""


def type_name(text: str) -> TypeName:
    text = " ".join(text.split())
    if found := BEGIN.fullmatch(text):
        return TypeName(found[1].lower(), shape="group" if found[2].lower() == "group" else "repeat")
    for pattern, base in SELECT_PATTERNS:
        if found := pattern.fullmatch(text):
            rest = found[1].strip()
            return TypeName(base, OR_OTHER.sub("", " " + rest).strip(), OR_OTHER.search(" " + rest) is not None)
    return TypeName(_plain(text))


def _plain(text: str) -> str:
    name = text.lower().removeprefix("uri:")
    if found := PROMPT.fullmatch(name):
        name = found[1]
    if name.split(" ")[0] in (*NOT_ASKED, *REFUSED):
        return name.split(" ")[0]
    return ALIASES.get(name, name)
