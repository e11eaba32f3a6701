"""Sources of suggestions: each finds spans in a text that it is given, and knows no store."""
