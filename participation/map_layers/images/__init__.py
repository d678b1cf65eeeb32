"""Drawings with a place on the map, turned into what a browser lays over its own."""
