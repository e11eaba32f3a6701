"""The domain: plain Python, no Qt, no SQLite, no files, no language."""
