"""An annotator who knows what to mark, and marks it with as few keys as she sees a way to.

For each span she takes the cheapest way from where she is: she moves the caret by words, lines and
paragraphs, or types a few letters into the find bar, or goes on to the next hit; then she presses
the label's key and mends the borders.  Whatever she presses is pressed on the real window, and the
file says in the end whether all of it is right.

Every press counts, letters typed and repeats too.  A key held with Ctrl or Shift is one press; the
figure in which these count each time they go down is printed beside it.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from heapq import heappop, heappush
from itertools import count, pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from annotator.arabic import ARABIC
from annotator.core.finding import Wanted
from annotator.core.mentions import MentionState, Name
from annotator.core.model import Span
from annotator.gui.annotate.finding import Finding
from annotator.gui.main_window import MainWindow
from annotator.gui.text.borders import BORDER_KEYS, move_border, word_here
from annotator.gui.widgets.article_view import ArticleView
from annotator.store.project import Project

Stretch = tuple[int, int]
Way = tuple[str, ...]
"""Keys to press, one after the other; what is in find(…) is typed and ended with Enter."""

MOST_KEYS = 6.0
"""How many keys a span may take on average."""

MOVES = {
    "ctrl+left": Qt.Key.Key_Left,
    "ctrl+right": Qt.Key.Key_Right,
    "ctrl+down": Qt.Key.Key_Down,
    "ctrl+up": Qt.Key.Key_Up,
    "home": Qt.Key.Key_Home,
    "end": Qt.Key.Key_End,
}
VERTICAL = {"down": Qt.Key.Key_Down, "up": Qt.Key.Key_Up}
LONGEST_RUN = 5
MOST_MENDING = 6
WORTH = 4
"""How many keys a mention is worth that need not be marked by itself."""


class Paths:
    """Where the caret gets from a place, tried out on a view that shows the text alone."""

    def __init__(
        self, qtbot: QtBot, view: ArticleView, window: MainWindow, *, has_lines: bool
    ) -> None:
        assert window.session is not None
        self._qtbot = qtbot
        self._view = ArticleView()
        qtbot.addWidget(self._view)
        self._view.resize(view.size())
        self._view.set_zoom(view.zoom)
        self._view.show()
        self._view.show_article(window.session.article)
        self._has_lines = has_lines
        self._steps: dict[int, list[tuple[Way, int]]] = {}

    def steps(self, place: int) -> list[tuple[Way, int]]:
        """Return the ways from a place: one key, or a run of the same up or down."""
        if place not in self._steps:
            self._steps[place] = list(self._try_out(place))
        return self._steps[place]

    def _try_out(self, place: int) -> Iterator[tuple[Way, int]]:
        for name, key in MOVES.items() if self._has_lines else [*MOVES.items()][:2]:
            self._stand(place)
            yield (name,), self._press(name, key)
        for name, key in VERTICAL.items() if self._has_lines else ():
            self._stand(place)
            for length in range(1, LONGEST_RUN + 1):
                yield (name,) * length, self._press(name, key)

    def _stand(self, place: int) -> None:
        self._view.place_caret(place)
        self._view._wanted_x = None

    def _press(self, name: str, key: Qt.Key) -> int:
        self._qtbot.keyClick(self._view, key, modifier_of(name))
        return self._view.caret()


def modifier_of(key: str) -> Qt.KeyboardModifier:
    held = key.startswith("ctrl+")
    return Qt.KeyboardModifier.ControlModifier if held else Qt.KeyboardModifier.NoModifier


class Mending:
    """How the borders of a stretch become those of another."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.way = cache(self._way)

    def _way(self, start: Stretch, goal: Stretch) -> Way | None:
        ways: dict[Stretch, Way] = {start: ()}
        for _ in range(MOST_MENDING):
            if goal in ways:
                return ways[goal]
            for stretch, way in list(ways.items()):
                for key, moved in self._moved(stretch):
                    ways.setdefault(moved, (*way, key))
        return ways.get(goal)

    @cache  # noqa: B019
    def _moved(self, stretch: Stretch) -> list[tuple[str, Stretch]]:
        moved = [
            (key, move_border(self._text, stretch, key, by_letters=False)) for key in BORDER_KEYS
        ]
        moved += [
            (f"ctrl+{key}", move_border(self._text, stretch, key, by_letters=True))
            for key in BORDER_KEYS
        ]
        frame = ARABIC.framed(self._text, *stretch)
        return [*moved, ('"', frame)] if frame else moved


