"""What a lead says of an article is said to its author until put away, in packs too."""

from pathlib import Path

import pytest

from annotator.core.edits import SetState
from annotator.core.model import Comment, Layer, LayerState, Status, Word
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.acts import project_acts
from annotator.workflow.exchange.packs import make_pack
from annotator.workflow.exchange.returns import merge_packs
from annotator.workflow.handing.assigning import give, reassign, send_back, take_away
from annotator.workflow.handing.qualifying import fit_for_test, give_test
from annotator.workflow.people.comments import comments_on, put_away, unheard
from annotator.workflow.project.trash import remove_article, restore_article
from annotator.workflow.projects import find_damage
from tests.workflow.settled_demo import LEAD, done, ready, settle_as, work

NEW = "rania"


@pytest.fixture
def one(demo: Project) -> str:
    """An article that amal has finished."""
    return next(one for one in demo.articles.names() if demo.layers.revision(one, "amal"))


def said(project: Project, article_id: str, author: str) -> list[Comment]:
    layer = project.layers.load(article_id, author)
    return list(unheard(project, layer, comments_on(project, layer)))


def hear(project: Project, article_id: str, author: str) -> None:
    put_away(project, project.layers.load(article_id, author), said(project, article_id, author))


def packed(project: Project, author: str) -> Path:
    out = project.path.with_name(f"{author}.db")
    out.unlink(missing_ok=True)
    make_pack(project, out, author, Quiet())
    return out


def test_what_is_put_away_stays_so_and_for_its_author_alone(demo: Project, one: str) -> None:
    send_back(demo, LEAD, one, "amal", "راجع التواريخ")
    assert said(demo, one, "amal") == [Comment(Word.SENT_BACK, "راجع التواريخ")]
    hear(demo, one, "amal")
    assert said(demo, one, "amal") == []
    with Project.open(demo.path) as again:
        assert said(again, one, "amal") == []
    untouched = list(demo.articles.names())[-1]
    for author in ("amal", "nasser"):
        give(demo, LEAD, [untouched], author, "ها")
    hear(demo, untouched, "amal")
    assert said(demo, untouched, "nasser") == [Comment(Word.COMMENT, "ها")]
    assert list(find_damage(demo.path, Quiet())) == []


def _names(project: Project) -> set[str]:
    return {author.name for author in project.authors.all()}


def test_what_is_sent_back_without_a_comment_is_said_to_be_until_put_away(
    demo: Project, one: str
) -> None:
    number = demo.articles.number_of(one)
    assert number is not None
    send_back(demo, LEAD, one, "amal", " ")
    with Project.open(packed(demo, "amal")) as pack:
        assert [told.word for told in said(pack, one, "amal")] == [Word.SENT_BACK]
    for project in (demo, Project.open(packed(demo, "amal"))):
        with project:
            (row,) = project.articles.rows([number], "amal")
            assert row.word is Word.SENT_BACK
            hear(project, one, "amal")
            assert said(project, one, "amal") == []
            (row,) = project.articles.rows([number], "amal")
            assert row.word is None


def test_what_is_sent_back_again_is_said_again_in_the_same_words_too(
    demo: Project, one: str
) -> None:
    for _ in range(2):
        send_back(demo, LEAD, one, "amal", "مرة أخرى")
        assert said(demo, one, "amal") == [Comment(Word.SENT_BACK, "مرة أخرى")]
        hear(demo, one, "amal")
        assert said(demo, one, "amal") == []
        done(demo, one, "amal", SetState(LayerState(Status.FINISHED)))


def test_a_test_that_is_given_again_is_said_again(demo: Project) -> None:
    settle_as(demo, "amal")
    tests = fit_for_test(demo, demo.articles.names(), "rania")
    give_test(demo, LEAD, tests, "rania")
    for article_id in tests:
        hear(demo, article_id, "rania")
    project_acts.undo(demo, LEAD)
    give_test(demo, LEAD, tests, "rania")
    assert [said(demo, one, "rania") for one in tests] == [[Comment(Word.TEST)]] * len(tests)


