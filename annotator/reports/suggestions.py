"""What suggestions do to the work, as one sentence and a table."""

from collections.abc import Iterator
from functools import reduce
from typing import Final, NamedTuple

from annotator.core.suggestion_effect import (
    FEWEST_IN_GROUP,
    Compared,
    Group,
    Measure,
    SuggestionEffect,
)
from annotator.core.trained import TrainedModel
from annotator.reports.parts import Cell, Note, Part, Row, Table
from annotator.reports.shown import dash, decimal, estimate, more_or_less, name, said, share, whole
from annotator.reports.telling import Telling


class _Told(NamedTuple):
    """How a measure is told."""

    decimals: int
    without_figure: str
    """Why there is none, by the name of the sentence."""


_TOLD: Final = {
    Measure.SECONDS: _Told(2, "no time"),
    Measure.SPANS: _Told(2, "none in group"),
    Measure.EXACT: _Told(3, "no gold"),
    Measure.OVERLAP: _Told(3, "no gold"),
}


class SuggestionTelling(Telling):
    """Tells what suggestions do, and what the model that makes some has learned from."""

    def parts(self) -> Iterator[Part]:
        """Yield all that there is to tell; nothing where nothing was ever suggested or learned."""
        effect, model = self.overview.suggestions, self.overview.model
        if effect is not None:
            yield self.verdict(effect)
            yield self.suggestions(effect)
        if model is not None:
            yield self.model(model)

    def model(self, model: TrainedModel) -> Note:
        """Return on which day (UTC) the model learned, from what, and how right it was."""
        exact, overlap = (model.score(figure) for figure in ("f1_exact", "f1_overlap"))
        told = [
            self.say(
                f"model {model.learned_from.value}",
                day=name(model.at[: len("2026-11-30")]),
                articles=whole(len(model.texts)),
            ),
            self.say("model not scored")
            if exact is None or overlap is None
            else self.say("model scored", exact=share(exact), overlap=share(overlap)),
        ]
        held = model.held_against()
        if held is not None and held.taken and exact is not None:
            taken, spans = whole(held.taken), whole(held.spans)
            told.append(self.say("model flattered", taken=taken, spans=spans))
        return Note("suggestionModel", " ".join(told))

    def verdict(self, effect: SuggestionEffect) -> Note:
        """Return in one sentence what can be told: which way and how much, or too little."""
        return Note("suggestionVerdict", self._verdict(effect), is_warning=effect.is_thin)

    def _verdict(self, effect: SuggestionEffect) -> str:
        say = self.say
        if effect.is_thin:
            shown, withheld = whole(effect.shown), whole(effect.withheld)
            few = whole(FEWEST_IN_GROUP)
            return say("few with suggestions", shown=shown, withheld=withheld, few=few)
        if not effect.has_intervals:
            return say("chance not known")
        clear = [self._clause(*one) for one in effect.figures.items() if one[1].is_clear]
        if not clear:
            return say("suggestions not clear")
        if len(clear) < len(effect.figures):
            clear.append(say("rest not clear"))
        told = reduce(lambda one, other: say("one; other", one=one, other=other), clear)
        return say("with suggestions told", told=told)

    def _clause(self, measure: Measure, compared: Compared) -> str:
        difference = compared.difference or 0.0
        way = "more" if difference > 0 else "less"
        number = decimal(abs(difference), _TOLD[measure].decimals)
        return self.say(f"{way} {measure.value}", number=number)

    def suggestions(self, effect: SuggestionEffect) -> Table:
        """Return each figure with suggestions and without, and what lies between."""
        rows = (self._compared(*one) for one in effect.figures.items())
        head = ("what", "with suggestions", "articles", "without", "articles", "difference")
        about = self.say("about suggestions", few=whole(FEWEST_IN_GROUP))
        return self.table("suggestions", head, rows, "no suggested work", about)

    def _compared(self, measure: Measure, compared: Compared) -> Row:
        told = _TOLD[measure]
        return (
            said(self.say(f"effect {measure.value}")),
            *self._group(compared.shown, told),
            *self._group(compared.withheld, told),
            self._difference(compared, told),
        )

    def _group(self, group: Group, told: _Told) -> tuple[Cell, Cell]:
        why = told.without_figure
        figure = estimate(group.figure, group.within, self.words, why, decimals=told.decimals)
        return figure, self.how_many(group.articles, FEWEST_IN_GROUP)

    def _difference(self, compared: Compared, told: _Told) -> Cell:
        if compared.difference is None:
            return dash(self.words, "no difference")
        return more_or_less(compared.difference, compared.within, self.words, told.decimals)
