"""Where features come from: to add a sort of collections, a module here and a line in `sorts.py`."""
