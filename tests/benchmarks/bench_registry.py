"""Looking up names in a registry of 20,000 entries, each with an alias; and its acts and table.

Run with ``python -m tests.benchmarks.bench_registry``.  In the window the longest turn of the event
loop counts, which is how long a key may have to wait; beside it, in brackets, the time that the
processor took for it, which other programs do not lengthen.
"""

import os
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from annotator import paths
from annotator.arabic import ARABIC
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.core.registry import with_aliases
from annotator.core.rows import Kind, RowChange
from annotator.gui.app import application, open_window
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.acts import project_acts
from annotator.workflow.acts.entry_names import names_of
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import add_author
from annotator.workflow.projects import init
from annotator.workflow.registry import registry
from annotator.workflow.registry.entry_files import export_csv, import_csv
from tests.benchmarks.bench_exchange import sentences

ENTRIES = 20_000
ROUNDS = 200
REST = 200
"""In so many turns with nothing left to read the window paints, and typing comes to rest."""


def made_names(chance: random.Random) -> list[str]:
    """Return names of one to four words, all different, of words that articles hold."""
    words = sorted({word for line in sentences() for word in line.split() if word.isalpha()})
    names: dict[str, str] = {}
    while len(names) < 2 * ENTRIES:
        name = " ".join(chance.sample(words, chance.randint(1, 4)))
        key = registry.name_key(name, ARABIC.fold)
        if key:
            names.setdefault(key, name)
    return list(names.values())


def filled(folder: Path, names: list[str]) -> Path:
    """Make a project with the entries in it, as one act."""
    path = folder / "r.annotator"
    init(path)
    with Project.open(path) as project:
        add_author(project, "huda", Role.LEAD)
        entries = (
            with_aliases(registry.new_entry("actor", name, ARABIC.fold), [alias], ARABIC.fold)
            for name, alias in zip(names[:ENTRIES], names[ENTRIES:], strict=True)
        )
        changes = [RowChange(Kind.ENTRY, entry.id, None, entry.row()) for entry in entries]
        project_acts.do(project, "huda", "import entries", changes)
    return path


def slip(name: str, chance: random.Random) -> str:
    """Return ``name`` with a letter of it replaced."""
    at = chance.randrange(len(name))
    return f"{name[:at]}ص{name[at + 1 :]}"


def print_times(what: str, act: Callable[[int], object], rounds: int = ROUNDS) -> None:
    """Print how long ``act`` takes, the 50th and 95th percentile."""
    times = []
    for number in range(rounds):
        begun = time.perf_counter()
        act(number)
        times.append(1000 * (time.perf_counter() - begun))
    cuts = quantiles(times, n=20)
    print(f"{what:34} {cuts[9]:8.2f} ms {cuts[18]:8.2f} ms")


def print_once(what: str, act: Callable[[], object]) -> None:
    """Print how long ``act`` takes."""
    begun = time.perf_counter()
    act()
    print(f"{what:34} {1000 * (time.perf_counter() - begun):8.2f} ms")


def print_turns(what: str, act: Callable[[], object], window: MainWindow) -> None:
    """Print the longest turn of the event loop from ``act`` until the window is at rest."""
    assert window.session is not None
    longest = busiest = 0.0
    wall, busy = time.perf_counter(), time.thread_time()
    act()
    at_rest = 0
    while at_rest < REST:
        longest = max(longest, time.perf_counter() - wall)
        busiest = max(busiest, time.thread_time() - busy)
        time.sleep(0.001)
        wall, busy = time.perf_counter(), time.thread_time()
        QApplication.processEvents()
        at_rest = at_rest + 1 if window.session.entries.is_known() else 0
    print(f"{what:34} {1000 * longest:8.2f} ms ({1000 * busiest:.2f} ms)")


def bench_window(path: Path, slips: list[str]) -> None:
    """Read, list and search the entries in the window, and label what may mean them."""
    with Project.open(path) as project:
        import_files(project, [Path(str(paths.seeds() / "articles"))], Quiet())
    application()
    window = open_window(path, "huda")
    print(f"{'in the window':34} {'longest turn':>11}")
    print_turns("reading the names", lambda: None, window)
    assert window.workbench is not None
    assert window.registering is not None
    print_turns("the registry comes", window.registering.show, window)
    shown = window.registering.shown
    assert shown is not None
    labels = shown.findChild(QComboBox, "entryLabel")
    line = shown.findChild(QLineEdit, "entrySearch")
    labels.setCurrentIndex(labels.findData("actor"))
    print_turns("20,000 entries are listed", lambda: labels.activated.emit(0), window)
    for name in slips[:3]:
        line.setText(name)
        print_turns("a search of a name with a slip", lambda: line.textEdited.emit(""), window)
    shown.close()
    view, article = window.workbench.view, window.session and window.session.article
    assert article
    for start, end in list(ARABIC.words(article.text))[1:30:10]:
        view.select(start, end)
        print_turns("an actor is labelled", lambda: QTest.keyClick(view, "3"), window)
    window.close()


def main() -> None:
    """Print the figures."""
    chance = random.Random(2026)
    names = made_names(chance)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        QSettings.setPath(
            QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder / "settings")
        )
        with Project.open(filled(folder, names)) as project:
            print_once("the first look at the names", lambda: names_of(project))
            some = chance.choices(names, k=ROUNDS)
            slips = [slip(name, chance) for name in some]
            words = Counter(word for name in names for word in name.split())
            ((common, _),) = words.most_common(1)

            def find(wanted: list[str]) -> Callable[[int], object]:
                return lambda number: registry.candidates(project, "actor", wanted[number])

            begun = [name[: 1 + number % 8] for number, name in enumerate(some)]

            def offer(number: int) -> object:
                return registry.offered(project, "actor", begun[number])

            print(f"{'':34} {'50th':>11} {'95th':>11}")
            print_times("a name that is there", find(some))
            print_times("one with a slip", find(slips))
            print_times("a word of many names", find([common] * ROUNDS))
            print_times("a name half typed", offer)
            entries = list(names_of(project).all())

            def rename(number: int) -> None:
                registry.rename(project, "huda", entries[number].id, f"{entries[number].name} ك")

            print_times("a rename", rename, 40)

            rename(100)
            print_once("the first look after a rename", lambda: names_of(project))
            print_once("the table, out", lambda: export_csv(project, folder / "e.csv", Quiet()))
            print_once(
                "the table, in", lambda: import_csv(project, "huda", folder / "e.csv", Quiet())
            )
        bench_window(folder / "r.annotator", slips)


if __name__ == "__main__":
    main()
