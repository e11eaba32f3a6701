"""A CAS as its file gives it, whatever it is written in: texts, and feature structures over them.

It is read without the library that writes it: that one keeps two tables of all characters, takes an
offset that fits nowhere as it stands, and needs to know each type beforehand.
"""

from dataclasses import dataclass, field

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidArticle
from annotator.core.limits import too_many_parts
from annotator.core.text import is_storable

PASSED_OVER = frozenset(
    f"de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.{name}" for name in ("Token", "Sentence")
)
"""Types that we have no use for, and of which there are most."""

MOST_KEPT = 500_000
"""How many structures besides tokens and sentences an article may have: a span of ours has two."""


@dataclass(frozen=True, slots=True)
class Structure:
    """A feature structure."""

    id: int
    type: str
    features: dict[str, object]
    """As the file gives them: in XMI all are texts, or lists of texts."""


@dataclass(frozen=True, slots=True)
class Sofa:
    """A text, or other data that feature structures lie on."""

    id: int
    name: str
    text: str | None


@dataclass(slots=True)
class Structures:
    """The contents of a file."""

    sofas: dict[int, Sofa] = field(default_factory=dict)
    members: dict[int, set[int]] = field(default_factory=dict)
    """By text, which structures are in use on it; others are left from former states."""
    found: list[Structure] = field(default_factory=list)
    ranges: dict[str, dict[str, str]] = field(default_factory=dict)
    """By type and feature, of which type its values are, where the file tells."""

    def keep(self, one: Structure) -> None:
        """Take in a structure.

        Raises:
            InvalidArticle: if there are more than memory bears.
        """
        if len(self.found) == MOST_KEPT:
            raise too_many_parts(MOST_KEPT)
        self.found.append(one)

    def text(self) -> Sofa:
        """Return the text of the article.

        Raises:
            InvalidArticle: if there is none, or one that cannot be counted in UTF-16.
        """
        texts = [sofa for sofa in self.sofas.values() if sofa.text is not None]
        texts.sort(key=lambda sofa: sofa.name != "_InitialView")
        if not texts:
            raise InvalidArticle(QT_TRANSLATE_NOOP("errors", "It holds no text."))
        if not is_storable(texts[0].text or ""):
            raise InvalidArticle(
                QT_TRANSLATE_NOOP("errors", "“{key}” holds a NUL or half of a character."),
                key="sofaString",
            )
        return texts[0]

    def on(self, sofa: Sofa) -> list[Structure]:
        """Return the structures that are in use on a text."""
        members = self.members.get(sofa.id, set())
        return [one for one in self.found if one.id in members]