class ScriptedAnnotator:
    """Marks the spans of a layer one by one, in the order of the text."""

    def __init__(self, qtbot: QtBot, hands, window: MainWindow, means: set[str]) -> None:
        assert window.workbench is not None
        assert window.session is not None
        self._qtbot, self._hands = qtbot, hands
        self._window = window
        self._view = window.workbench.view
        self._bar = window.workbench.find_bar.findChild(QLineEdit)
        self._keys = {label.name: label.key for label in window.session.labels}
        self._means = means
        self._paths = Paths(qtbot, self._view, window, has_lines="lines" in means)
        self._mending = Mending(self._view.text)
        self._finding = Finding(self._view.text)
        self._trial = Finding(self._view.text)
        self._is_finding = False
        self.pressed: list[str] = []

    def mark(self, span: Span) -> None:
        ways = [self._by_caret(span)]
        if "find" in self._means:
            ways.append(self._by_next_hit(span))
            shortest = min(cost(way) for way in ways if way is not None)
            ways += self._by_finding(span, shortest - 1)
        way = min((way for way in ways if way is not None), key=cost)
        for key in way:
            self._press(key)

    def has_marked(self, span: Span) -> bool:
        assert self._window.session is not None
        assert self._window.session.layer is not None
        return any(one.place == span.place for one in self._window.session.layer.spans)

    def mark_others(self, span: Span, wanted: Sequence[Span]) -> None:
        """Mark all other mentions of the span that was just marked, where that saves keys."""
        session = self._window.session
        assert session is not None
        assert session.article is not None
        assert session.layer is not None
        if self._view.selected_span() is None:
            return
        name = Name(ARABIC.names_at(self._view.text, span.start, span.end), span.label)
        (found,) = session.catalogue.mentions(session.article, session.layer, name, marked=False)
        places = {one.place for one in wanted}
        rows = [one for one in found.mentions if one.state is not MentionState.REFUSED]
        keys, row, marks = ["="], -1, 0
        for number, one in enumerate(rows):
            if one.state is not MentionState.NEW:
                continue
            if (one.start, one.end, span.label) in places:
                marks += 1
            else:
                keys += ["list down"] * (number - row) + ["list space"]
                row = number
        if len(keys) + 1 < WORTH * marks:
            for key in (*keys, "list enter"):
                self._press_in_list(key)

    def _press_in_list(self, key: str) -> None:
        self.pressed.append(key)
        if key == "=":
            self._qtbot.keyClick(self._view, "=")
            return
        code = {"down": Qt.Key.Key_Down, "space": Qt.Key.Key_Space, "enter": Qt.Key.Key_Return}
        focused = self._window.focusWidget()
        assert focused is not None
        self._qtbot.keyClick(focused, code[key.split()[1]])

    def _by_caret(self, span: Span) -> Way | None:
        best: Way | None = None
        number, seen = count(), set()
        queue: list[tuple[int, int, int, Way]] = [(0, next(number), self._view.caret(), ())]
        while queue:
            spent, _, place, way = heappop(queue)
            if best is not None and spent + 1 >= len(best):
                break
            if place in seen:
                continue
            seen.add(place)
            end = self._mark_at(place, span) if way or self._view.selected_span() is None else None
            if end is not None and (best is None or spent + len(end) < len(best)):
                best = way + end
            for step, there in self._paths.steps(place):
                if there not in seen and not {step[0], *way[-1:]} <= VERTICAL.keys():
                    heappush(queue, (spent + len(step), next(number), there, way + step))
        return best

    def _mark_at(self, place: int, span: Span) -> Way | None:
        """Return how to mark ``span`` if the caret stands at ``place``."""
        text, goal, key = self._view.text, (span.start, span.end), self._keys[span.label]
        ways = []
        word = word_here(text, place)
        if word and word[0] < span.end and span.start < word[1] and not self._is_in(word, span):
            ways.append(self._mended((key,), word, goal))
        frame = ARABIC.framed(text, place, place)
        if frame and frame[0] < span.end and span.start < frame[1]:
            ways.append(self._mended(('"', key), frame, goal))
        return min((way for way in ways if way is not None), key=len, default=None)

    def _is_in(self, word: Stretch, span: Span) -> bool:
        assert self._window.session is not None
        assert self._window.session.layer is not None
        return any(
            one.label == span.label and one.start <= word[0] and word[1] <= one.end
            for one in self._window.session.layer.spans
        )

    def _mended(self, way: Way, stretch: Stretch, goal: Stretch) -> Way | None:
        mending = self._mending.way(stretch, goal)
        return None if mending is None else way + mending

    def _by_next_hit(self, span: Span) -> Way | None:
        if not self._is_finding or not self._finding.hits or self._finding.current is None:
            return None
        hits = self._finding.hits
        for presses in range(1, 4):
            hit = hits[(self._finding.current + presses) % len(hits)]
            if span.start <= hit[0] and hit[1] <= span.end:
                way = ("enter",) * presses + (self._keys[span.label],)
                return self._mended(way, hit, (span.start, span.end))
        return None

    def _by_finding(self, span: Span, most_keys: int) -> Iterator[Way | None]:
        quote, longest = span.quote, most_keys - len(("/", "enter", "label"))
        for first in range(len(quote)):
            for last in range(first + 1, min(len(quote), first + longest) + 1):
                needle = quote[first:last]
                if needle.strip() == needle:
                    yield self._by_needle(needle, span)

    def _by_needle(self, needle: str, span: Span) -> Way | None:
        finding = self._trial
        finding.look_for(Wanted(needle))
        for presses in range(3):
            hit = finding.step(1, self._view.caret())
            if hit and span.start <= hit[0] and hit[1] <= span.end:
                way = (f"find({needle})", *("enter",) * presses, self._keys[span.label])
                return self._mended(way, hit, (span.start, span.end))
        return None

    def _press(self, key: str) -> None:
        if key.startswith("find("):
            needle = key[5:-1]
            self._qtbot.keyClick(self._view, "/")
            assert self._bar is not None
            self._hands.type_text(self._bar, needle)
            self._finding.look_for(Wanted(needle))
            self._finding.step(1, self._view.caret())
            self._qtbot.keyClick(self._bar, Qt.Key.Key_Return)
            self._is_finding = True
            self.pressed += ["/", *needle, "enter"]
            return
        self.pressed.append(key)
        if key == "enter":
            self._finding.step(1, self._view.caret())
            self._qtbot.keyClick(self._view, Qt.Key.Key_Return)
        elif key in MOVES or key in VERTICAL:
            code = MOVES.get(key) or VERTICAL[key]
            self._qtbot.keyClick(self._view, code, modifier_of(key))
        else:
            self._qtbot.keyClick(self._view, key[-1], modifier_of(key))


