"""From which state the work in a pack and its project went on apart, layer by layer.

It is the state that was last taken from the pack, else the one it was packed in.  Of a pack that
was copied and worked on twice both lines count: each goes on from what was packed.
"""

import json
from collections.abc import Mapping, Sequence

from annotator.core.model import Article, Layer
from annotator.core.rows import Cell, Kind
from annotator.store.bases import Base
from annotator.store.records import key_of
from annotator.workflow.packing import packed_layer
from annotator.workflow.packs import CAME_IN, DETAILS, Pack
from annotator.workflow.returned_details import TOLD
from annotator.workflow.returned_packs import Returned
from annotator.workflow.returned_rows import PlannedRows


class ReturnedBases:
    """The bases of the layers that come, as they are to be so far."""

    def __init__(self, rows: PlannedRows) -> None:
        self._rows = rows

    def base(
        self, returned: Returned, article: Article, layer: Layer
    ) -> tuple[Base, tuple[str, ...]] | None:
        """Return the base of a layer, and the acts that have led to what is taken from it now.

        ``None`` if nothing was done, or that has been taken already, or a later state of it.
        """
        acts = tuple(returned.acts.get(layer.article_id, ()))
        packed = returned.bases.get(layer.article_id) or Base(
            packed_layer(Layer(article.id, layer.author))
        )
        taken = self._taken(returned.pack, article.id)
        if taken is None:
            is_new = acts or layer.revision > packed.layer["revision"]
            return (packed, acts) if is_new else None
        is_older = not acts or acts[-1] in taken.acts
        is_newer = not taken.acts or taken.acts[-1] in acts
        if is_newer and (layer.revision > taken.layer["revision"] or not is_older):
            return taken, acts
        if is_older or is_newer:
            return None
        return packed, tuple(dict.fromkeys((*taken.acts, *acts)))

    def _taken(self, pack: Pack, article_id: str) -> Base | None:
        row = self._rows.read(Kind.BASE, key_of(pack.id, article_id))
        if row is None:
            return None
        return Base(json.loads(str(row["layer"])), tuple(json.loads(str(row["acts"]))))

    def keep(
        self,
        returned: Returned,
        article: Article,
        layer: Layer,
        acts: Sequence[str],
        told: Mapping[str, Sequence[Cell]],
    ) -> None:
        """Take down that a layer was taken, and what was ``told`` in packs of its article."""
        taken = packed_layer(layer)
        taken[DETAILS] = returned.details[layer.article_id].row()
        taken[CAME_IN] = {"file": returned.path.name, "made_at": returned.pack.made_at}
        if told:
            taken[TOLD] = told
        self._rows.put(
            Kind.BASE,
            key_of(returned.pack.id, article.id),
            {"author": layer.author, **Base(taken, tuple(acts)).cells()},
        )
