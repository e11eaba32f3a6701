"""Releases: gold, parted into splits that do not leak, in every format that is wanted, frozen.

What was planned is written into one folder, which appears whole or not at all, and the project
keeps which article went out in which split: it stays there in every later release.
"""

import pickle
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from annotator.arabic import ARABIC
from annotator.core.blind import blind_layer
from annotator.core.card import Card
from annotator.core.errors import QT_TRANSLATE_NOOP, FileError, RefusedAct
from annotator.core.format import Dataset, ExportedArticle, Format, WritingOptions
from annotator.core.judged import ruled_out
from annotator.core.losses import Loss, LossAccount, LossKind
from annotator.core.manifest import (
    ARTICLES,
    JUDGED_SPANS,
    MANIFEST,
    Manifest,
    ReleasedArticle,
    ReleasedFile,
    refuse_unreadable_manifest,
)
from annotator.core.model import GOLD, Article, Layer, now
from annotator.core.progress import Progress
from annotator.core.release import Order, Release
from annotator.formats import format_named
from annotator.store.place import unfinished_folder
from annotator.store.project import Project
from annotator.workflow.datasets.exported import checked, layers_to_write
from annotator.workflow.datasets.exporting import writable_format
from annotator.workflow.datasets.release_card import (
    PROGRAM,
    Gathering,
    blind_overview,
    card_of,
    write_card,
)
from annotator.workflow.datasets.release_plan import ReleasePlan, plan_release
from annotator.workflow.exchange.packs import project_id
from annotator.workflow.imports.released import is_release, manifest_of
from annotator.workflow.people.authors import refuse_unless_lead
from annotator.workflow.project.guidelines import guideline_version
from annotator.workflow.review.settling import derived

_PLAIN = WritingOptions()
_BARE = WritingOptions(without_text=True)
_AT_ONCE = 1 << 20
_DIGITS = 16
"""So many of a hash tell two tokenizers apart."""
_TOLD_BY_NONE = frozenset({LossKind.TIMES})
"""What no release tells, whatever the format: it is taken away before any of them is asked."""


@dataclass(slots=True)
class ReleaseReport:
    """What came of a release."""

    name: str
    plan: ReleasePlan
    losses: dict[str, list[Loss]] = field(default_factory=dict)
    """What each format could not hold."""
    judged: dict[str, int] | None = None
    """How many spans leads ruled out, by label, if they go with it."""


def release(
    project: Project, out: Path, order: Order, lead: str, progress: Progress
) -> ReleaseReport:
    """Release what is ready, as ``order`` says, into the folder ``out``; freeze it in the project.

    Raises:
        RefusedAct: if ``lead`` is none, there is a release of that name or none can bear it, or
            nothing is ready.
        RefusedAct: if what leads judged is to go with the layer of an author, somebody else
            released meanwhile, or so much is written that nobody could read its manifest again.
        AnnotatorError: if a format cannot be written, or ``out`` is taken or cannot be written.
    """
    order.refuse_unfit()
    formats = [writable_format(name, _PLAIN) for name in dict.fromkeys(order.formats)]
    if order.with_judged and order.layer != GOLD:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "What leads judged goes with gold alone. Release gold, or leave it out.",
            )
        )
    _refuse_forgotten(project, out)
    with unfinished_folder(out) as unfinished:
        folder = unfinished.path
        with project.reading(), TemporaryFile(dir=folder.parent) as file:
            refuse_unless_lead(project, lead)
            project.releases.refuse_known(order.name)
            before = project.releases.names()
            plan = plan_release(project, order, progress)
            releasing = _Releasing(project, folder, order, plan, _WorkedOut(file))
            report = releasing.write(formats, progress)
        unfinished.reach_disk()  # others can go on working meanwhile
        with project.writing():
            if project.releases.names() != before:
                raise _overtaken()
            manifest = (folder / MANIFEST).read_text("utf-8")
            # What was removed meanwhile is in it all the same.
            splits = {plan.hashes[one]: split for one, split in plan.splits.items()}
            project.releases.add(Release(order.name, lead, now(), manifest), splits)
            unfinished.appear()  # if it cannot, nothing is frozen
    return report


