"""Bounded trials of what must hold when things go wrong. Each gives the sentences about what did not hold."""
