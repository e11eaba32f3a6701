"""Random edits, imports, undos and redos against a model that knows nothing of files.

The model keeps, for each article, its spans and status, and one list of acts with what was there
before and after; the file must equal it at every step, and after every restart.
"""

import json
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from annotator.core.cutting import Merge, Split
from annotator.core.edits import (
    Describe,
    Edit,
    Mark,
    Relabel,
    Remove,
    Resize,
    SetState,
)
from annotator.core.errors import RefusedAct
from annotator.core.model import Article, LayerState, Status
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.acts.marking import apply, apply_to_many, load_stack, redo, undo
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import ensure_author
from annotator.workflow.projects import init

TEXT = "غادر رتل قاعدة قسرك"
NAMES = ("a", "b", "c")
LABELS = ("base", "date")

NEW = LayerState()

Told = tuple[int, int, str, str, bool]
"""What the model knows of a span: start, end, label, note, unsure."""


@dataclass
class Page:
    """What the model knows of an article."""

    spans: dict[str, Told] = field(default_factory=dict)
    state: LayerState = NEW

    def copy(self) -> "Page":
        return Page(dict(self.spans), self.state)


@dataclass
class Act:
    """One act of the user: for each article what stood there before and after."""

    number: int
    sides: dict[str, tuple[Page, Page]]
    redoable: bool = False
    undone_from: dict[str, LayerState] = field(default_factory=dict)


