"""The colours of charts: those of the window that shows them, or of a page."""

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.core.labels import LabelSet
from annotator.core.model import Status


@dataclass(frozen=True)
class Look:
    """How charts look."""

    background: str
    text: str
    muted: str
    """Axes and lines."""
    accent: str
    second: str
    """Beside ``accent``, for a second series."""
    statuses: Mapping[Status, str]
    authors: tuple[str, ...]
    """One after the other; they begin anew when there are more authors."""
    is_dark: bool = False
    shades: Mapping[str, str] = field(default_factory=dict)
    """The shade of each label's colour that is seen on the background."""

    def label(self, labels: LabelSet, name: str) -> str:
        """Return the colour of a label; of one that is not known that of axes."""
        if name not in labels:
            return self.muted
        colour = labels[name].colour
        return self.shades.get(colour) or (_lit(colour) if self.is_dark else colour)

    def author(self, number: int) -> str:
        """Return the colour of the author of that number."""
        return self.authors[number % len(self.authors)]


LIGHT = Look(
    background="#ffffff",
    text="#1f2328",
    muted="#6b7280",
    accent="#0b57d0",
    second="#8ab4f8",
    statuses={
        Status.NEW: "#b8bec7",
        Status.IN_PROGRESS: "#e0a100",
        Status.FINISHED: "#2e7d32",
        Status.SET_ASIDE: "#8e3ba6",
    },
    # https://jfly.uni-koeln.de/color/ (Okabe and Ito): told apart also without one kind of cones.
    authors=(
        "#0072b2",
        "#e69f00",
        "#009e73",
        "#cc79a7",
        "#56b4e9",
        "#d55e00",
        "#8a7a00",
        "#555b66",
    ),
)
DARK = Look(
    background="#1e1f22",
    text="#eceef1",
    muted="#9aa0a8",
    accent="#7cacf8",
    second="#3f66a3",
    statuses={
        Status.NEW: "#6a707a",
        Status.IN_PROGRESS: "#e8b84a",
        Status.FINISHED: "#6fbf73",
        Status.SET_ASIDE: "#c58ad6",
    },
    authors=(
        "#56b4e9",
        "#e69f00",
        "#33c296",
        "#e5a3c8",
        "#8fcdf2",
        "#f08a4b",
        "#f0e442",
        "#b4bac4",
    ),
    is_dark=True,
)


def _lit(colour: str) -> str:
    """Return a shade of ``#rrggbb`` that is seen on a dark ground."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
    lit = colorsys.hls_to_rgb(hue, 0.66, min(saturation, 0.9))
    return "#" + "".join(f"{round(255 * part):02x}" for part in lit)
