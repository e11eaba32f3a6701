"""Charts as pictures, each with a map of its bars; with matplotlib.

matplotlib is imported when the first chart is drawn: that takes a second.  From version 3.11 on it
joins Arabic letters and orders mixed lines by itself (libraqm), so that no text is reshaped here.
"""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from importlib.resources import as_file
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from annotator.paths import resources
from annotator.reports.bars import SIZE, Bars, shade
from annotator.reports.looks import Look
from annotator.reports.parts import MOST_ROWS, Chart
from annotator.reports.pictures import Picture
from annotator.reports.words import Words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Form: TypeAlias = Literal["png", "svg"]

WIDTH: Final = 640
"""Pixels, before ``scale``; so are all measures here."""
_ROW: Final = 26
_PART: Final = 18
"""The height of one of several bars of a row."""
_UPRIGHT: Final = 220
_AROUND: Final = 40
"""For the axis."""
_LEGEND: Final = 26
_KEY: Final = 40
_LETTER: Final = 6
"""The width of a colour in the legend with the room around it, and of a letter of its name."""
_TITLE: Final = 48
_LONGEST: Final = 30
"""How much of a name stands beside its bar."""
_MOST_TICKS: Final = 8
_PER_INCH: Final = 100


def draw(
    chart: Chart,
    words: Words,
    look: Look,
    form: Form = "png",
    scale: float = 1,
    *,
    is_titled: bool = False,
) -> Picture:
    """Return ``chart`` as a picture; the same chart is the same picture, to the byte.

    With ``is_titled`` its title, and what is to be known of it, stand above the bars: for a picture
    that goes by itself.
    """
    chart = _cut(chart)
    width, height = WIDTH, height_of(chart) + _TITLE * is_titled
    with _settings(look):
        figure = _figure(width, height, look)
        axes = figure.add_subplot()
        bars = Bars(chart, axes, words, look)
        bars.draw()
        _dress(figure, axes, chart, words, look)
        if is_titled:
            figure.suptitle(f"{chart.title}\n{chart.about}", fontsize=SIZE, color=look.text)
        data = BytesIO()
        metadata: dict[str, Any] = {"Date": None} if form == "svg" else {}
        metadata |= {"Creator" if form == "svg" else "Software": None}
        figure.savefig(data, format=form, dpi=_PER_INCH * scale, metadata=metadata)
        placed = tuple(bars.placed())
    return Picture(data.getvalue(), width, height, placed)


def _cut(chart: Chart) -> Chart:
    """Return the chart with as many categories as can be taken in."""
    if not chart.is_cut:
        return chart
    series = (replace(one, bars=one.bars[:MOST_ROWS]) for one in chart.series)
    return replace(chart, categories=chart.categories[:MOST_ROWS], series=tuple(series))


def height_of(chart: Chart) -> int:
    """Return how high a chart is drawn; the place for it can be kept."""
    chart = _cut(chart)
    if chart.is_upright:
        return _UPRIGHT
    side_by_side = 1 if chart.is_stacked else len(chart.series)
    row = max(_ROW, 8 + _PART * side_by_side)
    return _AROUND + row * len(chart.categories) + _LEGEND * _legend_rows(chart)


