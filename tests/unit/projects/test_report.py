"""What is told of the rows of a file."""

from participation.projects.files.report import Report, grouped


def test_the_same_message_stands_once_with_every_row_that_has_it() -> None:
    report = Report()
    for row in (1, 2, 3, 5, 8, 9):
        report.reject(row, "Ingen geometri.")
        if row in (2, 5):
            report.tell(row, "Rundet av.")

    assert grouped(report.problems) == [
        {"rows": "1–3, 5, 8–9", "message": "Ingen geometri."},
        {"rows": "2, 5", "message": "Rundet av."},
    ]
    assert grouped([]) == []
