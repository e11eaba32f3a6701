"""Who works on a project, what they ask, and whose layers count."""
