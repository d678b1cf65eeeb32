"""How many live in each zone, out of a table that has no map: read, and joined to the zones by their code."""