def cost(way: Way) -> int:
    return sum(len(key) - 4 if key.startswith("find(") else 1 for key in way)


def seeds_of(path: Path, author: str) -> dict[str, tuple[Span, ...]]:
    """Return what an author has marked in the demo, by the name of the article."""
    with Project.open(path, writable=False) as project, project.reading():
        layers = {
            article.name: project.layers.load(article.id, author).spans
            for article in project.articles.each()
        }
    return {name: spans for name, spans in layers.items() if spans}


@pytest.mark.parametrize(
    "means", [{"words"}, {"words", "lines", "find"}, {"words", "lines", "find", "mentions"}]
)
def test_marking_all_spans_of_a_seed_takes_few_keys_each(
    qtbot: QtBot, hands, path: Path, capsys: pytest.CaptureFixture[str], means: set[str]
) -> None:
    seeds, pressed, lines = seeds_of(path, "amal"), [], []
    window = hands.open(path, "noor")
    for name, spans in seeds.items():
        window.open_article(name)
        annotator = ScriptedAnnotator(qtbot, hands, window, means)
        for span in spans:
            if not annotator.has_marked(span):
                annotator.mark(span)
            if "mentions" in means:
                annotator.mark_others(span, spans)
        assert hands.places(path, name) == [span.place for span in spans]
        lines.append(told(name, annotator.pressed, len(spans)))
        pressed += annotator.pressed
    count = sum(map(len, seeds.values()))
    lines.append(told(f"all, by {' and '.join(sorted(means))}", pressed, count))
    with capsys.disabled():
        print("", *lines, sep="\n")
    if "find" in means:
        assert len(pressed) / count <= MOST_KEYS


def told(name: str, pressed: list[str], spans: int) -> str:
    """Say how many keys a span took, and how many with each time that Ctrl or Shift went down."""
    held = [{"ctrl": "ctrl+" in key, "shift": key[-1] in '"{}'} for key in pressed]
    downs = sum(
        now[one] and not before[one]
        for before, now in pairwise([{"ctrl": False, "shift": False}, *held])
        for one in now
    )
    keys, all_keys = len(pressed) / spans, (len(pressed) + downs) / spans
    return f"{name}: {spans} spans, {keys:.2f} keys each ({all_keys:.2f} with Ctrl and Shift)"