def test_the_list_marks_what_waits_to_be_heard_until_it_is_put_away(
    demo: Project, one: str
) -> None:
    def marked(article_id: str, author: str) -> Word | None:
        number = demo.articles.number_of(article_id)
        assert number is not None
        (row,) = demo.articles.rows([number], author)
        return row.word

    settle_as(demo, "amal")
    (tested, *_) = fit_for_test(demo, demo.articles.names(), "rania")
    give_test(demo, LEAD, [tested], "rania")
    untouched = list(demo.articles.names())[-1]
    give(demo, LEAD, [untouched], "amal", "ها")
    send_back(demo, LEAD, one, "amal", "مرة أخرى")
    told = {
        (tested, "rania"): Word.TEST,
        (untouched, "amal"): Word.COMMENT,
        (one, "amal"): Word.SENT_BACK,
    }
    for (article_id, author), word in told.items():
        assert marked(article_id, author) is word
        hear(demo, article_id, author)
        assert marked(article_id, author) is None
    done(demo, one, "amal", SetState(LayerState(Status.FINISHED)))
    send_back(demo, LEAD, one, "amal", "مرة أخرى")
    assert marked(one, "amal") is Word.SENT_BACK


def test_what_is_given_again_is_said_again(demo: Project) -> None:
    untouched = list(demo.articles.names())[-1]
    give(demo, LEAD, [untouched], "amal", "ها")
    hear(demo, untouched, "amal")
    take_away(demo, LEAD, [untouched], "amal")
    give(demo, LEAD, [untouched], "amal", "ها")
    assert said(demo, untouched, "amal") == [Comment(Word.COMMENT, "ها")]
    hear(demo, untouched, "amal")
    reassign(demo, LEAD, [untouched], "amal", "nasser", "ها")
    reassign(demo, LEAD, [untouched], "nasser", "amal", "ها")
    assert said(demo, untouched, "amal") == [Comment(Word.COMMENT, "ها")]


def test_hearing_is_no_act_that_stands_in_the_way_of_undo(demo: Project, one: str) -> None:
    send_back(demo, LEAD, one, "amal", "x")
    hear(demo, one, "amal")
    assert project_acts.undo(demo, LEAD).act == "send back"
    assert demo.layers.load(one, "amal").status is Status.FINISHED


def test_a_comment_reaches_the_author_in_the_pack_and_its_hearing_comes_back(
    demo: Project, one: str
) -> None:
    untouched = list(demo.articles.names())[-1]
    give(demo, LEAD, [one, untouched], "amal", "أولا")
    send_back(demo, LEAD, one, "amal", "راجع")
    path = packed(demo, "amal")
    both = [Comment(Word.SENT_BACK, "راجع"), Comment(Word.COMMENT, "أولا")]
    with Project.open(path) as pack:
        assert said(pack, one, "amal") == both
        assert said(pack, untouched, "amal") == both[1:]
        assert _names(pack) == {"amal"}
        hear(pack, one, "amal")
        assert said(pack, one, "amal") == []
    assert list(find_damage(path, Quiet())) == []
    assert said(demo, one, "amal") == both
    for _ in range(2):
        assert merge_packs(demo, LEAD, [path]).refused == []
        assert said(demo, one, "amal") == []
        assert said(demo, untouched, "amal") == both[1:]
    with Project.open(packed(demo, "amal")) as pack:
        assert said(pack, one, "amal") == []
        assert said(pack, untouched, "amal") == both[1:]


def test_what_was_sent_back_after_the_pack_went_out_is_said_when_it_is_back(
    demo: Project, one: str
) -> None:
    send_back(demo, LEAD, one, "amal", "first")
    path = packed(demo, "amal")
    with Project.open(path) as pack:
        hear(pack, one, "amal")
    done(demo, one, "amal", SetState(LayerState(Status.FINISHED)))
    send_back(demo, LEAD, one, "amal", "second")
    merge_packs(demo, LEAD, [path])
    assert said(demo, one, "amal") == [Comment(Word.SENT_BACK, "second")]


def test_in_a_pack_a_test_is_announced_and_stays_as_it_is_once_finished(demo: Project) -> None:
    settle_as(demo, "amal")
    test = ready(demo)[0]
    give_test(demo, LEAD, [test], NEW)
    with Project.open(packed(demo, NEW)) as pack:
        assert said(pack, test, NEW) == [Comment(Word.TEST)]
        assert _names(pack) == {NEW}
        work(pack, test, NEW)
        assert said(pack, test, NEW) == []
        assert pack.qualifications.all() == [(test, NEW, False)]


def test_an_article_that_is_removed_forgets_what_was_heard(demo: Project, one: str) -> None:
    send_back(demo, LEAD, one, "amal", "x")
    hear(demo, one, "amal")
    article = demo.articles.by_id(one)
    assert article is not None
    remove_article(demo, LEAD, article)
    put_away(demo, Layer(one, "amal"), [Comment(Word.TEST)])
    restore_article(demo, LEAD, one)
    assert said(demo, one, "amal") == [Comment(Word.SENT_BACK, "x")]
