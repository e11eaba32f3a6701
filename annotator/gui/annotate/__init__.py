"""Annotate: what an author does with the article at hand."""
