"""The card of a release: gathered from the released articles, written as a page with pictures."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from annotator import __version__
from annotator.arabic import ARABIC
from annotator.core.blind import blind_name
from annotator.core.card import Card, Contents
from annotator.core.guidelines import line_about
from annotator.core.intervals import Bootstrap
from annotator.core.losses import Loss
from annotator.core.manifest import CARD
from annotator.core.model import GOLD, Article, Layer, now
from annotator.core.overview import Overview, blinded, letters_of
from annotator.core.progress import Progress
from annotator.core.release import Order
from annotator.formats import FORMATS
from annotator.reports.card import card_sections
from annotator.reports.drawing import draw
from annotator.reports.looks import LIGHT
from annotator.reports.markdown import markdown
from annotator.reports.parts import Chart
from annotator.reports.shown import name
from annotator.reports.words import Words
from annotator.store.project import Project
from annotator.workflow.datasets.release_plan import ReleasePlan
from annotator.workflow.exchange.packs import secret_of
from annotator.workflow.figures.agreement import project_agreement
from annotator.workflow.figures.overview import Overviews
from annotator.workflow.project.guidelines import guidelines
from annotator.workflow.review.settling import Derived

PROGRAM = f"Annotator {__version__}"
_DAY = len("2026-02-23")


class Gathering:
    """Counts what is in the released articles, one after the other."""

    def __init__(self) -> None:
        self.contents = Contents()

    def take(self, article: Article, layer: Layer) -> None:
        """Count an article with the spans that are released of it."""
        contents = self.contents
        contents.outlets[article.outlet] += 1
        if article.published:
            contents.published.append(article.published[:_DAY])
        contents.characters += len(article.text)
        contents.words += _count_words(article.text)
        for span in layer:
            lengths = contents.lengths.setdefault(span.label, Counter())
            lengths[max(1, _count_words(span.quote))] += 1

    def take_settled(self, derived: Derived) -> None:
        """Count how an article of gold was settled."""
        self.contents.single += derived.state.finished == 1
        for decision in derived.state.standing:
            self.contents.choices[decision.choice] += 1
            self.contents.gaps += decision.gap


def _count_words(text: str) -> int:
    return sum(1 for _ in ARABIC.words(text))


def blind_overview(project: Project, layer: str, progress: Progress) -> tuple[Overview, str]:
    """Return how far authors agree, who are letters in it, and what ``layer`` is called there."""
    found = next(Overviews(project).stages(None))
    agreement = project_agreement(project, bootstrap=Bootstrap(), progress=progress)
    found, secret = replace(found, agreement=agreement), secret_of(project)
    letters = letters_of(found, secret)
    # A machine is not among those who are told of, nor is who worked on tests alone.
    letter = GOLD if layer == GOLD else letters.get(layer, blind_name(len(letters)))
    return blinded(found, secret), letter


def card_of(
    project: Project,
    order: Order,
    plan: ReleasePlan,
    contents: Contents,
    losses: Mapping[str, Sequence[Loss]],
    judged: Mapping[str, int] | None,
    overview: Overview,
    letter: str,
) -> Card:
    """Return what the card tells of a release; see ``blind_overview`` for the last two."""
    page = guidelines(project, "en")
    return Card(
        order=order,
        day=now()[:_DAY],
        program=PROGRAM,
        layer=letter,
        guidelines=page.version,
        rules={label.name: line_about(label, page.text) for label in overview.labels},
        contents=contents,
        figures=plan.figures,
        overview=overview,
        waits=Counter(wait for waits in plan.not_ready.values() for wait in waits),
        bridging=len(plan.bridging),
        moved=len(plan.moved),
        stayed=plan.stayed,
        together=len(plan.together),
        out_of_time=plan.out_of_time,
        parted_outlets=plan.parted_outlets,
        near_duplicates=plan.same_story,
        highest=plan.highest,
        most_within=plan.most_within,
        losses=losses,
        has_tokens=any(FORMATS[name].has_tokens for name in order.formats),
        judged=judged,
    )


def write_card(folder: Path, card: Card) -> None:
    """Write the card in English, with its pictures beside it."""
    words = Words("en")

    def picture(chart: Chart) -> str:
        file = folder / f"{chart.name}.png"
        file.write_bytes(draw(chart, words, LIGHT, "png", scale=2).data)
        return file.name

    sections = card_sections(card, words, LIGHT)
    pieces = markdown(
        name(card.order.name), sections, words.say("dash"), picture, is_rtl=words.is_rtl
    )
    with (folder / CARD).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)
