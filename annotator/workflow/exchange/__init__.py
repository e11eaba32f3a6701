"""Packs: work that goes out as a file and comes back into the project."""
