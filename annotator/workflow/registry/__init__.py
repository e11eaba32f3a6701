"""The registry at work: entries found, added, renamed, merged, and brought in as tables."""
