"""What the menus and the palette do to the project as a whole."""
