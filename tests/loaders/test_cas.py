"""What is written as UIMA CAS, reloaded by dkpro-cassis; runs in ``.loaders/cas`` alone."""

from collections import Counter
from pathlib import Path

import cassis
import pytest

from annotator.core.format import Format
from annotator.formats import cas
from tests.formats.cas.files import BOTH, ENTITY, SENTENCE, TOKEN, loaded
from tests.formats.datasets import hard_article, written
from tests.loaders.released import SPLITS, articles_of, records_of, released, spans_of

ENVIRONMENT = Path(__file__).resolve().parents[2] / ".loaders" / "cas"


def test_the_library_is_not_the_programs_own() -> None:
    assert Path(cassis.__file__).is_relative_to(ENVIRONMENT)


@pytest.mark.parametrize("format", BOTH)
def test_the_hard_article(format: Format, tmp_path: Path) -> None:
    there = hard_article()
    account = written(format, tmp_path / "out", [there])
    assert account.losses == []
    found = loaded(tmp_path / "out")
    assert found.sofa_string == there.article.text
    assert Counter(
        (one.value, one.begin, one.end, one.get_covered_text()) for one in found.select(ENTITY)
    ) == Counter((one.label, one.start, one.end, one.quote) for one in there.layer)
    tokens = [one.get_covered_text() for one in found.select(TOKEN)]
    assert "👩‍🚀" in tokens
    visible = there.article.text.replace("\N{RIGHT-TO-LEFT MARK}", "")
    assert "".join("".join(tokens).split()) == "".join(visible.split())
    sentences = [(one.begin, one.end) for one in found.select(SENTENCE)]
    assert len(sentences) > 1
    for one in there.layer:
        assert sum(start < one.end and one.start < end for start, end in sentences) == 1


def test_a_release_is_accepted(tmp_path: Path) -> None:
    out = released(tmp_path)
    for format in (cas.XMI, cas.JSON):
        for split in SPLITS:
            folder = out / format.name / split
            spans: Counter[tuple[str, int, int]] = Counter()
            quotes: Counter[str] = Counter()
            texts = []
            for file in (*folder.glob("*.xmi"), *folder.glob("*.json")):
                found = loaded(file)
                texts.append(found.sofa_string)
                for one in found.select(ENTITY):
                    spans[one.value, one.begin, one.end] += 1
                    quotes[one.get_covered_text()] += 1
            assert spans == Counter(spans_of(out, split))
            assert spans.total() > 0
            records = list(records_of(out, format, split))
            assert sorted(texts) == sorted(record.text for record in records)
            assert len(texts) == len(articles_of(out, split))
