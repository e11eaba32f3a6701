"""Acts: what an author does to layers and projects, each one transaction, undone and redone."""
