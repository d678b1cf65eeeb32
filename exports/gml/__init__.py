"""GML 3.2 (ISO 19136) as simple features (OGC 10-100r3)."""
