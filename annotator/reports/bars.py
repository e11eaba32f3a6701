"""The bars of a chart, put on the axes of matplotlib, with the figures beside or in them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from annotator.reports.looks import Look
from annotator.reports.parts import Bar, Chart, Series
from annotator.reports.pictures import Area, DrawnBar
from annotator.reports.words import Words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.patches import Rectangle

SIZE: Final = 9.5
"""Of names, in points."""
_FAINT: Final = 0.45
_LEAST: Final = 0.045
"""The share of the axis that a part of a bar needs for its figure to be written in it."""


class Bars:
    """Puts the bars of one chart on its axes."""

    def __init__(self, chart: Chart, axes: "Axes", words: Words, look: Look) -> None:
        self._chart = chart
        self._axes = axes
        self._look = look
        self._is_rtl = words.is_rtl
        self._drawn: list[tuple[Rectangle, Bar, str]] = []
        self._most = max((sum(bar.value for bar in row if bar) for row in self._rows()), default=0)

    def _rows(self) -> Iterator[tuple[Bar | None, ...]]:
        return zip(*(series.bars for series in self._chart.series), strict=True)

    def draw(self) -> None:
        """Draw them, category by category."""
        for place, row in enumerate(self._rows()):
            reached = 0.0
            for number, (bar, series) in enumerate(zip(row, self._chart.series, strict=True)):
                if bar is None or (self._chart.is_stacked and not bar.value):
                    continue
                self._put(place, number, bar, series, reached)
                reached += bar.value if self._chart.is_stacked else 0

    def _put(self, place: int, number: int, bar: Bar, series: Series, reached: float) -> None:
        colour = shade(bar.colour or series.colour, series, self._look)
        thick, at = 0.72, float(place)
        if not self._chart.is_stacked:
            each = 0.78 / len(self._chart.series)
            thick, at = each * 0.92, place - 0.39 + each * (number + 0.5)
        if self._chart.is_upright:
            drawn = self._axes.bar(at, bar.value, thick, bottom=reached, color=colour, linewidth=0)
        else:
            drawn = self._axes.barh(at, bar.value, thick, left=reached, color=colour, linewidth=0)
        self._drawn.append((drawn[0], bar, colour))
        if self._chart.is_upright:
            return
        if not self._chart.is_stacked:
            self._write_beside(at, bar)
        elif bar.value >= _LEAST * self._most:
            self._write_within(at, reached, bar, _readable_on(colour))

    def _write_within(self, at: float, reached: float, bar: Bar, colour: str) -> None:
        self._axes.text(
            reached + bar.value / 2,
            at,
            bar.shown,
            ha="center",
            va="center",
            color=colour,
            size=SIZE - 1,
        )

    def _write_beside(self, at: float, bar: Bar) -> None:
        """Write a figure beyond its bar, and beyond the interval in which it lies."""
        end = bar.value
        if bar.interval is not None:
            end = max(end, bar.interval[1])
            self._draw_interval(at, bar.interval)
        self._axes.annotate(
            bar.shown,
            (end, at),
            xytext=(-5 if self._is_rtl else 5, 0),
            textcoords="offset points",
            ha="right" if self._is_rtl else "left",
            va="center",
            color=self._look.text,
            size=SIZE - 1,
            annotation_clip=False,
        )

    def _draw_interval(self, at: float, interval: tuple[float, float]) -> None:
        """Draw an interval over all bars; its rim parts it from those that are as dark as it."""
        from matplotlib.patheffects import withStroke

        (line,) = self._axes.plot(interval, (at, at), color=self._look.text, linewidth=1.3)
        line.set(marker="|", markersize=7, markeredgewidth=1.3, solid_capstyle="butt", zorder=4)
        line.set_path_effects([withStroke(linewidth=3.6, foreground=self._look.background)])

    def placed(self) -> Iterator[DrawnBar]:
        """Yield where each bar is, once the picture is drawn, category by category."""
        whole = self._axes.figure.bbox
        for patch, bar, colour in self._drawn:
            box = patch.get_window_extent()
            # Numbers of numpy would have it imported by whoever is handed the picture.
            area = Area(
                float(box.x0 / whole.width),
                float(1 - box.y1 / whole.height),
                float(box.x1 / whole.width),
                float(1 - box.y0 / whole.height),
            )
            yield DrawnBar(area, bar.told, bar.behind, colour)


def shade(colour: str, series: Series, look: Look) -> str:
    """Return the colour as it is seen: a faint one lets the background through."""
    if not series.is_faint:
        return colour
    parts = zip(_parts(colour), _parts(look.background), strict=True)
    return "#" + "".join(
        f"{round(_FAINT * one + (1 - _FAINT) * other):02x}" for one, other in parts
    )


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _readable_on(colour: str) -> str:
    red, green, blue = _parts(colour)
    return "#101114" if 0.299 * red + 0.587 * green + 0.114 * blue > 140 else "#ffffff"