class Marking(RuleBasedStateMachine):
    """A person at work on three articles."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "p.annotator"
        init(self.path)
        self.project = Project.open(self.path)
        self.pages = {name: Page() for name in NAMES}
        self.stacks: dict[str, list[Act]] = {name: [] for name in NAMES}
        self.undone: dict[str, list[Act]] = {name: [] for name in NAMES}
        self.acts = 0
        self.imported = dict.fromkeys(NAMES, 0)
        """How many acts there were when an import last changed a layer that was there."""

    @initialize()
    def begin(self) -> None:
        for name in NAMES:
            (self.folder / f"{name}.txt").write_text(f"{TEXT}\n{name}")
        import_files(self.project, [self.folder / f"{name}.txt" for name in NAMES], Quiet())
        ensure_author(self.project, "amal")
        self.articles: dict[str, Article] = {}
        for article in self.project.articles.each():
            self.articles[article.name[0]] = article

    def teardown(self) -> None:
        self.project.close()
        shutil.rmtree(self.folder)

    def layer(self, name: str):
        return self.project.layers.load(self.articles[name].id, "amal")

    # What a person does

    @rule(
        name=st.sampled_from(NAMES),
        start=st.integers(0, 18),
        length=st.integers(1, 4),
        label=st.sampled_from(LABELS),
    )
    def mark(self, name: str, start: int, length: int, label: str) -> None:
        self.do(name, Mark(start, min(start + length, len(TEXT)), label))

    @rule(name=st.sampled_from(NAMES), which=st.integers(0, 9))
    def remove(self, name: str, which: int) -> None:
        if chosen := self.chosen(name, which):
            self.do(name, Remove((chosen,)))

    @rule(name=st.sampled_from(NAMES), which=st.integers(0, 9), label=st.sampled_from(LABELS))
    def relabel(self, name: str, which: int, label: str) -> None:
        if chosen := self.chosen(name, which):
            self.do(name, Relabel((chosen,), label))

    @rule(name=st.sampled_from(NAMES), label=st.sampled_from(LABELS))
    def relabel_all(self, name: str, label: str) -> None:
        self.do(name, Relabel(tuple(self.pages[name].spans), label))

    @rule(
        name=st.sampled_from(NAMES),
        which=st.integers(0, 9),
        start=st.integers(0, 18),
        length=st.integers(1, 4),
    )
    def resize(self, name: str, which: int, start: int, length: int) -> None:
        if chosen := self.chosen(name, which):
            self.do(name, Resize(chosen, start, min(start + length, len(TEXT))))

    @rule(
        name=st.sampled_from(NAMES),
        which=st.integers(0, 9),
        cut=st.integers(0, 5),
        gap=st.integers(0, 2),
    )
    def split(self, name: str, which: int, cut: int, gap: int) -> None:
        if chosen := self.chosen(name, which):
            end = self.pages[name].spans[chosen][0] + cut
            self.do(name, Split(chosen, end, end + gap))

    @rule(name=st.sampled_from(NAMES), which=st.sets(st.integers(0, 9), min_size=1, max_size=3))
    def merge(self, name: str, which: set[int]) -> None:
        ids = {self.chosen(name, one) for one in which} - {None}
        self.do(name, Merge(tuple(one for one in ids if one)))

    @rule(
        name=st.sampled_from(NAMES), which=st.integers(0, 9), note=st.sampled_from(["", "؟", "🔴"])
    )
    def note(self, name: str, which: int, note: str) -> None:
        if chosen := self.chosen(name, which):
            self.do(name, Describe(chosen, note=note))

    @rule(name=st.sampled_from(NAMES), which=st.integers(0, 9), unsure=st.booleans())
    def doubt(self, name: str, which: int, unsure: bool) -> None:
        if chosen := self.chosen(name, which):
            self.do(name, Describe(chosen, unsure=unsure))

    @rule(
        name=st.sampled_from(NAMES),
        state=st.sampled_from(
            [
                LayerState(Status.FINISHED),
                LayerState(Status.SET_ASIDE, "نسخة"),
                LayerState(Status.IN_PROGRESS),
            ]
        ),
    )
    def set_state(self, name: str, state: LayerState) -> None:
        self.do(name, SetState(state))

    @rule(names=st.sets(st.sampled_from(NAMES), min_size=2), start=st.integers(0, 15))
    def mark_all(self, names: set[str], start: int) -> None:
        edits = [
            (self.articles[name], self.layer(name), Mark(start, start + 3, "base"))
            for name in sorted(names)
        ]
        doubled = any(
            told[:3] == (start, start + 3, "base")
            for name in names
            for told in self.pages[name].spans.values()
        )
        try:
            apply_to_many(self.project, edits)
        except RefusedAct:
            assert doubled
        else:
            assert not doubled
            self.remember(names)

    @rule(
        name=st.sampled_from(NAMES),
        start=st.integers(0, 15),
        label=st.sampled_from(LABELS),
        status=st.none() | st.sampled_from(["finished", "in progress", "set aside"]),
    )
    def bring(self, name: str, start: int, label: str, status: str | None) -> None:
        before = self.pages[name]
        spans = [{"label": label, "start": start, "end": start + 3}]
        line = {"text": self.articles[name].text, "author": "amal", "spans": spans, "sources": []}
        path = self.folder / "brought.jsonl"
        path.write_text(json.dumps(line | ({"status": status} if status else {})))
        was_there = self.layer(name).revision > 0
        report = import_files(self.project, [path], Quiet())
        assert report.refused == []
        after = self.pages[name] = self.read(name)
        kept = {one: after.spans[one] for one in after.spans if one in before.spans}
        (place,) = {(start, start + 3, label)}
        places = {told[:3] for told in after.spans.values()}
        assert kept == before.spans
        assert places == {told[:3] for told in before.spans.values()} | {place}
        assert report.spans == len(after.spans) - len(before.spans)
        assert after.state == self.state_brought(before, after, was_there, status)
        if was_there and after != before:
            self.imported[name] = self.acts
            for act in self.undone[name]:
                act.redoable = False
            self.undone[name].clear()

    def state_brought(
        self, before: Page, after: Page, was_there: bool, status: str | None
    ) -> LayerState:
        said = LayerState(Status(status)) if status else LayerState(Status.FINISHED)
        if not was_there:
            return said
        if len(after.spans) == 1 and (status or before.state == NEW):
            return said
        if after.spans == before.spans:
            return before.state
        if before.state.status in (Status.NEW, Status.FINISHED):
            return said
        return LayerState(Status.IN_PROGRESS)

    @rule(name=st.sampled_from(NAMES))
    def undo(self, name: str) -> None:
        stack = self.stacks[name]
        try:
            undo(self.project, self.layer(name))
        except RefusedAct:
            assert not stack or not self.can_swap(stack[-1], back=True)
            return
        act = stack[-1]
        assert self.can_swap(act, back=True)
        self.swap(act, back=True)
        for other in act.sides:
            self.stacks[other].remove(act)
            self.undone[other].append(act)
        act.redoable = True

    @rule(name=st.sampled_from(NAMES))
    def redo(self, name: str) -> None:
        offered = [act for act in self.undone[name] if act.redoable]
        try:
            redo(self.project, self.layer(name))
        except RefusedAct:
            assert not offered or not self.can_swap(offered[-1], back=False)
            return
        act = offered[-1]
        assert self.can_swap(act, back=False)
        self.swap(act, back=False)
        for other in act.sides:
            self.undone[other].remove(act)
            self.stacks[other].append(act)

    @rule()
    def restart(self) -> None:
        self.project.close()
        self.project = Project.open(self.path)

    # What the model makes of it

    def chosen(self, name: str, which: int) -> str | None:
        ids = sorted(self.pages[name].spans, key=lambda one: self.pages[name].spans[one])
        return ids[which % len(ids)] if ids else None

    def do(self, name: str, edit: Edit) -> None:
        before = self.pages[name].copy()
        try:
            marked = apply(self.project, self.articles[name], self.layer(name), edit)
        except RefusedAct:
            assert self.is_nonsense(name, edit) or self.would_double(name, edit)
            return
        after = self.expected(name, edit)
        assert (marked.sequence == 0) == (after == before)
        if after != before:
            self.remember({name})

    def remember(self, names: set[str]) -> None:
        """Take over what the file says: ``expected`` and the invariants look at what it is."""
        sides = {}
        for name in names:
            before = self.pages[name]
            self.pages[name] = self.read(name)
            sides[name] = (before, self.pages[name].copy())
            for act in self.undone[name]:
                act.redoable = False
            self.undone[name].clear()
        self.acts += 1
        act = Act(self.acts, sides)
        for name in names:
            self.stacks[name].append(act)

    def read(self, name: str) -> Page:
        layer = self.layer(name)
        return Page({s.id: (s.start, s.end, s.label, s.note, s.unsure) for s in layer}, layer.state)

    def expected(self, name: str, edit: Edit) -> Page:
        page = self.pages[name].copy()
        if isinstance(edit, SetState):
            page.state = edit.state
            assert self.read(name) == page
            return page
        before = dict(page.spans)
        match edit:
            case Mark(start, end, label):
                (new,) = set(self.read(name).spans) - set(before)
                page.spans[new] = (start, end, label, "", False)
            case Remove((one,)):
                del page.spans[one]
            case Relabel(ids, label):
                for one in ids:
                    start, end, _, note, unsure = page.spans[one]
                    page.spans[one] = (start, end, label, note, unsure)
            case Resize(one, start, end):
                page.spans[one] = (start, end, *page.spans[one][2:])
            case Split() | Merge():
                self.reshape(name, page, edit)
            case Describe(one, note, unsure):
                page.spans[one] = self.described(page.spans[one], note, unsure)
        if page.spans != before:
            page.state = LayerState(Status.IN_PROGRESS)
        assert self.read(name) == page
        return page

    def described(self, told: Told, note: str | None, unsure: bool | None) -> Told:
        return (
            *told[:3],
            told[3] if note is None else note,
            told[4] if unsure is None else unsure,
        )

    def reshape(self, name: str, page: Page, edit: Split | Merge) -> None:
        if isinstance(edit, Split):
            start, end, *rest = page.spans[edit.id]
            (new,) = set(self.read(name).spans) - set(page.spans)
            page.spans[edit.id] = (start, edit.end, *rest)
            page.spans[new] = (edit.start, end, rest[0], "", rest[2])
            return
        olds = [(page.spans.pop(one), one) for one in edit.ids]
        olds.sort(key=lambda old: (old[0][0], -old[0][1]))
        (start, _, label, *_), first = olds[0]
        end = max(told[1] for told, _ in olds)
        notes = dict.fromkeys(told[3] for told, _ in olds if told[3])
        doubt = any(told[4] for told, _ in olds)
        page.spans[first] = (start, end, label, "\n".join(notes), doubt)

    def is_nonsense(self, name: str, edit: Edit) -> bool:
        spans = self.pages[name].spans
        match edit:
            case Split(one, end, start):
                return not spans[one][0] < end <= start < spans[one][1]
            case Merge(ids):
                return len(ids) < 2 or len({spans[one][2] for one in ids}) > 1
        return False

    def would_double(self, name: str, edit: Edit) -> bool:
        spans = dict(self.pages[name].spans)
        match edit:
            case Mark(start, end, label):
                return (start, end, label) in {told[:3] for told in spans.values()}
            case Resize(one, start, end):
                label = spans.pop(one)[2]
                return (start, end, label) in {told[:3] for told in spans.values()}
            case Split(one, end, start):
                first, last, label = spans.pop(one)[:3]
                places = {told[:3] for told in spans.values()}
                return bool(places & {(first, end, label), (start, last, label)})
            case Merge(ids):
                olds = [spans.pop(one) for one in ids]
                start, end = min(told[0] for told in olds), max(told[1] for told in olds)
                return (start, end, olds[0][2]) in {told[:3] for told in spans.values()}
            case Relabel(ids, label):
                places = [
                    (told[0], told[1], label if one in ids else told[2])
                    for one, told in spans.items()
                ]
                return len(set(places)) < len(places)
        return False

    def can_swap(self, act: Act, *, back: bool) -> bool:
        """An act goes whole if what it put is as it left it, and what it removed can return."""
        for name, (before, after) in act.sides.items():
            old, new = (after, before) if back else (before, after)
            put = {one: told for one, told in old.spans.items() if new.spans.get(one) != told}
            gone = {one: told for one, told in new.spans.items() if old.spans.get(one) != told}
            now = self.pages[name].spans
            if any(now.get(one) != told for one, told in put.items()):
                return False
            rest = {one: told for one, told in now.items() if one not in put}
            if any(one in rest for one in gone):
                return False
            places = [told[:3] for told in (*rest.values(), *gone.values())]
            if len(set(places)) < len(places):
                return False
        return True

    def swap(self, act: Act, *, back: bool) -> None:
        for name, (before, after) in act.sides.items():
            old, new = (after, before) if back else (before, after)
            page = self.pages[name]
            for one, told in old.spans.items():
                if new.spans.get(one) != told:
                    page.spans.pop(one)
            for one, told in new.spans.items():
                if old.spans.get(one) != told:
                    page.spans[one] = told
            if not back:
                page.state = act.undone_from[name]
                continue
            act.undone_from[name] = page.state
            later = any(other.number > act.number for other in self.stacks[name])
            if not later and self.imported[name] < act.number:
                page.state = new.state

    @invariant()
    def the_file_says_what_the_model_says(self) -> None:
        for name in NAMES:
            if name not in getattr(self, "articles", {}):
                return
            layer = self.layer(name)
            assert self.read(name) == self.pages[name]
            assert list(layer.spans) == sorted(layer.spans, key=lambda one: one.order)
            for span in layer:
                assert self.articles[name].text[span.start : span.end] == span.quote

    @invariant()
    def the_history_says_what_the_model_says(self) -> None:
        for name in NAMES:
            if name not in getattr(self, "articles", {}):
                return
            stack = load_stack(self.project, self.articles[name].id, "amal")
            assert len(stack.done) == len(self.stacks[name])
            assert len(stack.undone) == len([act for act in self.undone[name] if act.redoable])

    @precondition(lambda self: hasattr(self, "articles"))
    @rule()
    def look_at_the_file(self) -> None:
        rows = self.project._connection.execute("PRAGMA quick_check").fetchall()
        assert rows == [("ok",)]


TestMarking = Marking.TestCase
TestMarking.settings = settings(max_examples=40, stateful_step_count=60, deadline=None)
