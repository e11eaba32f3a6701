"""Annotator: label right-to-left news articles and settle gold datasets."""

__version__ = "0.1.0"
