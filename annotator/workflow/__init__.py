"""The use cases, each one transaction (imports in batches); shared by the commands and the window."""
