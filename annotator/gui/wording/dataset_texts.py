"""What exports and releases hold and lose, in plain words, before and after they are written."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject

from annotator.core.behind import Wait
from annotator.core.losses import Loss, LossKind
from annotator.core.model import GOLD
from annotator.core.some import Some
from annotator.gui.wording.summaries import Summaries, isolated
from annotator.workflow.datasets.told import LostOf, ToldExport, ToldPlan, ToldRelease

_LONGEST = 40
"""Letters of a title that a line with others tells."""


def tell_export(report: ToldExport, file_name: str) -> str:
    """Say what an export wrote, what it left out and what its format lost, each by name."""
    return DatasetTexts().of_export(report, file_name)


def tell_release(report: ToldRelease, folder: str) -> str:
    """Say what a release holds, what was left out and what each format lost."""
    return DatasetTexts().of_release(report, folder)


class DatasetTexts(QObject):
    """Says it in the language of the window."""

    def of_export(self, report: ToldExport, file_name: str) -> str:
        """See ``tell_export``."""
        sentences = [
            self.tr("“{file}” was written. Articles: {articles}. Spans: {spans}.").format(
                file=isolated(file_name), articles=report.articles, spans=report.written
            ),
            self._unready(report) if report.not_ready.count else "",
            self.tr("The format could not hold %n thing(s).", "", report.lost)
            if report.lost
            else "",
        ]

        def line(loss: Loss) -> str:
            return f"{isolated(loss.article)}: {self._lost(loss, is_cut=report.is_cut)}"

        summaries = Summaries()
        return summaries.listed(
            sentences,
            summaries.some(report.not_ready, isolated),
            summaries.some(report.worst, line),
        )

    def account(self, report: ToldExport, shown: Mapping[str, str]) -> list[str]:
        """Say what an export would hold, and by label what it would lose and where.

        ``shown`` tells what to call each label.
        """
        told = [
            self.tr("%n article(s) will be written.", "", report.articles)
            + " "
            + self.tr("They have %n span(s).", "", report.spans)
            if report.articles
            else self.tr("No article will be written.")
        ]
        if report.not_ready.count:
            told.append(self._unready(report))
        if report.left_out:
            told.append(self.tr("%n span(s) are left out, as you asked.", "", report.left_out))
        if not report.lost and report.articles:
            return [*told, self.tr("Nothing is lost.")]
        labels = dict.fromkeys([*report.kept, *(one.label for one in report.by_kind if one.label)])
        of_articles = [one for one in report.by_kind if one.label is None]
        for label in labels:
            whole = self.tr("%n span(s) with their borders", "", report.kept.get(label, 0))
            told.append(f"{isolated(shown.get(label, label))}: {whole}")
            told += map(self._lost_of, (one for one in report.by_kind if one.label == label))
        if of_articles:
            told.append(
                self.tr("Of the pieces themselves:")
                if report.is_cut
                else self.tr("Of the articles themselves:")
            )
            told += (self._lost_of(one, is_cut=report.is_cut) for one in of_articles)
        return told

    def _lost_of(self, one: LostOf, *, is_cut: bool = False) -> str:
        fate = self._fate(one.kind, one.count, is_cut=is_cut)
        return f"    {fate}: {self._some(one.articles)}"

    def _unready(self, report: ToldExport) -> str:
        """Say how many articles are not ready, and what becomes of them."""
        count = report.not_ready.count
        if report.layer == GOLD and report.takes_unready:
            return self.tr("%n article(s) that are not ready are written too.", "", count)
        if report.layer == GOLD:
            return self.tr("%n article(s) that are not ready are left out.", "", count)
        if report.takes_unready:
            return self.tr("%n article(s) that are not finished are written too.", "", count)
        return self.tr("%n article(s) that are not finished are left out.", "", count)

    def _lost(self, loss: Loss, *, is_cut: bool = False) -> str:
        fate = self._fate(loss.kind, loss.count, is_cut=is_cut)
        return fate if loss.label is None else f"{isolated(loss.label)}, {fate}"

    def _fate(self, kind: LossKind, count: int, *, is_cut: bool) -> str:
        """Say what becomes of so many spans, or articles, or pieces of articles that are cut."""
        of_pieces = {
            LossKind.NAME: self.tr("%n piece(s) without names, days and authors", "", count),
            LossKind.DETAILS: self.tr("%n piece(s) without notes, sources and so on", "", count),
            LossKind.WORK: self.tr("%n piece(s) without reasons or guideline version", "", count),
            LossKind.SPACING: self.tr("%n piece(s) without their own spacing", "", count),
        }
        if is_cut and kind in of_pieces:
            return of_pieces[kind]
        return {
            LossKind.WIDENED: self.tr("%n span(s) widened to whole words", "", count),
            LossKind.NARROWED: self.tr("%n span(s) without the spaces at their ends", "", count),
            LossKind.SPLIT: self.tr("%n span(s) cut into pieces", "", count),
            LossKind.DROPPED: self.tr("%n span(s) not written at all", "", count),
            LossKind.VALUE: self.tr("%n span(s) without their values", "", count),
            LossKind.NOTE: self.tr("%n span(s) without their notes", "", count),
            LossKind.CERTAINTY: self.tr("%n span(s) without “not sure”", "", count),
            LossKind.ORIGIN: self.tr("%n span(s) without ids and how they were drawn", "", count),
            LossKind.TIMES: self.tr("%n span(s) without when they were drawn", "", count),
            LossKind.NAME: self.tr("%n article(s) without names, days and authors", "", count),
            LossKind.DETAILS: self.tr("%n article(s) without notes, sources and so on", "", count),
            LossKind.WORK: self.tr("%n article(s) without reasons or guideline version", "", count),
            LossKind.SECONDS: self.tr("%n article(s) without the time worked", "", count),
            LossKind.SPACING: self.tr("%n article(s) without their own spacing", "", count),
            LossKind.TEXT: self.tr("%n article(s) without their texts", "", count),
        }[kind]

    def _some(self, titles: Some[str]) -> str:
        """Return some titles one after the other, and how many more there are."""
        told = [isolated(_short(title)) for title in titles.first]
        if titles.count > len(told):
            told.append(self.tr("and %n more", "", titles.count - len(told)))
        return self.tr(", ").join(told)

    # -- releases

    def of_plan(self, plan: ToldPlan) -> list[str]:
        """Say what a release would leave out and why, and how like each other the splits are."""
        told = [*self._about_splits(plan), *self._alike(plan)]
        told.append(
            self.tr(
                "%n pair(s) of articles tell the same story, and share a split.",
                "",
                plan.same_story,
            )
            if plan.same_story
            else self.tr("No two articles tell the same story.")
        )
        for wait, sentence in self._waits().items():
            if wait in plan.waiting:
                told.append(f"{sentence}: {self._some(plan.waiting[wait])}")
        told += [
            self.tr(
                "Left out, it belongs with {near}, which is in another split: {article}"
            ).format(article=isolated(one.article), near=isolated(one.near))
            for one in plan.bridging.first
        ]
        unnamed = plan.bridging.count - len(plan.bridging.first)
        if unnamed:
            told.append(self.tr("and %n more", "", unnamed))
        return told

    def _about_splits(self, plan: ToldPlan) -> Iterator[str]:
        if plan.empty:
            yield self.tr(
                "Nothing is in {splits}: there are too few articles, or they have to share a split."
            ).format(splits=", ".join(map(isolated, plan.empty)))
        if plan.stayed:
            yield self.tr("Kept in the split of an earlier release: {count}").format(
                count=plan.stayed
            )
        if plan.out_of_time:
            yield self.tr(
                "Older than the newest one of an earlier split, for they were released there or"
                " tell the story of a newer one: {count}"
            ).format(count=plan.out_of_time)
        if plan.parted_outlets:
            yield self.tr(
                "Outlets with articles in several splits, for they were released there, so testing"
                " is not on outlets never seen: {count}"
            ).format(count=plan.parted_outlets)
        for (was, now), names in plan.moved.items():
            yield self.tr("Moved from {was} to {now} since the last release: {articles}").format(
                was=isolated(was), now=isolated(now), articles=self._some(names)
            )

    def _alike(self, plan: ToldPlan) -> Iterator[str]:
        highest, within = plan.highest, plan.most_within
        if highest is None:
            yield self.tr(
                "No two articles in different splits were found to share three words in a row."
            )
        else:
            yield self.tr(
                "Most alike across splits, with {percent} of their words in threes: {article},"
                " {other}"
            ).format(
                percent=_percent(highest.similarity),
                article=isolated(highest.article),
                other=isolated(highest.other),
            )
        if within is not None:
            yield self.tr(
                "Most of one article within another of another split, {percent}: {article} in"
                " {longer}"
            ).format(
                percent=_percent(within.share),
                article=isolated(within.article),
                longer=isolated(within.longer),
            )

    def _waits(self) -> Mapping[Wait, str]:
        return {
            Wait.NOBODY: self.tr("Left out, nobody has finished it"),
            Wait.AUTHORS: self.tr("Left out, others have yet to finish it"),
            Wait.CONFLICTS: self.tr("Left out, conflicts are open"),
            Wait.SINGLE: self.tr("Left out, its only layer is not accepted"),
            Wait.ASIDE: self.tr("Left out, it was set aside"),
            Wait.OWNER: self.tr("Left out, the author of the layer has yet to finish it"),
        }

    def of_release(self, report: ToldRelease, folder: str) -> str:
        """See ``tell_release``."""
        plan = report.plan
        sentences = [
            self.tr("“{name}” was released to “{folder}” and is frozen.").format(
                name=isolated(report.name), folder=isolated(folder)
            ),
            self.tr("Articles: {articles}.").format(
                articles=sum(there.articles for there in plan.figures.values())
            ),
            self.tr("%n article(s) were left out.", "", plan.left_out) if plan.left_out else "",
            self.tr("The formats could not hold %n thing(s).", "", report.lost)
            if report.lost
            else "",
        ]

        def line(of: tuple[str, Loss]) -> str:
            format_name, loss = of
            return f"{isolated(format_name)}: {isolated(loss.article)}: {self._lost(loss)}"

        summaries = Summaries()
        return summaries.listed(
            sentences, self.of_plan(plan), summaries.some(report.first_lost, line)
        )


def _percent(share: float) -> str:
    return f"\u2066{share:.1%}\u2069"


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[:_LONGEST].rstrip()}…"
