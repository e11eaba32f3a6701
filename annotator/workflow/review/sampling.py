"""A random sample of what all authors of an article agree on, to see how much of it is wrong."""

from collections import Counter
from collections.abc import Iterator

from annotator.core.model import Status, now
from annotator.core.progress import Progress, Quiet
from annotator.core.samples import Sample, Sampled, draw
from annotator.store.project import Project
from annotator.workflow.people.authors import refuse_unless_lead
from annotator.workflow.people.counting import counting
from annotator.workflow.review.settling import derived

_QUIET = Quiet()


def draw_sample(project: Project, count: int, seed: int, progress: Progress = _QUIET) -> Sample:
    """Return a sample of ``count`` agreed spans, or all, drawn by ``seed``.

    What a lead has put is none.  They come from articles that two authors or more have finished:
    one alone agrees with nobody.
    """
    with project.reading():
        agreed = list(_agreed(project, progress))
    return Sample(draw(agreed, count, seed), seed, len(agreed))


def keep_sample(project: Project, lead: str, sample: Sample) -> None:
    """Keep in the project what a lead has found in a sample, for all to see; no act.

    Raises:
        RefusedAct: if ``lead`` is none.
    """
    found = sample.result(lead, now())
    if found is not None:
        with project.writing():
            refuse_unless_lead(project, lead)
            project.samples.keep(found)


def _agreed(project: Project, progress: Progress) -> Iterator[Sampled]:
    counts = counting(project)
    finished = Counter(
        article_id
        for article_id, author, _, status in project.layers.states()
        if status is Status.FINISHED and counts.counts(article_id, author)
    )
    wanted = [article_id for article_id, count in finished.items() if count > 1]
    for done, one in enumerate(derived(project, wanted), start=1):
        put = {span.place for decision in one.state.standing for span in decision.outcome}
        number = project.articles.number_of(one.article.id) or 0
        for span in one.state.gold:
            if span.place not in put:
                yield Sampled(one.article.id, number, span)
        progress.advance(done, len(wanted))
