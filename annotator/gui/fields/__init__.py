"""Parts that a person types or chooses in, and what holds them together."""
