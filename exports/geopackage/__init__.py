"""GeoPackage 1.3 (OGC 12-128r17) written with SQL: a GeoPackage is an SQLite database."""
