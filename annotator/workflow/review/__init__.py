"""Review: what is settled and what is not, what a lead decides, and what follows from it."""
