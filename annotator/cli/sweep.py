"""Strings that gold does not mark alike everywhere, or that mean different things."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.opening import json_option, opened, project_argument
from annotator.cli.output import counted, piece, say, say_json
from annotator.cli.progress import watched
from annotator.cli.value_text import value_text

if TYPE_CHECKING:
    from annotator.core.progress import Progress
    from annotator.core.swept import Listed, Spot, Swept
    from annotator.store.project import Project


@click.command(
    epilog="\b\nExample:\n  annotator sweep north.db --label base\n"
    "  annotator sweep north.db --share 80 --times 5 --json"
)
@project_argument
@click.option("--label", metavar="NAME", help="Only strings that usually carry that label.")
@click.option(
    *("--share", "percent"),
    type=click.IntRange(1, 100),
    default=60,
    show_default=True,
    help="In how many percent of its places a string is marked alike, at least.",
)
@click.option(
    "--times",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    help="How often it is marked alike, at least.",
)
@click.option("--ready", "ready_only", is_flag=True, help="Only gold of articles that are ready.")
@json_option
def sweep(
    project: Path, label: str | None, percent: int, times: int, ready_only: bool, as_json: bool
) -> None:
    """List strings that gold marks in most places, and leaves bare or marks otherwise in others.

    Listed apart are strings that carry one label and mostly mean the same, and something else in
    other places: another entry, another number.  Dates that are told from the day on which their
    article was published are not compared.

    Gold is taken as it stands, of all articles that somebody has finished, ready or not; places
    in open conflicts do not count.
    """
    with opened(project, writable=False) as open_project, watched("Reading") as progress:
        asked = percent / 100, times, label
        found, names = _found(open_project, *asked, progress, ready_only=ready_only)
    marked = [one for one in found.listed if not one.values]
    meant = [one for one in found.listed if one.values]
    if as_json:
        say_json(
            {
                "strings": [_string_json(one, names) for one in marked],
                "values": [_meaning_json(one, names) for one in meant],
            }
        )
        return
    for one in marked:
        _say_string(one, names)
    for one in meant:
        _say_meaning(one, names)
    say(f"{counted(len(marked), 'string is', 'strings are')} not marked alike everywhere.")
    say(f"{counted(len(meant), 'string does', 'strings do')} not mean the same everywhere.")
    if found.places_decided:
        places = counted(found.places_decided, "place was", "places were")
        say(f"{places} decided by a lead and left out.")


def _found(
    project: "Project",
    share: float,
    times: int,
    label: str | None,
    progress: "Progress",
    *,
    ready_only: bool,
) -> "tuple[Swept, dict[str, str]]":
    """Return the strings, and the names of all articles by their ids."""
    from annotator.core.swept import Asked
    from annotator.workflow.review.consistency import Sweep

    with project.reading():
        if label is not None:
            project.labels.load()[label]  # one that is not there is refused by name
        sweep = Sweep(project)
        sweep.news(progress)
        found = sweep.swept(share, times, ready_only=ready_only)
        return found.within(Asked(label=label)), project.articles.names()


def _string_json(one: "Listed", names: Mapping[str, str]) -> dict[str, object]:
    return {
        "words": one.words,
        "marked": dict(one.marked),
        "bare": one.bare,
        "borders": one.borders,
        "places": [
            {"article": names[spot.article_id], "start": start, "end": end, "label": label}
            for spot in one.spots
            for start, end, label in _places(spot)
        ],
    }


def _places(spot: "Spot") -> Iterator[tuple[int, int, str | None]]:
    """Yield what stands in a place, or the place where nothing does."""
    if not spot.spans:
        yield spot.start, spot.end, None
    yield from spot.spans


def _say_string(one: "Listed", names: Mapping[str, str]) -> None:
    counts = [f"{count:,} {label}" for label, count in one.marked.items()]
    counts += [f"{one.bare:,} bare"] if one.bare else []
    counts += [f"{one.borders:,} with other borders"] if one.borders else []
    say(f"{piece(one.words)}: {', '.join(counts)}")
    for spot in one.spots[: one.exceptions]:
        said = ", ".join(_said(spot, *place) for place in spot.spans)
        place = f"{spot.start}–{spot.end}"
        say(f"    {piece(names[spot.article_id])} {place}: {said or 'bare'}")


def _said(spot: "Spot", start: int, end: int, label: str) -> str:
    is_there = (start, end) == (spot.start, spot.end)
    return label if is_there else f"{label} {start}–{end}"


def _meaning_json(one: "Listed", names: Mapping[str, str]) -> dict[str, object]:
    from annotator.core.values import value_to_json

    return {
        "words": one.words,
        "label": one.label,
        "values": [{"value": value_to_json(value), "count": count} for value, count in one.values],
        "places": [
            {
                "article": names[spot.article_id],
                "start": spot.start,
                "end": spot.end,
                "value": value_to_json(spot.value),
            }
            for spot in one.spots
        ],
    }


def _say_meaning(one: "Listed", names: Mapping[str, str]) -> None:
    counts = (f"{count:,} × {value_text(value, piece)}" for value, count in one.values)
    say(f"{piece(one.words)}, {piece(one.label)}: {', '.join(counts)}")
    for spot in one.spots[: one.exceptions]:
        place = f"{spot.start}–{spot.end}"
        say(f"    {piece(names[spot.article_id])} {place}: {value_text(spot.value, piece)}")
