"""Conditions of XLSForm, which are XPath with ODK's functions, to and from the conditions of docs/conditions.md."""
