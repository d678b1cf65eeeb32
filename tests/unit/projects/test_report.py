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


def test_what_is_wrong_with_many_rows_hides_nothing_that_is_wrong_with_few() -> None:
    report = Report()
    for row in range(1, 2501):
        report.reject(row, "Utenfor området.")
    report.reject(2501, "Ingen geometri.")

    assert [problem["rows"] for problem in grouped(report.problems)] == ["1–1000", "2501"]
    assert (report.rejected, report.untold) == (2501, 1500)


def test_messages_that_all_differ_do_not_fill_the_page() -> None:
    report = Report()
    for row in range(1, 1501):
        report.reject(row, f"Ukjent verdi {row}.")

    assert len(report.problems) == 1000
    assert report.untold == 500
