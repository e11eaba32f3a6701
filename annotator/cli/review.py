"""What authors differ on, and what a lead decides."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from annotator.cli.failures import fail_if_refused
from annotator.cli.opening import PATH, json_option, opened, project_argument, the_lead
from annotator.cli.output import counted, file_name, piece, plain_path, say, say_json
from annotator.cli.progress import watched
from annotator.cli.value_text import value_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.conflicts import Option
    from annotator.core.errors import AnnotatorError
    from annotator.core.model import Span
    from annotator.store.project import Project
    from annotator.workflow.review.deciding import Ruling
    from annotator.workflow.review.deciding_lots import DecisionReport
    from annotator.workflow.review.lots import Lot
    from annotator.workflow.review.settling import OpenConflict

_NOTHING = "nothing"


@click.command(epilog="\b\nExample:\n  annotator conflicts north.db --json")
@project_argument
@json_option
def conflicts(project: Path, as_json: bool) -> None:
    """List the open conflicts: where finished layers differ, why, and who says what."""
    from annotator.workflow.review.settling import Reviews

    with opened(project, writable=False) as open_project, watched("Comparing") as progress:
        found = list(Reviews(open_project).conflicts(progress))
    if as_json:
        say_json({"conflicts": [_conflict_json(one) for one in found]})
        return
    for one in found:
        _say_conflict(one)
    say(f"{counted(len(found), 'conflict is', 'conflicts are')} open.")


def _conflict_json(one: "OpenConflict") -> dict[str, object]:
    conflict = one.conflict
    return {
        "id": conflict.id,
        "article": one.article,
        "start": conflict.start,
        "end": conflict.end,
        "cause": one.cause.value,
        "stale": bool(conflict.stale),
        "options": [_option_json(option) for option in conflict.options],
    }


def _option_json(option: "Option") -> dict[str, object]:
    return {
        "authors": list(option.authors),
        "spans": [_span_json(span) for span in option.spans],
    }


def _span_json(span: "Span") -> dict[str, object]:
    told = span.to_json()
    return {key: told[key] for key in ("label", "start", "end", "quote", "value")}


def _say_conflict(one: "OpenConflict") -> None:
    conflict = one.conflict
    stale = ", decided before" if conflict.stale else ""
    place = f"{conflict.start}–{conflict.end}"
    say(f"{conflict.id}  {one.cause.value}{stale}  {piece(one.article)} {place}")
    for option in conflict.options:
        said = ", ".join(map(_said, option.spans))
        say(f"    {', '.join(map(piece, option.authors))}: {said or _NOTHING}")


def _said(span: "Span") -> str:
    said = f"{span.label} {piece(span.quote)}"
    if span.value is not None:
        said += f" = {value_text(span.value, piece)}" + " (proposed)" * span.proposed
    return said


@click.command(
    epilog="\b\nA line of the file:\n"
    '  {"conflict": "ID", "choice": "author:amal", "reason": "see guideline 2"}\n\n'
    "\b\nExample:\n  annotator decide north.db --majority --lead huda\n"
    "  annotator decide north.db --rule clitic --rule quote\n"
    "  annotator decide north.db --from decisions.jsonl"
)
@project_argument
@click.option("--lead", metavar="NAME", help="The lead who decides; need not be said of one.")
@click.option("--accept-single", is_flag=True, help="Accept layers that nobody else has finished.")
@click.option("--majority", is_flag=True, help="Take what more than half of the layers say.")
@click.option(
    "--rule",
    "causes",
    metavar="CAUSE",
    multiple=True,
    help="Take what the guidelines rule for a cause: clitic, article, quote, kind_word or marks;"
    " can be repeated.",
)
@click.option("--from", "file", type=PATH, metavar="FILE.jsonl", help="Take what a file says.")
@json_option
def decide(
    project: Path,
    lead: str | None,
    accept_single: bool,
    majority: bool,
    causes: tuple[str, ...],
    file: Path | None,
    as_json: bool,
) -> None:
    """Settle conflicts as a lead: majorities, rules, what a file says, or layers that stand alone.

    The guidelines take the shorter one where borders differ by a one-letter prefix (clitic), by
    quotes or punctuation (quote), by a kind word or title (kind_word) or by spaces or marks
    (marks), and the longer one where they differ by the article (article).

    In a file, "choice" is author:NAME, majority, all, widest, narrowest, none, or spans, with
    "spans": [{"label", "start", "end", "value"}].  What is done can be taken back in the window.
    """
    if accept_single + majority + bool(causes) + (file is not None) != 1:
        raise click.UsageError("Give one of --accept-single, --majority, --rule and --from.")
    told = file or _lot(causes)
    with opened(project, writable=True) as open_project:
        name = the_lead(open_project, lead, "decides", "--lead")
        refused: list[_Refusal] = []
        waiting = 0
        if accept_single:
            decided, waiting = _accept_singles(open_project, name)
        else:
            decided, refused = _decide(open_project, name, told)
    if as_json:
        path = plain_path(file) if file else None
        why_not = [{"path": path, "line": one.line, "why": str(one.why)} for one in refused]
        of_singles = {"waiting": waiting} if accept_single else {}
        say_json({"decided": decided, **of_singles, "refused": why_not})
    elif decided or not refused:
        say(f"Decided {counted(decided, 'layer' if accept_single else 'conflict')}.")
        if waiting:
            say(f"Not ready yet: {counted(waiting, 'article')} of these; others must finish first.")
    nothing = "" if decided else "{count} were refused; nothing was decided."
    sentences, untold = _told(file, refused)
    fail_if_refused(sentences, nothing, untold)


def _told(file: Path | None, refused: "Sequence[_Refusal]") -> tuple[list[str], int]:
    """Return a sentence for each that was refused, and how many lines go without one.

    Of lines that cannot be read the first tells of all that are wrong in the same way: a file may
    be something else.
    """
    alike = Counter(one.why.template for one in refused if one.is_unreadable)
    told: list[str] = []
    for one in refused:
        where = f"{file_name(file)}:{one.line}: " if file and one.line else ""
        if not one.is_unreadable:
            told.append(f"{where}{one.why}")
        elif count := alike.pop(one.why.template, 0):
            told.append(f"{where}{one.why}{_others(count - 1)}")
    return told, len(refused) - len(told)


def _others(count: int) -> str:
    if not count:
        return ""
    return f" {counted(count, 'more line')} {'is' if count == 1 else 'are'} wrong in the same way."


def _lot(causes: tuple[str, ...]) -> "Lot":
    """Return how conflicts are decided: by their majorities if no cause is named."""
    from annotator.core.causes import Cause
    from annotator.core.precedents import RULES
    from annotator.workflow.review.lots import ByTheRules, Majorities

    known = {cause.value: cause for cause in Cause if cause in RULES}
    for name in causes:
        if name not in known:
            told = ", ".join(known)
            raise click.UsageError(f"The guidelines have no rule for “{name}”, but for {told}.")
    return ByTheRules(frozenset(known[name] for name in causes)) if causes else Majorities()


def _accept_singles(project: "Project", lead: str) -> tuple[int, int]:
    """Return how many layers were accepted, and how many of their articles wait for others."""
    from annotator.workflow.review.accepting import accept_singles, count_unfinished_singles

    waiting = count_unfinished_singles(project)
    with watched("Accepting") as progress:
        return accept_singles(project, lead, progress=progress), waiting


class _Refusal(NamedTuple):
    """What could not be decided, and why."""

    line: int | None
    """Where it stands in the file, if it does in one."""
    why: "AnnotatorError"
    is_unreadable: bool = False
    """Whether the line does not say what is to be decided."""


def _decide(project: "Project", lead: str, told: "Lot | Path") -> tuple[int, list[_Refusal]]:
    """Return how many conflicts a lot or a file decided, and what was refused, by line."""
    from annotator.core.format import Refused
    from annotator.workflow.review.deciding import NotOpen, not_open
    from annotator.workflow.review.deciding_lots import rulings_of
    from annotator.workflow.review.rulings import beside_conflict, read_rulings, without_answer
    from annotator.workflow.review.settling import Reviews

    with watched("Comparing") as progress:
        found = {one.conflict.id: one for one in Reviews(project).conflicts(progress)}
    if not isinstance(told, Path):
        report = _ruled(project, lead, rulings_of(told, found.values()))
        return report.decided, [_Refusal(None, why) for _, why in report.refused]
    refused: list[_Refusal] = []
    rulings: list[tuple[OpenConflict, Ruling]] = []
    lines: dict[str, list[int]] = {}
    for one in read_rulings(told):
        if isinstance(one, Refused):
            refused.append(_Refusal(one.line, one.why, is_unreadable=True))
        elif one.conflict not in found:
            refused.append(_Refusal(one.line, not_open(one.conflict)))
        elif unfit := (
            without_answer(project, found[one.conflict], one.ruling)
            or beside_conflict(found[one.conflict].conflict, one.ruling)
        ):
            refused.append(_Refusal(one.line, unfit))
        else:
            rulings.append((found[one.conflict], one.ruling))
            lines.setdefault(one.conflict, []).append(one.line)
    report = _ruled(project, lead, rulings)
    for conflict in report.done:
        # What came before the line that decided it was refused for itself, what came after
        # because it is decided.
        of_it = [why for told, why in report.refused if told == conflict]
        before = [why for why in of_it if not isinstance(why, NotOpen)]
        del lines[conflict][len(before)]
    refused += [_Refusal(lines[conflict].pop(0), why) for conflict, why in report.refused]
    return report.decided, sorted(refused, key=lambda one: one.line or 0)


def _ruled(
    project: "Project", lead: str, rulings: "Sequence[tuple[OpenConflict, Ruling]]"
) -> "DecisionReport":
    from annotator.workflow.review.deciding_lots import rule_all

    with watched("Deciding") as progress:
        return rule_all(project, lead, rulings, progress)
