"""What is told of a damaged project file."""

from annotator.core.errors import AnnotatorError

UNREADABLE = (AnnotatorError, ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What reading a field raises that holds something else than it should."""


class Damage(AnnotatorError):
    """Something that does not fit in a project file."""
