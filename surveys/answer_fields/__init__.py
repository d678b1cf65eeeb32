"""Questions as WTForms fields, for pages without JavaScript; each is validated by its question type's own `clean`."""
