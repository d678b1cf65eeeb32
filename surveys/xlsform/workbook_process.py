"""Run by itself, in a process of its own: a workbook on standard input, its rows as JSON on standard output.

pyxform reads the workbook, whatever it is. Limits come first, so that nothing in the file can take more than them.
"""

import json
import sys
from contextlib import suppress
from io import BytesIO
from itertools import islice
from typing import Any

MEMORY, SECONDS, LARGEST_ANSWER = 1 << 30, 30, 30_000_000
LOOKED_THROUGH = 10_000
"""Rows after the blank ones. A sheet can have a million that are only coloured, and each takes its time."""


def limit() -> None:
    # Windows has none of these; there the time that the parent waits is the limit.
    with suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def read(data: bytes, kind: str) -> dict[str, Any]:
    # openpyxl takes numbers from numpy where there is one: no cell of a file holds any, and it is a third of the start.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    from pyxform import xls2json_backends as backends

    unread: list[int] = []
    within = backends.get_excel_rows

    def noticing(headers: Any, rows: Any, cell_func: Any) -> Any:
        """As pyxform reads rows, and whether any may be left after the 60 blank ones at which it stops."""
        left = iter(rows)
        found = within(headers=headers, rows=left, cell_func=cell_func)
        after = any(not backends.is_empty(cell.value) for row in islice(left, LOOKED_THROUGH) for cell in row)
        if after or next(left, None) is not None:
            unread.append(len(found) + 1)
        return found

    headed = backends._list_to_dict_list

    def each_once(headings: Any) -> Any:
        """Text files are not looked through for headings that stand twice."""
        named = [str(heading) for heading in headings or () if heading]
        if len(set(named)) < len(named):
            twice = next(heading for at, heading in enumerate(named) if heading in named[:at])
            raise backends.PyXFormError(f"Duplicate column header: {twice}")
        return headed(headings)

    backends.get_excel_rows = noticing
    backends._list_to_dict_list = each_once
    file_type = backends.SupportedFileTypes(kind)
    definition = backends.Definition(data=BytesIO(data), file_type=file_type, file_path_stem=None)
    book = backends.SupportedFileTypes.get_processors()[file_type](definition)
    return {"book": book, "unread_after": unread}


def main() -> None:
    limit()
    try:
        answer = read(sys.stdin.buffer.read(), sys.argv[1])
    except MemoryError:
        answer = {"failed": "memory", "detail": ""}
    except Exception as error:
        # Whatever pyxform and what it reads with fall over, the workbook is what is wrong.
        answer = {"failed": type(error).__name__, "detail": str(error)[:300]}
    text = json.dumps(answer)
    if len(text) > LARGEST_ANSWER:
        text = json.dumps({"failed": "memory", "detail": ""})
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
