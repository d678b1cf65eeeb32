"""Tablets that many answer on, one after the other: links that open them, for a while."""
