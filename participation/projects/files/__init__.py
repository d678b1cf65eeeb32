"""Geographic files: taken in, looked into and read as rows in WGS84; nothing here knows of the database."""
