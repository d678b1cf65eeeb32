"""Bar charts of what stands in a table, drawn beside it in a workbook."""
