"""All that knows Arabic; ``ARABIC`` is what the other parts are handed."""

from annotator.arabic.language import ARABIC

__all__ = ["ARABIC"]
