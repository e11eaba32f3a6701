"""The card of a release: what is in it, said with the same tables and charts as a report."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from annotator.core.card import Card
from annotator.core.duplicates import COMMON, SAMPLED, SHORT
from annotator.core.losses import Loss, lost_where, weight
from annotator.core.model import GOLD
from annotator.reports.agreement_charts import AgreementCharts
from annotator.reports.looks import Look
from annotator.reports.parts import Bar, Cell, Chart, Note, Part, Row, Section, Series, Table
from annotator.reports.shown import counted, dash, name, named, said, share, whole
from annotator.reports.telling import Telling
from annotator.reports.words import Words

_LONGEST_LICENCE: Final = 4_000
_LENGTHS: Final = ((1, 1), (2, 2), (3, 3), (4, 4), (5, 6), (7, 10), (11, None))
"""From how many words to how many."""
_MOST_COLOURS: Final = 5
"""So many labels are told apart within a bar, and named below each other in one line."""


def card_sections(card: Card, words: Words, look: Look) -> list[Section]:
    """Return all that the card tells, in its order."""
    told = _CardTelling(card, words, look)
    return [
        told.section("card what", *told.what()),
        told.section("card splits", told.splits(), *told.about_splits()),
        told.section("card labels", told.label_chart(), told.labels()),
        told.section("card lengths", told.length_chart(), told.lengths()),
        told.section("card outlets", *told.sources()),
        told.section("card agreement", *told.agreement()),
        *told.settled(),
        *told.hard_negatives(),
        told.section("card limits", *told.leaks()),
        told.section("card left out", told.left_out()),
        told.section("card losses", told.losses()),
        told.section("card offsets", *told.offsets()),
        told.section("card made", told.made()),
    ]


class _CardTelling(Telling):
    """Makes the parts of a card."""

    def __init__(self, card: Card, words: Words, look: Look) -> None:
        super().__init__(card.overview, words, look)
        self._card = card
        self._articles = sum(there.articles for there in card.figures.values())
        spans = [there.spans for there in card.figures.values()]
        self._spans = {
            label.name: sum(there[label.name] for there in spans) for label in card.overview.labels
        }

    def note(self, text: str, **parameters: object) -> Note:
        return Note(text, self.say(text, **parameters))

    # -- what it is

    def what(self) -> Iterator[Note]:
        """Yield what is in it, whose spans they are, and under what terms."""
        card = self._card
        yield self.note(
            "card intro",
            articles=whole(self._articles),
            spans=whole(sum(self._spans.values())),
            splits=", ".join(card.figures),
            day=_day(card.day),
            program=card.program,
        )
        if card.layer == GOLD:
            yield self.note("card gold")
        else:
            yield self.note("card layer", author=name(card.layer))
        licence = card.order.licence
        if licence.strip():
            yield self.note("card licence", licence=name(licence, _LONGEST_LICENCE))
        else:
            yield Note("card no licence", self.say("card no licence"), is_warning=True)

    def splits(self) -> Table:
        """Return how large each split is."""
        rows = (
            (
                named(split),
                counted(there.articles),
                Cell(self._share(there.articles, self._articles)),
                counted(there.spans.total()),
            )
            for split, there in self._card.figures.items()
        )
        return self.table("card splits", ("split", "articles", "share", "spans"), rows)

    def about_splits(self) -> Iterator[Note]:
        """Yield what is to be known of the splits besides their sizes."""
        card = self._card
        empty = [split for split, there in card.figures.items() if not there.articles]
        if empty:
            told = self.say("card empty", splits=", ".join(empty))
            yield Note("card empty", told, is_warning=True)
        if card.stayed:
            yield self.note("card stayed", articles=whole(card.stayed))
        if card.together:
            yield self.note("card together", groups=whole(card.together))
        if card.out_of_time:
            yield self.note("card out of time", articles=whole(card.out_of_time))
        if card.parted_outlets:
            told = self.say("card parted outlets", outlets=whole(card.parted_outlets))
            yield Note("card parted outlets", told, is_warning=True)
        if card.moved:
            yield self.note("card moved", articles=whole(card.moved))

    def _share(self, part: int, of: int) -> str:
        return f"{part / of:.1%}" if of else self.say("dash")

    def labels(self) -> Table:
        """Return what each label marks, and how many spans of it each split has."""
        figures = self._card.figures
        rows = (
            (
                self.label(label),
                said(name(label)),
                self._rule(label),
                *(counted(there.spans[label]) for there in figures.values()),
                counted(count),
            )
            for label, count in self._spans.items()
        )
        found = self.table("card labels", ("label", "in files", "marks", "all"), rows)
        return found.with_columns(3, map(name, figures))

    def _rule(self, label: str) -> Cell:
        rule = self._card.rules[label]
        return named(rule) if rule else replace(dash(self.words, "no rule"), is_number=False)

    def label_chart(self) -> Chart:
        """Return the spans of each label, by split."""
        colours = (self.look.accent, self.look.second, self.look.muted)
        return Chart(
            name="labels",
            title=self.say("card label chart"),
            categories=tuple(name(self.shown(label)) for label in self._spans),
            series=tuple(
                Series(
                    name(split),
                    colour,
                    tuple(self._bar(label, split, there.spans[label]) for label in self._spans),
                )
                for (split, there), colour in zip(self._card.figures.items(), colours, strict=False)
            ),
            is_stacked=True,
        )

    def _bar(self, label: str, what: str, count: int, colour: str = "") -> Bar:
        return Bar(
            count, whole(count), self.told_of(self.shown(label), what, whole(count)), colour=colour
        )

    # -- lengths

    def lengths(self) -> Table:
        """Return how many spans of each label are how long."""
        buckets = self._buckets()
        rows = (
            (
                self.label(label),
                *(counted(found[label]) for found in buckets.values()),
                counted(count),
            )
            for label, count in self._spans.items()
        )
        return self.table("card lengths", ("label", "all"), rows).with_columns(1, buckets)

    def length_chart(self) -> Chart:
        """Return the same as bars; many labels are not told apart."""
        buckets = self._buckets()
        title = self.say("card lengths")
        if len(self._spans) <= _MOST_COLOURS:
            series = [
                Series(
                    name(self.shown(label)),
                    self.colour(label),
                    tuple(self._bar(label, told, found[label]) for told, found in buckets.items()),
                )
                for label in self._spans
            ]
        else:
            bars = (
                Bar(
                    found.total(),
                    whole(found.total()),
                    self.say("told", name=told, number=whole(found.total())),
                )
                for told, found in buckets.items()
            )
            series = [Series(title, self.look.accent, tuple(bars))]
        return Chart("lengths", title, tuple(buckets), tuple(series), is_stacked=True)

    def _buckets(self) -> Mapping[str, Counter[str]]:
        found: dict[str, Counter[str]] = {}
        for least, most in _LENGTHS:
            told = str(least) if least == most else f"{least}–{most}" if most else f"≥ {least}"
            found[f"\u2066{told}\u2069"] = Counter(
                {
                    label: sum(
                        count
                        for length, count in lengths.items()
                        if least <= length and (most is None or length <= most)
                    )
                    for label, lengths in self._card.contents.lengths.items()
                }
            )
        return found

    # -- where it comes from

    def sources(self) -> Iterator[Part]:
        """Yield the outlets, and how much they published when."""
        contents = self._card.contents
        ordered = sorted(
            contents.outlets.items(), key=lambda one: (one[0] is None, -one[1], one[0] or "")
        )
        rows = (
            (named(outlet) if outlet else said(self.say("unknown")), counted(count))
            for outlet, count in ordered
        )
        yield self.table("card outlets", ("outlet", "articles"), rows)
        days = contents.published
        if days:
            yield self.note(
                "card dates",
                first=_day(min(days)),
                last=_day(max(days)),
                undated=whole(self._articles - len(days)),
            )
        else:
            yield self.note("card no dates")
        yield self.note(
            "card sizes", characters=whole(contents.characters), words=whole(contents.words)
        )

    # -- how it came to be

    def agreement(self) -> Iterator[Part]:
        """Yield how far authors agree, with intervals."""
        told = AgreementCharts(self.overview, self.words, self.look)
        found = self.overview.agreement
        if found is None:
            return
        yield from told.notes(found.whole)
        if found.whole.pairs:
            yield self.note("card all project")
            yield told.headline(found.whole)
            yield replace(told.label_chart(found.whole), name="agreement")
            yield told.labels(found.whole)
            yield told.pairs(found.whole)

    def settled(self) -> Iterator[Section]:
        """Yield how gold was settled; nobody settles the layer of one author."""
        if self._card.layer == GOLD:
            yield self.section("card settled", *self._settled())

    def _settled(self) -> Iterator[Part]:
        """Yield how leads settled what authors differed on, and what only one has seen."""
        contents, say = self._card.contents, self.say
        rows = [
            (said(say(f"choice {choice.value}")), counted(count))
            for choice, count in sorted(contents.choices.items())
        ]
        if rows:
            rows.append((said(say("all")), counted(contents.choices.total())))
            rows.append((said(say("gaps")), counted(contents.gaps)))
        yield self.table("card settled", ("choice", "number"), rows, "no decisions")
        yield self.note(
            "card single",
            single=whole(contents.single),
            articles=whole(self._articles),
            share=self._share(contents.single, self._articles),
        )

    def hard_negatives(self) -> Iterator[Section]:
        """Yield what is told of what leads ruled out, if it goes with the release."""
        judged = self._card.judged
        if judged is not None:
            note = self.note("card judged told", spans=whole(sum(judged.values())))
            rows = ((self.label(label), counted(count)) for label, count in judged.items())
            table = self.table("card judged", ("label", "spans"), rows, "nothing judged")
            yield self.section("card judged", note, table)

    # -- what is to be known of it

    def leaks(self) -> Iterator[Note]:
        """Yield how alike the splits are."""
        yield self.note("card near", pairs=whole(self._card.near_duplicates))
        highest = self._card.highest
        if highest is None:
            yield self.note("card no highest")
        else:
            yield self.note(
                "card highest",
                one=name(highest.article),
                other=name(highest.other),
                similarity=share(highest.similarity),
            )
        within = self._card.most_within
        if within is not None:
            yield self.note(
                "card within",
                one=name(within.article),
                longer=name(within.longer),
                share=share(within.share),
            )
        yield self.note("card compared", few=SAMPLED, short=SHORT, many=COMMON)

    def left_out(self) -> Table:
        """Return how many articles are left out, and why."""
        rows = [
            (said(self.say(f"wait {wait.value}")), counted(count))
            for wait, count in self._card.waits.items()
            if count
        ]
        if self._card.bridging:
            rows.append((said(self.say("bridging")), counted(self._card.bridging)))
        return self.table("card left out", ("why", "articles"), rows, "none left out")

    def losses(self) -> Table:
        """Return what each format could not hold."""
        rows = (
            row
            for format, losses in self._card.losses.items()
            for row in self._lost(format, losses)
        )
        head = ("format", "loss", "label", "spans", "articles")
        return self.table("card losses", head, rows, "no losses")

    def _lost(self, format: str, losses: Sequence[Loss]) -> Iterator[Row]:
        for (label, kind), articles in sorted(
            lost_where(losses).items(), key=lambda one: (weight(one[0][1]), one[0][0] or "")
        ):
            yield (
                said(format),
                said(self.say(f"loss {kind.value}")),
                self.label(label) if label else said(self.say("dash")),
                counted(articles.total()) if label else said(self.say("dash")),
                counted(len(articles)),
            )

    def offsets(self) -> Iterator[Note]:
        """Yield what offsets count, and where tokens are cut."""
        yield self.note("card offsets told")
        if self._card.has_tokens:
            yield self.note("card tokens told")

    def made(self) -> Note:
        """Return what decided on the splits."""
        order = self._card.order
        return self.note(
            "card made told",
            guidelines=name(self._card.guidelines),
            by=self.say(f"by {order.by.value}"),
            seed=order.seed,
            shares=", ".join(f"{split} {share}" for split, share in order.shares.items()),
        )


def _day(day: str) -> str:
    return f"\u2066{day}\u2069"
