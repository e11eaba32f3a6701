"""Review: what a lead does with what others have marked."""
