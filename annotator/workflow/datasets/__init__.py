"""Datasets: exported, released without leaks, verified and compared."""
