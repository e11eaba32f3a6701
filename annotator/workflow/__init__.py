"""The use cases, each one transaction (imports in batches), for commands and window alike."""
