"""What a project is set up with: its labels, its guidelines, and what was removed from it."""
