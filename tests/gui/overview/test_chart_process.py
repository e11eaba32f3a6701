"""Charts are drawn in another process: that of the window never takes in what draws them."""

import os
import subprocess
import sys
from pathlib import Path

from tests.gui.overview_figures import AGREEMENT, LEAD

SHOW_ALL_CHARTS = """
import sys, time
from pathlib import Path
from PySide6.QtTest import QTest
from annotator.gui.app import open_window
from annotator.gui.widgets.chart_view import ChartView

path, author, *pages = sys.argv[1:]
window = open_window(Path(path), author)
window.commands["overview"].trigger()
overview = window.workplace.places.overview
end, shown = time.monotonic() + 120, set()
for page in map(int, pages):
    overview.setCurrentIndex(page)
    while overview.reckoning.overview is None or overview.reckoning.is_under_way:
        assert time.monotonic() < end
        QTest.qWait(50)
    views = overview.currentWidget().findChildren(ChartView)
    assert not any(view.grab().isNull() for view in views)
    shown |= {view.objectName() for view in views if view.picture is not None}
print(len(shown), "monthChart" in shown)
print(sorted({"matplotlib", "numpy", "PIL"} & sys.modules.keys()))
window.close()
"""


def test_the_process_of_the_window_imports_nothing_that_draws_charts(
    path: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SHOW_ALL_CHARTS, path, LEAD, "0", str(AGREEMENT)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["10 True", "[]"]
