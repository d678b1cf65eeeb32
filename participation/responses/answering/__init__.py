"""Answering an open survey: its pages, with JavaScript and without, in the respondent's language."""
