"""What can be told where spaCy is not installed; ``tests/loaders`` trains with it."""

import importlib.util
from pathlib import Path

import pytest

from annotator.core.errors import FileError
from annotator.formats import spacy
from tests.formats.datasets import hard_article, written


@pytest.mark.skipif(
    importlib.util.find_spec("spacy") is not None, reason="what the format needs is installed"
)
def test_it_is_told_what_the_format_needs(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"needs “spacy”.*pip install annotator\[spacy\]"):
        written(spacy.FORMAT, tmp_path / "out", [hard_article()])
