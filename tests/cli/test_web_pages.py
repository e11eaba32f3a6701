"""Saved pages of newspapers, brought in by the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.core.format import ReadingOptions
from annotator.core.model import Article
from annotator.formats import FORMATS
from annotator.store.project import Project
from tests.growth import grows_evenly

Run = Callable[..., Any]
FIRST = "غادر رتل من القوات قاعدة «قسرك» صباح الثلاثاء 24 شباط/فبراير، بحسب ما أفاد به مراسلنا."
SECOND = "\u200fوقال المتحدث إن ٦٠٠\xa0جندي سيغادرون خلال الأسابيع المقبلة، وأنّها تجري تباعاً.\u200f"
THIRD = "وأضاف المصدر أن نحو 40% من العتاد نُقل عبر المعبر & ما يزال الباقي في المستودعات."
SURROUNDINGS = (
    *("الرئيسية", "شارك على فيسبوك", "اشترك الآن", "اقرأ أيضاً", "التعليقات", "الحقوق محفوظة"),
    *("alert(", "color: red", "ملفات تعريف الارتباط"),
)
NAVIGATION = (
    '<header><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">سياسة</a></li></ul></nav>'
    "</header>"
)
SHARING = '<div class="share"><a href="#">شارك على فيسبوك</a> <button>انسخ</button></div>'
ADVERT = '<div class="advert"><p>اشترك الآن في خدمتنا واحصل على خصم كبير لمدة محدودة جداً.</p></div>'
RELATED = (
    '<aside class="related"><h3>اقرأ أيضاً</h3><ul><li><a href="/a">وصول قافلة مساعدات إلى المدينة'
    " بعد توقف دام شهرين</a></li></ul></aside>"
)
COMMENTS = (
    '<section id="comments" class="comments"><h3>التعليقات</h3><p>خبر مهم جداً شكراً لكم على'
    " المتابعة المستمرة لهذا الموضوع.</p></section>"
)
FOOTER = (
    "<footer><p>جميع الحقوق محفوظة</p><p>نستعمل ملفات تعريف الارتباط</p></footer>"
    "<script>alert('نص في برنامج')</script><style>p {color: red}</style>"
)
LIST = "<ul><li>المرحلة الأولى: رميلان</li><li>المرحلة <b>الثانية</b>: قسرك</li></ul>"
TABLE = "<table><tr><th>القاعدة</th><th>الجنود</th></tr><tr><td>قسرك</td><td>600</td></tr></table>"


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("\xa0", "&nbsp;").replace("٦", "&#x666;")


def page(body: str, head: str = "", charset: str = "utf-8") -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="ar" dir="rtl"><head><meta charset="{charset}">'
        f"<title>انسحاب | صحيفة الشمال</title>{head}</head><body>{NAVIGATION}{body}{FOOTER}</body>"
        "</html>"
    )


ARTICLE = (
    f"<main><article><h1>انسحاب القوات</h1>{SHARING}<p>{escaped(FIRST)}</p>{ADVERT}"
    f"<p>{escaped(SECOND)}</p><h2>تفاصيل</h2><p>{escaped(THIRD)}</p>{LIST}{TABLE}</article>"
    f"{RELATED}{COMMENTS}</main>"
)
LINES = [
    *("انسحاب القوات", FIRST, SECOND, "تفاصيل", THIRD),
    *("المرحلة الأولى: رميلان", "المرحلة الثانية: قسرك", "القاعدة\tالجنود", "قسرك\t600"),
]


@pytest.fixture
def taken(run: Run, tmp_path: Path) -> Callable[..., Article]:
    """Bring a page in and return what became of it."""

    def bring(source: bytes | str, name: str = "page.html") -> Article:
        data = source.encode() if isinstance(source, str) else source
        (tmp_path / name).write_bytes(data)
        run("init", "p.db")
        result = run("import", "p.db", name)
        assert result.exit_code == 0, result.output
        with Project.open(tmp_path / "p.db", writable=False) as project:
            (article,) = project.articles.each()
        return article

    return bring


def test_the_article_is_taken_without_what_surrounds_it(taken: Callable[..., Article]) -> None:
    article = taken(page(ARTICLE))
    assert article.text.split("\n") == LINES
    assert not [one for one in SURROUNDINGS if one in article.text]


def test_paragraphs_without_elements_are_lines_too(taken: Callable[..., Article]) -> None:
    body = f'<div class="body">{FIRST}<br><br>{escaped(SECOND)}<br/>\n{escaped(THIRD)}</div>'
    article = taken(page(f"<div id=content><h1>انسحاب القوات</h1>{body}{SHARING}</div>{COMMENTS}"))
    assert article.text.split("\n") == ["انسحاب القوات", FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("windows-1256", "cp1256"),
        ("iso-8859-6", "iso-8859-6"),
        ("utf-8", "utf-8-sig"),
        ("utf-16", "utf-8"),
        ("utf-8", "cp1256"),
        ("nonsense", "cp1256"),
        ("utf-8", "utf-16"),
        ("x-cp1256", "cp1256"),
        ("visual", "iso-8859-8"),
        *((name, "utf-8") for name in ("punycode", "utf-7", "unicode_escape", "hz", "rot13")),
    ],
)
def test_pages_in_old_encodings_are_read(
    taken: Callable[..., Article], charset: str, encoding: str
) -> None:
    source = page(ARTICLE, charset=charset).replace("«", "").replace("»", "").replace("٦", "6")
    article = taken(source.encode(encoding, "xmlcharrefreplace"))
    assert article.text.split("\n")[1] == FIRST.replace("«", "").replace("»", "")


@pytest.mark.parametrize("label", ["iso-8859-1", "us-ascii", "latin1", "windows-1252"])
def test_what_the_web_calls_latin_is_that_of_windows(
    taken: Callable[..., Article], label: str
) -> None:
    line = "“The last of the trucks left the base of Qasrak on Tuesday morning,” a reporter said."
    source = page(f"<main><article><h1>x</h1><p>{line}</p></article></main>", charset=label)
    assert line in taken(source.encode("cp1252", "xmlcharrefreplace")).text.split("\n")


def test_an_encoding_that_takes_hours_is_none_of_the_web(tmp_path: Path) -> None:
    path = tmp_path / "a.html"

    def read_page(size: int) -> None:
        text = f"<p>{'abcdefgh' * (size // 8)}-{'a9b8c7d6' * (size // 8)}</p>"
        path.write_text(page(text, charset="punycode"), encoding="utf-8")
        read = FORMATS["html"].read
        assert read is not None
        assert list(read(path, ReadingOptions()))

    assert grows_evenly(read_page, 1 << 14)


def test_what_the_page_tells_machines_is_taken(taken: Callable[..., Article]) -> None:
    head = (
        '<meta property="og:title" content="انسحاب  القوات &quot;اليوم&quot;">'
        '<meta property="og:site_name" content="صحيفة الشمال">'
        '<meta property="article:published_time" content="2026-02-24T23:30:00+03:00">'
        '<link rel="canonical" href="https://north.example/7">'
    )
    article = taken(page(ARTICLE, head))
    assert (article.title, article.outlet) == ('انسحاب القوات "اليوم"', "صحيفة الشمال")
    assert (article.url, article.published) == ("https://north.example/7", "2026-02-24")


@pytest.mark.parametrize(
    "told",
    [
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type":'
        ' "NewsArticle", "datePublished": "2026-02-24T08:00:00Z", "publisher": {"name": "و"}}]}'
        "</script>",
        '<script type="application/ld+json">{"broken</script><time datetime="2026-02-24">x</time>',
        '<meta name="date" content="24/2/2026">',
        '<meta name="pubdate" content="٢٤ شباط ٢٠٢٦">',
        '<meta property="article:published_time" content="soon">'
        '<meta itemprop="datePublished" content="2026-02-24">',
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>"
        '<time pubdate datetime="2026-02-24 08:00">x</time>',
    ],
    ids=range(6),
)
def test_the_day_stands_in_many_places(taken: Callable[..., Article], told: str) -> None:
    article = taken(page(told + ARTICLE), "2020-01-01.html")
    assert article.published == "2026-02-24"


def test_what_a_page_does_not_tell_its_name_and_text_do(taken: Callable[..., Article]) -> None:
    article = taken(f"<html><body><p>{FIRST}</p></body></html>", "2026-02-24 saved.htm")
    assert article.published == "2026-02-24"
    assert FIRST.startswith(article.title)
    assert (article.outlet, article.url) == (None, None)


def test_a_page_is_known_by_its_content(taken: Callable[..., Article]) -> None:
    source = f'<?xml version="1.0"?>\n<!-- saved --> <!-- from -->\n{page(ARTICLE)}'
    assert taken(source, "page.txt").text.split("\n") == LINES


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (b"", "There is no text of an article on the page."),
        (page("").encode(), "There is no text of an article on the page."),
        (b"<html><script>" + b"var x = 1; " * 100, "There is no text of an article on the page."),
        (page("<div>" * 100_000 + FIRST).encode(), "nested too deep"),
        (page(("<ul><li>" * 50_000) + FIRST).encode(), "nested too deep"),
        (b"<html>" + b" " * (100 << 20), "The page has more than 16 megabytes."),
        (b"<html><p>\xff\xfe\x00\x01" + bytes(range(256)) * 20, "in no encoding"),
    ],
    ids=range(7),
)
def test_pages_without_an_article_are_told(
    run: Run, tmp_path: Path, source: bytes, told: str
) -> None:
    (tmp_path / "page.html").write_bytes(source)
    run("init", "p.db")
    result = run("import", "p.db", "page.html")
    assert result.exit_code == 1
    assert told in result.stderr.splitlines()[0]


@pytest.mark.parametrize(
    "body",
    [
        "<p>" * 100_000 + ARTICLE,
        ("<div>" * 400 + "</div>" * 400) * 200 + ARTICLE,
        "<table><tr><td>" * 400 + ARTICLE,
        "<a " + "a=b " * 100_000 + ">" + ARTICLE,
        "<!--" * 50_000 + "-->" + ARTICLE,
        ("<ul><li>" * 20 + "</li></ul>" * 20) * 500 + ARTICLE,
        ARTICLE[: ARTICLE.index("</article>") - 5],
        "<meta name=a content=b>" * 20_000 + ARTICLE,
        "<h1>x</h1><time datetime=2026>x</time>" * 10_000 + ARTICLE,
    ],
    ids=range(9),
)
def test_odd_pages_are_read_in_time(taken: Callable[..., Article], body: str) -> None:
    assert FIRST in taken(page(body)).text.split("\n")


def test_comments_before_a_page_cost_no_time(taken: Callable[..., Article]) -> None:
    source = "<!-- -->" * 50_000 + page(ARTICLE)
    assert taken(source).text.split("\n") == LINES