def _legend_rows(chart: Chart) -> int:
    return -(-len(chart.series) // _legend_columns(chart)) if len(chart.series) > 1 else 0


def _legend_columns(chart: Chart) -> int:
    """Return how many names of series fit beside each other."""
    longest = min(_LONGEST, max(len(one.name) for one in chart.series))
    return max(1, min(len(chart.series), 5, WIDTH // (_KEY + _LETTER * longest)))


# -- all around them


def _figure(width: int, height: int, look: Look) -> "Figure":
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    return Figure(
        figsize=(width / _PER_INCH, height / _PER_INCH),
        dpi=_PER_INCH,
        facecolor=look.background,
        layout=ConstrainedLayoutEngine(w_pad=0.06, h_pad=0.05),
    )


def _dress(figure: "Figure", axes: "Axes", chart: Chart, words: Words, look: Look) -> None:
    """Draw axes, names and legend; in Arabic from right to left."""
    from matplotlib.ticker import MaxNLocator

    names = [_shortened(one, words) for one in chart.categories]
    places = range(len(names))
    if chart.is_upright:
        slots = max(len(names), _MOST_TICKS)
        every = -(-slots // _MOST_TICKS)
        axes.set_xticks(list(places)[::every], names[::every])
        axes.set_xlim(-0.6, slots - 0.4)
        axes.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True))
    else:
        axes.set_yticks(list(places), names)
        axes.set_ylim(len(names) - 0.4, -0.6)
        room = 1.0 if chart.is_stacked else 1.1
        axes.set_xlim(0, 1.12 if chart.is_share else room * max(axes.dataLim.x1, 1e-9))
        if chart.is_share:
            axes.set_xticks([0, 0.2, 0.4, 0.6, 0.8, 1])
        else:
            are_counts = all(bar.value % 1 == 0 for one in chart.series for bar in one.bars if bar)
            axes.xaxis.set_major_locator(MaxNLocator(nbins=6, integer=are_counts))
    if words.is_rtl:
        axes.invert_xaxis()
        axes.yaxis.tick_right()
    _draw_lines(axes, chart, words, look)
    if len(chart.series) > 1:
        _explain(figure, chart, words, look)


def _draw_lines(axes: "Axes", chart: Chart, words: Words, look: Look) -> None:
    from matplotlib.ticker import FuncFormatter

    counted = axes.yaxis if chart.is_upright else axes.xaxis
    if not chart.is_share:
        counted.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,g}"))
    counted.grid(visible=True, color=look.muted, alpha=0.25, linewidth=0.7)
    axes.set_axisbelow(True)
    axes.tick_params(length=0, labelsize=SIZE, labelcolor=look.text)
    counted.set_tick_params(labelcolor=look.muted, labelsize=SIZE - 1)
    axes.set_facecolor(look.background)
    for side, spine in axes.spines.items():
        is_base = side == ("bottom" if chart.is_upright else "right" if words.is_rtl else "left")
        spine.set_visible(is_base)
        spine.set_color(look.muted)


def _explain(figure: "Figure", chart: Chart, words: Words, look: Look) -> None:
    """Say which colour is what; the first at the side where reading begins."""
    from matplotlib.patches import Patch

    shown = [
        Patch(
            color=shade(series.colour, series, look),
            linewidth=0,
            label=_shortened(series.name, words),
        )
        for series in chart.series
    ]
    figure.legend(
        handles=shown[::-1] if words.is_rtl else shown,
        loc="outside lower center",
        ncols=_legend_columns(chart),
        frameon=False,
        fontsize=SIZE - 0.5,
        labelcolor=look.text,
        markerfirst=not words.is_rtl,
        handlelength=1,
        handleheight=1,
        borderaxespad=0,
        borderpad=0.1,
    )


def _shortened(typed: str, words: Words) -> str:
    """Return a name as it stands beside its bar, in the direction of the language."""
    bare = typed.strip("\u2066\u2068\u2069")
    if len(bare) > _LONGEST:
        typed = f"\u2068{bare[: _LONGEST - 1]}…\u2069"
    return ("\u200f" if words.is_rtl else "\u200e") + typed


# -- matplotlib itself


@contextmanager
def _settings(look: Look) -> Iterator[None]:
    """Draw alike everywhere, whatever its user has set up."""
    import matplotlib as mpl

    _register_font()
    ours: Any = {
        # What neither font has is drawn as a box, without a word: a name may be in any script.
        "font.family": ["Noto Naskh Arabic", "DejaVu Sans"],
        "font.size": SIZE,
        "text.parse_math": False,
        "svg.hashsalt": "annotator",
        "svg.fonttype": "path",
        "axes.unicode_minus": False,
        "savefig.facecolor": look.background,
    }
    with mpl.rc_context(), warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        mpl.rcdefaults()
        mpl.rcParams.update(ours)
        yield


@cache
def _register_font() -> None:
    from matplotlib.font_manager import fontManager

    # It tells of fonts that it looks for, and of letters that none of them has.
    logging.getLogger("matplotlib").setLevel(logging.CRITICAL)
    with as_file(resources() / "fonts" / "NotoNaskhArabic-Regular.ttf") as path:
        fontManager.addfont(path)
