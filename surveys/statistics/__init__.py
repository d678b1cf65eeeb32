"""Counts and means with respondents as the base."""
