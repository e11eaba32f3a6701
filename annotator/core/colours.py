"""Colours that people tell apart, also those who lack one of the three kinds of cones."""

from collections.abc import Iterable, Sequence
from math import dist

Rgb = tuple[float, float, float]

_CHOICE = (
    *("#1565c0", "#2e7d32", "#c62828", "#b26a00", "#7b1fa2", "#00838f", "#ad1457", "#5d4037"),
    *("#9e9d24", "#37474f", "#ef6c00", "#4fc3f7", "#f06292", "#9575cd", "#66bb6a", "#a1887f"),
)
# https://doi.org/10.1109/TVCG.2009.113 (Machado, Oliveira, Fernandes), severity 1, linear RGB.
_EYES: tuple[tuple[Rgb, Rgb, Rgb], ...] = (
    ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
)
"""How linear RGB looks to most people, and without red, green, blue cones."""
# https://bottosson.github.io/posts/oklab/
_TO_CONES: tuple[Rgb, Rgb, Rgb] = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_OKLAB: tuple[Rgb, Rgb, Rgb] = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def free_colour(taken: Iterable[str]) -> str:
    """Return the ``#rrggbb`` of our choice that is told best from those ``taken``."""
    others = list(taken)
    return max(_CHOICE, key=lambda colour: min((distance(colour, o) for o in others), default=9))


def distance(one: str, other: str) -> float:
    """Return how far two ``#rrggbb`` are apart for those who tell them apart least.

    It counts in OKLab, where 0 is the same colour and black is 1 from white.
    """
    return min(dist(_seen(one, eye), _seen(other, eye)) for eye in _EYES)


def _seen(colour: str, eye: Sequence[Rgb]) -> Rgb:
    light = _times(eye, _linear(colour))
    cones = _times(_TO_CONES, (max(light[0], 0), max(light[1], 0), max(light[2], 0)))
    return _times(_TO_OKLAB, (cones[0] ** (1 / 3), cones[1] ** (1 / 3), cones[2] ** (1 / 3)))


def _linear(colour: str) -> Rgb:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return red, green, blue


def _times(matrix: Sequence[Rgb], vector: Rgb) -> Rgb:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three