def _refuse_forgotten(project: Project, out: Path) -> None:
    """Refuse the place of a release of this project that it does not know.

    A folder appears a moment before it is frozen: the other way round, a release could be frozen
    that nobody has.

    Raises:
        RefusedAct: if there is one.
    """
    if not is_release(out):
        return
    with suppress(FileError), project.reading():
        there = manifest_of(out)
        if there.project != project_id(project) or there.name in project.releases.names():
            return
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{folder}” holds a release of this project that the project does not know: the"
                " program was ended before it was frozen, or the project is an older copy. Move"
                " that folder away, then release again.",
            ),
            folder=out.name,
        )


def _overtaken() -> RefusedAct:
    """Return what tells that another release has frozen splits which this one knows nothing of."""
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "Somebody else released meanwhile, and articles must stay in the splits that they got"
            " there. Nothing was written: release again.",
        )
    )


class _WorkedOut:
    """Articles as they are released, on disk: each format writes them, one at a time.

    Gold is derived and quotes are checked once, before any format is written.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._places: list[tuple[str, int]] = []
        """In which split each is, and where it begins in the file."""

    def put(self, one: ExportedArticle) -> None:
        """Keep one more."""
        self._places.append((one.split or "", self._file.tell()))
        pickle.dump(one, self._file, pickle.HIGHEST_PROTOCOL)

    def of_split(self, split: str | None) -> Iterator[ExportedArticle]:
        """Yield those of a split, or all, as they were put."""
        for theirs, place in self._places:
            if split in (None, theirs):
                self._file.seek(place)
                one = pickle.load(self._file)
                assert isinstance(one, ExportedArticle)
                yield one


class _Releasing:
    """Writes one release into a folder."""

    def __init__(
        self,
        project: Project,
        folder: Path,
        order: Order,
        plan: ReleasePlan,
        worked_out: _WorkedOut,
    ) -> None:
        self._project = project
        self._folder = folder
        self._order = order
        self._plan = plan
        self._worked_out = worked_out
        self._labels = project.labels.load()
        self._gathering = Gathering()
        self._letter = GOLD
        """What the author of the layers is called."""

    def write(self, formats: Iterable[Format], progress: Progress) -> ReleaseReport:
        report = ReleaseReport(self._order.name, self._plan)
        overview, self._letter = blind_overview(self._project, self._order.layer, progress)
        self._write_list()
        for format in formats:
            report.losses[format.name] = self._write_format(format, progress)
        if self._order.layer == GOLD:
            report.judged = self._gather_settled()
        contents = self._gathering.contents
        card = card_of(
            *(self._project, self._order, self._plan, contents, report.losses, report.judged),
            *(overview, self._letter),
        )
        write_card(self._folder, card)
        files = tuple(self._files())
        manifest = Manifest(self._order.name, files, self._about(report, card), report.losses)
        with (self._folder / MANIFEST).open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(manifest.lines())
        refuse_unreadable_manifest((self._folder / MANIFEST).read_bytes())
        return report

    def _write_list(self) -> None:
        with (self._folder / ARTICLES).open("w", encoding="utf-8", newline="\n") as file:
            for one in self._articles():
                article, split = one.article, one.split or ""
                self._worked_out.put(one)
                self._gathering.take(article, one.layer)
                line = ReleasedArticle.of(article.name, article.sha256, split, one.layer)
                file.write(line.to_line())

    def _gather_settled(self) -> dict[str, int] | None:
        """Note how the articles were settled; write, and count, what leads ruled out if asked."""
        if not self._order.with_judged:
            for _ in self._judged():
                pass
            return None
        account = LossAccount()
        write = format_named("jsonl").write
        assert write is not None
        dataset = Dataset(self._judged(), self._labels, ARABIC, account, _BARE)
        write(self._folder / JUDGED_SPANS, dataset)
        return account.kept

    def _judged(self) -> Iterator[ExportedArticle]:
        """Yield the articles in which leads ruled something out, with that."""
        splits = self._plan.splits
        for one in derived(self._project, list(splits)):
            self._gathering.take_settled(one)
            layer = ruled_out(one.state.gold, one.on_spans)
            if layer.spans:
                yield self._told(one.article, layer, layer.author, ready=True)

    def _articles(self) -> Iterator[ExportedArticle]:
        """Yield the articles of all splits, in the order of the project."""
        splits = self._plan.splits
        articles = self._project.articles.of_ids(list(splits))
        for article, layer, ready in layers_to_write(self._project, self._order.layer, articles):
            yield self._told(article, layer, self._letter, ready=ready)

    def _told(self, article: Article, layer: Layer, letter: str, *, ready: bool) -> ExportedArticle:
        """Return an article as it is written: nothing in it tells who worked on it, and when."""
        split = self._plan.splits[article.id]
        one = checked(self._project, article, layer, ready, split)
        return replace(one, layer=blind_layer(layer, letter, article.added_at))

    def _write_format(self, format: Format, progress: Progress) -> list[Loss]:
        assert format.write is not None
        account = LossAccount(format.left_behind - _TOLD_BY_NONE)
        folder = self._folder / format.name
        folder.mkdir()
        splits = [None] if format.holds_splits else list(self._order.shares)
        for done, split in enumerate(splits, start=1):
            out = folder
            if split is not None:
                out = folder / (split if format.is_folder else split + format.suffixes[0])
                if format.is_folder:
                    out.mkdir()
            articles = self._worked_out.of_split(split)
            format.write(out, Dataset(articles, self._labels, ARABIC, account, _PLAIN))
            progress.advance(done, len(splits))
        return account.losses

    def _files(self) -> Iterator[ReleasedFile]:
        for path in sorted(self._folder.rglob("*")):
            if path.is_file():
                name = path.relative_to(self._folder).as_posix()
                yield ReleasedFile(name, path.stat().st_size, sha256_of_file(path))

    def _about(self, report: ReleaseReport, card: Card) -> dict[str, Any]:
        """Return what the manifest tells besides files; authors are letters in it."""
        order, plan = self._order, self._plan
        highest, within = plan.highest, plan.most_within
        return {
            "made_at": now(),
            "program": PROGRAM,
            "tokenizer": tokenizer_known_by(),
            "project": project_id(self._project),
            "guidelines": guideline_version(self._project),
            "labels": [label.name for label in self._labels],
            "layer": card.layer,
            "authors": list(card.overview.agreement.authors) if card.overview.agreement else [],
            "offsets": "code points, end exclusive",
            "seed": order.seed,
            "by": order.by.value,
            "shares": dict(order.shares),
            "splits": {
                split: {"articles": there.articles, "spans": dict(sorted(there.spans.items()))}
                for split, there in plan.figures.items()
            },
            "highest_similarity": highest
            and {
                "similarity": round(highest.similarity, 4),
                "articles": [highest.article, highest.other],
            },
            "most_within": within
            and {"share": round(within.share, 4), "articles": [within.article, within.longer]},
            "near_duplicates": plan.same_story,
            "moved": {name: list(splits) for name, splits in plan.moved.items()},
            "stayed": plan.stayed,
            "together": [list(names) for names in plan.together],
            "out_of_time": plan.out_of_time,
            "parted_outlets": plan.parted_outlets,
            "not_ready": len(plan.not_ready),
            "bridging": [{"article": one.article, "near": one.near} for one in plan.bridging],
            "licence": order.licence,
            "judged": report.judged,
        }


def tokenizer_known_by() -> str:
    """Return a hash of how texts are cut into tokens."""
    return sha256(ARABIC.tokenizer_source().encode()).hexdigest()[:_DIGITS]


def sha256_of_file(path: Path) -> str:
    """Return the SHA-256 of a file, read piece by piece."""
    found = sha256()
    with path.open("rb") as file:
        while block := file.read(_AT_ONCE):
            found.update(block)
    return found.hexdigest()
