"""What exports and releases hold and lose, in plain words, before and after they are written."""

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QObject

from annotator.core.behind import Wait
from annotator.core.losses import Loss, LossKind, lost_where, weight
from annotator.core.model import GOLD
from annotator.gui.wording.summaries import Summaries, isolated
from annotator.workflow.datasets.exporting import ExportReport
from annotator.workflow.datasets.release import ReleaseReport
from annotator.workflow.datasets.release_plan import ReleasePlan

_NAMED = 3
"""How many articles a line names."""
_LISTED = 50
"""How many articles have lines of their own."""
_LONGEST = 40
"""Letters of a title that a line with others tells."""


def tell_export(report: ExportReport, file_name: str) -> str:
    """Say what an export wrote, what it left out and what its format lost, each by name."""
    return DatasetTexts().of_export(report, file_name)


def tell_release(report: ReleaseReport, folder: str) -> str:
    """Say what a release holds, what was left out and what each format lost."""
    return DatasetTexts().of_release(report, folder)


class DatasetTexts(QObject):
    """Says it in the language of the window."""

    def of_export(self, report: ExportReport, file_name: str) -> str:
        """See ``tell_export``."""
        lost = sum(loss.count for loss in report.losses)
        sentences = [
            self.tr("“{file}” was written. Articles: {articles}. Spans: {spans}.").format(
                file=isolated(file_name), articles=report.articles, spans=report.written
            ),
            self._unready(report) if report.not_ready else "",
            self.tr("The format could not hold %n thing(s).", "", lost) if lost else "",
        ]

        def title(article: str) -> str:
            return isolated(report.titles[article])

        def line(loss: Loss) -> str:
            return f"{title(loss.article)}: {self._lost(loss)}"

        summaries = Summaries()
        losses = sorted(report.losses, key=lambda one: weight(one.kind))
        return summaries.listed(
            sentences,
            summaries.some(report.not_ready, len(report.not_ready), title),
            summaries.some(losses, len(losses), line),
        )

    def account(self, report: ExportReport, shown: Mapping[str, str]) -> list[str]:
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
        if report.not_ready:
            told.append(self._unready(report))
        if report.left_out:
            told.append(self.tr("%n span(s) are left out, as you asked.", "", report.left_out))
        if not report.losses and report.articles:
            return [*told, self.tr("Nothing is lost.")]
        where = lost_where(report.losses)
        of_spans = dict.fromkeys([*report.kept, *(label for label, _ in where if label)])
        for label in (*of_spans, *({label for label, _ in where} - of_spans.keys())):
            if label is None:
                told.append(self.tr("Of the articles themselves:"))
            else:
                whole = self.tr("%n span(s) with their borders", "", report.kept.get(label, 0))
                told.append(f"{isolated(shown.get(label, label))}: {whole}")
            for (of, kind), articles in sorted(where.items(), key=lambda one: weight(one[0][1])):
                if of == label:
                    count = self._fate(kind, sum(articles.values()))
                    titles = self._some(report.titles[name] for name in articles)
                    told.append(f"    {count}: {titles}")
        return told

    def _unready(self, report: ExportReport) -> str:
        """Say how many articles are not ready, and what becomes of them."""
        count = len(report.not_ready)
        if report.layer == GOLD and report.takes_unready:
            return self.tr("%n article(s) that are not ready are written too.", "", count)
        if report.layer == GOLD:
            return self.tr("%n article(s) that are not ready are left out.", "", count)
        if report.takes_unready:
            return self.tr("%n article(s) that are not finished are written too.", "", count)
        return self.tr("%n article(s) that are not finished are left out.", "", count)

    def _lost(self, loss: Loss) -> str:
        fate = self._fate(loss.kind, loss.count)
        return fate if loss.label is None else f"{isolated(loss.label)}, {fate}"

    def _fate(self, kind: LossKind, count: int) -> str:
        """Say what becomes of so many spans, or articles."""
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

    def _some(self, titles: Iterable[str]) -> str:
        """Return some titles one after the other, and how many more there are."""
        known = list(titles)
        told = [isolated(_short(title)) for title in known[:_NAMED]]
        if len(known) > _NAMED:
            told.append(self.tr("and %n more", "", len(known) - _NAMED))
        return self.tr(", ").join(told)

    # -- releases

    def of_plan(self, plan: ReleasePlan) -> list[str]:
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
            names = [name for name, waits in plan.not_ready.items() if wait in waits]
            if names:
                told.append(f"{sentence}: {self._some(names)}")
        told += [
            self.tr(
                "Left out, it belongs with {near}, which is in another split: {article}"
            ).format(article=isolated(one.article), near=isolated(one.near))
            for one in plan.bridging[:_LISTED]
        ]
        if len(plan.bridging) > _LISTED:
            told.append(self.tr("and %n more", "", len(plan.bridging) - _LISTED))
        return told

    def _about_splits(self, plan: ReleasePlan) -> Iterator[str]:
        if plan.empty:
            yield self.tr(
                "Nothing is in {splits}: there are too few articles, or they have to share a split."
            ).format(splits=", ".join(map(isolated, plan.empty)))
        if plan.out_of_time:
            yield self.tr(
                "Older than the newest one of an earlier split, for they were released there or"
                " tell the story of a newer one: {count}"
            ).format(count=plan.out_of_time)
        for was, now in sorted(set(plan.moved.values())):
            names = [name for name, splits in plan.moved.items() if splits == (was, now)]
            yield self.tr("Moved from {was} to {now} since the last release: {articles}").format(
                was=isolated(was), now=isolated(now), articles=self._some(names)
            )

    def _alike(self, plan: ReleasePlan) -> Iterator[str]:
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

    def of_release(self, report: ReleaseReport, folder: str) -> str:
        """See ``tell_release``."""
        plan = report.plan
        lost = sum(loss.count for losses in report.losses.values() for loss in losses)
        sentences = [
            self.tr("“{name}” was released to “{folder}” and is frozen.").format(
                name=isolated(report.name), folder=isolated(folder)
            ),
            self.tr("Articles: {articles}.").format(
                articles=sum(there.articles for there in plan.figures.values())
            ),
            self.tr("%n article(s) were left out.", "", len(plan.not_ready) + len(plan.bridging))
            if plan.not_ready or plan.bridging
            else "",
            self.tr("The formats could not hold %n thing(s).", "", lost) if lost else "",
        ]

        def line(of: tuple[str, Loss]) -> str:
            format_name, loss = of
            return f"{isolated(format_name)}: {isolated(loss.article)}: {self._lost(loss)}"

        losses = ((name, loss) for name, some in report.losses.items() for loss in some)
        count = sum(map(len, report.losses.values()))
        summaries = Summaries()
        return summaries.listed(sentences, self.of_plan(plan), summaries.some(losses, count, line))


def _percent(share: float) -> str:
    return f"\u2066{share:.1%}\u2069"


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[:_LONGEST].rstrip()}…"
