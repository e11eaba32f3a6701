"""What is told of a damaged project file."""

from annotator.core.errors import AnnotatorError


class Damage(AnnotatorError):
    """Something that does not fit in a project file."""
