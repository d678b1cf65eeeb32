"""Every workbook of pyxform's own tests is imported, exported and imported again, or refused with its rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveys.xlsform.exporting import sheets_of
from surveys.xlsform.findings import Findings, XLSFormError
from surveys.xlsform.form import read_document
from surveys.xlsform.importing import import_workbook
from tests.unit.surveys.xlsform.workbooks import WORKBOOKS

REPEATED = "are not known here. Ask them once"
FROM_A_FILE = "cannot come from a file"
INCLUDED = "cannot be included"
REFUSED = {
    "UCL_Biomass_Plot_Form": REPEATED,
    "attribute_columns_test": REPEATED,
    "calculate_without_calculation": REPEATED,
    "case_insensitivity": FROM_A_FILE,
    "choice_name_as_type": FROM_A_FILE,
    "duplicate_columns": "stands in two columns",
    "fruits": "no sheet “survey”",
    "include": INCLUDED,
    "include_json": INCLUDED,
    "loop": REPEATED,
    "repeat_date_test": REPEATED,
    "simple_loop": REPEATED,
    "tutorial": REPEATED,
    "unknown_question_type": "is no type of question",
    "xlsform_spec_test": REPEATED,
}


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_workbook_comes_back_or_is_refused_with_its_rows(path: Path) -> None:
    why = REFUSED.get(path.stem)
    if why:
        with pytest.raises(XLSFormError) as refused:
            import_workbook(path.read_bytes(), path.name)
        assert any(why in problem.render() for problem in refused.value.problems)
        assert all(problem.row or "sheet" in problem.render() or problem.sheet for problem in refused.value.problems)
        return
    imported = import_workbook(path.read_bytes(), path.name)
    assert imported.questionnaire.questions
    again, _reading = read_document(sheets_of(imported.document), "nb", Findings())
    assert again == imported.document


def test_all_of_them_are_tried() -> None:
    assert len(WORKBOOKS) == 79
    assert {path.stem for path in WORKBOOKS} >= REFUSED.keys()
