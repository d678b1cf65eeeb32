"""Questionnaires from XLSForm workbooks and back: see docs/xlsform.md."""
