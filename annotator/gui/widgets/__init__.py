"""The large parts of the window, each told what to show, and telling what is wanted."""
