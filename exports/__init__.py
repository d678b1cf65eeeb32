"""The file formats: a library that knows tables and files, and nothing of the application."""
