"""From which state the work in packs and their project went on apart, layer by layer.

Each place where a layer was worked on is a *line* of its own: a pack, a copy of one that went on
by other acts, and the project before the first of them came.  A project keeps how each was when it
was last taken.  Lines that began alike are joined anew when one of them comes, so that their order
makes no difference.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from annotator.core.model import Article, Layer, derived_id
from annotator.core.rows import Cell, Kind
from annotator.store.bases import Base
from annotator.store.project import Project
from annotator.store.records import key_of
from annotator.workflow.acts.packing import packed_layer, unpacked_layer
from annotator.workflow.exchange.packs import CAME_IN, DETAILS
from annotator.workflow.exchange.returned_details import TOLD
from annotator.workflow.exchange.returned_packs import Returned
from annotator.workflow.exchange.returned_rows import PlannedRows

_BEGAN: Final = "began"
"""What tells lines that began alike, in the layer of a base."""
_HERE: Final = "here"
"""How the layer was in the project when the first of the lines came, in the base of that."""
_SAID: Final = ("status", "reason", "guideline", "seconds", "spans")
"""What a layer says, as opposed to where it lies and how often it was changed."""


@dataclass(frozen=True, slots=True)
class Line:
    """A layer that comes, beside what was taken of it and of others that began alike."""

    key: str
    """Under which it is kept, in the place of the pack."""
    began: Base
    """How it was packed."""
    taken: Base | None
    """How it was when it was last taken."""
    others: tuple[Base, ...]
    """The other lines, as they were last taken."""

    def here(self, ours: Layer) -> Layer:
        """Return how the project's own layer, by now ``ours``, was before the first line came."""
        if self.taken is None and not self.others:
            return ours
        lines = (base.layer for base in (self.taken, *self.others) if base is not None)
        return unpacked_layer(next((one[_HERE] for one in lines if _HERE in one), self.began.layer))


class ReturnedBases:
    """The bases of the layers that come, as they are to be so far."""

    def __init__(self, project: Project, rows: PlannedRows) -> None:
        self._bases = project.bases
        self._rows = rows
        self._keys: dict[tuple[str, str], list[str]] = {}
        """By article and author, under what lines are kept."""

    def line(self, returned: Returned, article: Article, layer: Layer) -> Line | None:
        """Return the line that a layer comes by.

        ``None`` if nothing was done, or that has been taken already, or a later state of it.
        """
        acts = returned.acts.get(layer.article_id, [])
        began = returned.bases.get(layer.article_id) or Base(
            packed_layer(Layer(article.id, layer.author))
        )
        lines = self._lines(article, layer.author)
        mine = {key: base for key, base in lines.items() if _is_of(base, key, returned.pack.id)}
        if not mine:
            if not acts and layer.revision <= began.layer["revision"]:
                return None
            key = returned.pack.id
        else:
            gone_on = next((key for key in mine if _goes_on(mine[key], layer, acts)), None)
            if gone_on is None and any(_is_one_line(base, acts) for base in mine.values()):
                return None
            key = gone_on or derived_id(returned.pack.id, *acts)
        others = (
            base
            for other, base in lines.items()
            if other != key and (other in mine or base.layer.get(_BEGAN) == _beginning(began))
        )
        return Line(key, began, lines.get(key), tuple(others))

    def keep(
        self,
        line: Line,
        returned: Returned,
        article: Article,
        layer: Layer,
        ours: Layer,
        told: Mapping[str, Sequence[Cell]],
    ) -> None:
        """Take down that a layer was taken, and what was ``told`` in packs of its article.

        ``ours`` is the layer that it came to.
        """
        pack = returned.pack
        taken: dict[str, Any] = packed_layer(layer)
        taken[DETAILS] = returned.details[layer.article_id].row()
        taken[CAME_IN] = {"id": pack.id, "file": returned.path.name, "made_at": pack.made_at}
        taken[_BEGAN] = _beginning(line.began)
        if told:
            taken[TOLD] = told
        if line.taken is not None and _HERE in line.taken.layer:
            taken[_HERE] = line.taken.layer[_HERE]
        elif line.taken is None and not line.others:
            here = packed_layer(ours)
            if _said(here) != _said(line.began.layer):
                taken[_HERE] = here
        acts = tuple(returned.acts.get(layer.article_id, ()))
        self._rows.put(
            Kind.BASE,
            key_of(line.key, article.id),
            {"author": layer.author, **Base(taken, acts).cells()},
        )
        if line.taken is None:
            self._keys[article.id, layer.author].append(line.key)

    def _lines(self, article: Article, author: str) -> dict[str, Base]:
        """Return what was taken of an author's work on an article, by what it is kept under."""
        place = article.id, author
        if place not in self._keys:
            self._keys[place] = self._bases.packs_with(*place)
        rows = {
            key: self._rows.read(Kind.BASE, key_of(key, article.id)) for key in self._keys[place]
        }
        return {
            key: Base(json.loads(str(row["layer"])), tuple(json.loads(str(row["acts"]))))
            for key, row in rows.items()
            if row is not None
        }


def _is_of(base: Base, key: str, pack: str) -> bool:
    """Tell whether a line is one of a pack; what older programs kept is kept under its id."""
    return bool(base.layer.get(CAME_IN, {}).get("id", key) == pack)


def _goes_on(taken: Base, layer: Layer, acts: Sequence[str]) -> bool:
    """Tell whether a layer is a later state of a line than the one that was taken."""
    is_newer = not taken.acts or taken.acts[-1] in acts
    return is_newer and (layer.revision > taken.layer["revision"] or not _is_within(taken, acts))


def _is_one_line(taken: Base, acts: Sequence[str]) -> bool:
    """Tell whether acts have led to what was taken, or to an earlier state of it."""
    return _is_within(taken, acts) or not taken.acts or taken.acts[-1] in acts


def _is_within(taken: Base, acts: Sequence[str]) -> bool:
    return not acts or acts[-1] in taken.acts


def _beginning(base: Base) -> str:
    """Return what is the same of lines that began alike, and of no others."""
    return hashlib.sha256(json.dumps(_said(base.layer), sort_keys=True).encode()).hexdigest()


def _said(layer: Mapping[str, Any]) -> dict[str, Any]:
    return {key: layer[key] for key in _SAID}
