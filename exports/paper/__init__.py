"""Sheets of paper as PDF/A, in any of the scripts that our fonts have."""
