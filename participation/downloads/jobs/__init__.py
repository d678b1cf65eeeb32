"""Files that a process of low priority makes: ordered and followed, or waited for. `export_jobs` keeps the orders."""
