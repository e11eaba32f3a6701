"""What takes long, beside the window: begun, told of, cancelled, and what came of it."""
