"""What the window says, in words: acts, causes, summaries, menus, keys and values."""
