"""When an article was published: guessed from its head, asked for once, told as people write."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.details import Details
from annotator.core.errors import InvalidValue
from annotator.core.model import Article
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.acts.details import edit_details
from annotator.workflow.acts.publishing import ask_no_more, is_to_be_asked, likely_day
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import ensure_author
from annotator.workflow.projects import init


class Desk:
    """A project into which articles are brought, and who works on it."""

    def __init__(self, project: Project, folder: Path) -> None:
        self.project, self.folder = project, folder
        ensure_author(project, "noor")

    def article(self, text: str, name: str = "a.txt") -> Article:
        file = self.folder / name
        file.write_text(text, "utf-8")
        report = import_files(self.project, [file], Quiet())
        assert report.refused == []
        (article,) = self.project.articles.each()
        return article

    def tell(self, article: Article, **told: object) -> str | None:
        layer = self.project.layers.load(article.id, "noor")
        edit_details(self.project, article, layer, replace(Details.of(article), **told))
        found = self.project.articles.by_id(article.id)
        assert found is not None
        return found.published


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    init(tmp_path / "p.annotator")
    with Project.open(tmp_path / "p.annotator") as project:
        yield Desk(project, tmp_path)


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("2026-02-23 - عنوان\nنص", "2026-02-23"),
        ("عنوان\n2026-02-23\nنص", "2026-02-23"),
        ("عنوان\n\nRT\n\n23/2/2026\nنص", "2026-02-23"),
        ("عنوان\nالاثنين ٢٣ شباط ٢٠٢٦\nنص", "2026-02-23"),
        ("عنوان\n[2026-02-23 10:15]\nنص", "2026-02-23"),
        ("عنوان\nتاريخ: 2026-02-23\nنص", "2026-02-23"),
        ("الدوحة - 23 شباط 2026\nنص", "2026-02-23"),
        ("دمشق (وكالات) 14 مارس 2026 — قال مسؤولون\nنص", "2026-03-14"),
        ("عنوان\nنشر في ١٧ شوال ١٤٤٧\nنص", "2026-04-05"),
        ("عنوان\nالدوحة - 32 شباط 2026\nنص", None),
        ("قصف دمشق في 23 شباط 2026\nنص", None),
        ("عنوان\nنص\nنص\n2026-02-23\nنص", None),
        ("عنوان\nغادر الجنود في 2026-02-23 القاعدة\nنص", None),
        ("عنوان\n2026-02-23 غادر الجنود القاعدة\nنص", None),
        ("عنوان\n23 شباط\nنص", None),
        ("عنوان\n2096-02-23\nنص", None),
        ("1500-02-23 - عنوان\nنص", None),
        ("2026-02-23 - " + "غادر الجنود القاعدة " * 30, "2026-02-23"),
        ("كلمة " * 37 + "دمشق - 23 شباط 2026\nنص", None),
        ("عنوان\nآخر تحديث: 24 شباط 2026\nنُشر في 23 شباط 2026، الساعة 9:00", "2026-02-23"),
        ("عنوان\nتاريخ الميلاد: 12/5/1970\nنص", None),
        ("معركة ميسلون - 24 يوليو 1920\nنص", None),
        ("عنوان\nنشرت في 12 مايو 2025 قوات إضافية\nنص", None),
    ],
)
def test_a_day_that_heads_the_text_or_stands_alone_near_it_is_likely(
    desk: Desk, text: str, likely: str | None
) -> None:
    article = desk.article(text)
    assert likely_day(article) == likely
    assert article.published is None


def test_a_text_without_lines_is_looked_at_too(desk: Desk) -> None:
    assert likely_day(desk.article("نص " * 100_000)) is None


@pytest.mark.parametrize("written", ["23/2/2026", "٢٣ شباط ٢٠٢٦", " 2026-02-23 "])
def test_a_day_is_told_as_people_write_it(desk: Desk, written: str) -> None:
    article = desk.article("عنوان\nنص")
    assert desk.tell(article, published=written) == "2026-02-23"


@pytest.mark.parametrize("written", ["gestern", "23/2/2096", "23/2/1702", "٢٠٢٦"])
def test_a_slip_is_refused_and_changes_nothing(desk: Desk, written: str) -> None:
    article = desk.article("عنوان\nنص")
    with pytest.raises(InvalidValue):
        desk.tell(article, published=written, title="آخر")
    assert desk.project.articles.by_id(article.id) == article


@pytest.mark.parametrize("day", ["1702-02-23", "2096-02-23"])
def test_a_day_that_a_file_gives_is_kept_whatever_else_is_told(desk: Desk, day: str) -> None:
    article = desk.article("عنوان\nنص", f"{day}-x.txt")
    assert article.published == day
    assert desk.tell(article, title="آخر") == day
    assert desk.tell(article, title="آخر", published=None) is None


def test_who_cannot_tell_is_asked_once(desk: Desk) -> None:
    article = desk.article("عنوان\nنص")
    assert is_to_be_asked(desk.project, article)
    assert ask_no_more(desk.project, article)
    assert not ask_no_more(desk.project, article)
    assert not is_to_be_asked(desk.project, article)
