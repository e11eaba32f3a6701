"""Docs as spaCy trains on them; runs in ``.loaders/spacy`` alone.

What spaCy's own commands say is parsed: ``debug data`` ends well where a tokenizer that does not
fit the docs loses a quarter of the spans.
"""

import json
import os
import random
import subprocess
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import regex
import spacy
import srsly
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin
from spacy.tokens import Span as SpanOfDoc

from annotator.arabic import ARABIC
from annotator.core.errors import RefusedAct
from annotator.core.format import ExportedArticle, Format
from annotator.core.json_records import source_json
from annotator.core.losses import FATES, LossKind
from annotator.core.manifest import MANIFEST
from annotator.core.model import LayerState, Source, Span, Status
from annotator.core.progress import Quiet
from annotator.core.selection import Selection
from annotator.core.tokens import Tokenizer
from annotator.formats import FORMATS, conll
from annotator.formats.spacy import FORMAT
from annotator.paths import seeds
from annotator.store.project import Project
from annotator.workflow.datasets.exporting import export
from annotator.workflow.projects import DEMO_AUTHORS, make_demo
from tests.formats.datasets import check_account, exported, hard_article, span, written
from tests.loaders.released import SPLITS, articles_of, check_read_back, released, spans_of
from tests.workflow.releases import problems, sealed
from tests.workflow.settled_demo import settle_as
from tests.workflow.unaccepted import NEW, check_nothing_reaches_layers_or_exports

pieces = st.sampled_from(
    [
        "وبالقوات",
        "قسرک",
        "فجراً",
        "بقـــي",
        "٦٠٠",
        "F-16",
        "99%",
        "«",
        "🔴",
        "\u200f",
        " ",
        "\n",
        "\r",
    ]
)


def spacy_says(folder: Path, *command: str) -> str:
    """Return what a command of spaCy prints; it runs in the folder, as its users do."""
    told = subprocess.run(
        [sys.executable, "-m", "spacy", *command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": "", "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert told.returncode == 0, told.stdout
    return told.stdout


@pytest.fixture(scope="module")
def nlp(tmp_path_factory: pytest.TempPathFactory) -> spacy.Language:
    """A blank pipeline with the tokenizer that comes with the docs."""
    out = tmp_path_factory.mktemp("blank") / "out"
    written(FORMAT, out, [exported("قسرك")])
    there: dict[str, Any] = {"__name__": "functions"}
    exec((out / "functions.py").read_text("utf-8"), there)
    config = spacy.util.load_config(out / "config.cfg")
    blank = {"nlp": {"lang": "ar", "tokenizer": config["nlp"]["tokenizer"]}}
    return spacy.blank("ar", config=blank)


def docs_in(folder: Path, nlp: spacy.Language) -> list[Doc]:
    return [
        doc
        for file in sorted(folder.glob("*.spacy"))
        for doc in DocBin().from_disk(file).get_docs(nlp.vocab)
    ]


def paragraphs() -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Yield the paragraphs of the samples that are settled, each with its spans."""
    for line in (seeds() / "gold.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        for match in regex.finditer(r"[^\n]+", article["text"]):
            at, end = match.span()
            spans = [
                (one["start"] - at, one["end"] - at, one["label"])
                for one in article["spans"]
                if at <= one["start"] and one["end"] <= end
            ]
            if spans:
                yield match[0], spans


def learnable(count: int, seed: int, split: str) -> list[ExportedArticle]:
    """Return articles made of paragraphs of the samples, with what is marked changed for others."""
    chance = random.Random(seed)
    there = list(paragraphs())
    quotes: dict[str, list[str]] = {}
    for text, spans in there:
        for start, end, label in spans:
            quotes.setdefault(label, []).append(text[start:end])
    articles = []
    for number in range(count):
        text, spans = there[number % len(there)]
        made, marks, reached = "", [], 0
        for start, end, label in sorted(spans):
            if start < reached:
                continue
            quote = chance.choice(quotes[label])
            made += text[reached:start]
            marks.append(Span(len(made), len(made) + len(quote), label, quote))
            made, reached = made + quote, end
        made += text[reached:]
        articles.append(
            replace(exported(made, *marks, name=f"{split} {number}", number=number), split=split)
        )
    return articles


@given(st.lists(pieces | st.text(max_size=3), max_size=20).map("".join))
def test_any_text_is_cut_as_we_do_and_kept_whole(nlp: spacy.Language, text: str) -> None:
    check_cut(nlp, text)


def test_the_code_needs_nothing_of_ours(tmp_path: Path) -> None:
    written(FORMAT, tmp_path / "out", [exported("قسرك")])
    code = (tmp_path / "out" / "functions.py").read_text("utf-8")
    imported = regex.findall(r"(?m)^\s*(?:from|import) (\w+)", code)
    assert {"regex", "spacy"} < set(imported) <= {"regex", "spacy", *sys.stdlib_module_names}


def test_the_samples_are_cut_as_we_do(nlp: spacy.Language) -> None:
    for file in (seeds() / "articles").iterdir():
        check_cut(nlp, file.read_text("utf-8"))


def check_cut(nlp: spacy.Language, text: str) -> None:
    doc = nlp.make_doc(text)
    assert doc.text == text
    words = {token.idx: token.text for token in doc}
    tokens = list(Tokenizer(ARABIC).with_signs(text))
    assert [(start, words.pop(start)) for start, _ in tokens] == [
        (start, text[start:end]) for start, end in tokens
    ]
    # Nothing else can be seen.
    assert not any(regex.search(r"[\p{L}\p{N}\p{P}\p{S}]", word) for word in words.values())


WIDENED = {"هل": "مهلة"}
"""What a span inside a token becomes."""


def test_docs_hold_all_that_was_marked(nlp: spacy.Language, tmp_path: Path) -> None:
    source = Source("south/7.txt", "وكالة", meta='{"page": [4]}')
    there = replace(hard_article(), sources=(source,))
    state = LayerState(Status.SET_ASIDE, "سبب")
    there = replace(there, layer=replace(there.layer, state=state))
    account = written(FORMAT, tmp_path / "out", [there])
    lost = {loss.kind: loss.count for loss in account.losses if loss.kind in FATES}
    assert lost == {LossKind.WIDENED: 1}
    assert {loss.kind for loss in account.losses} == {LossKind.TIMES, LossKind.WIDENED}
    (doc,) = docs_in(tmp_path / "out" / "train", nlp)
    assert doc.text == there.article.text
    assert [token.text for token in nlp.make_doc(doc.text)] == [token.text for token in doc]
    marked, told = doc.spans["sc"], doc.user_data["spans"]
    for one, found, details in zip(there.layer, marked, told, strict=True):
        quote = WIDENED.get(one.quote, one.quote)
        assert (found.text, found.label_) == (quote, one.label)
        assert there.article.text[found.start_char : found.end_char] == quote
        assert found.start_char <= one.start < one.end <= found.end_char
        assert (details["start"], details["end"]) == (one.start, one.end)
        assert details["value"] == one.to_json()["value"]
        assert (details["note"], details["unsure"]) == (one.note, one.unsure)
        assert found.kb_id_ == one.to_json()["value"].get("entry", "")
    assert [(one.text, one.label_) for one in doc.ents] == [
        (WIDENED.get(one.quote, one.quote), one.label)
        for one in there.layer
        # Of those that lie over one another, the longest.
        if one.quote not in ("عين الوادي", "٢٣ شباط/ فبراير")
    ]
    whole = doc.user_data["article"]
    assert whole["sha256"] == there.article.sha256
    assert (whole["status"], whole["reason"]) == ("set aside", "سبب")
    assert json.loads(whole["sources"]) == [source_json(source)]


def test_a_span_inside_a_token_is_widened_and_counted(nlp: spacy.Language, tmp_path: Path) -> None:
    text = "غادر قسرک \u200f"
    there = exported(text, span(text, "سر", "base"), span(text, "\u200f", "actor"))
    account = written(FORMAT, tmp_path / "out", [there])
    check_account(account, [there])
    assert {(one.label, one.kind) for one in account.losses if one.kind in FATES} == {
        ("base", LossKind.WIDENED),
        ("actor", LossKind.DROPPED),
    }
    (doc,) = docs_in(tmp_path / "out" / "train", nlp)
    assert [one.text for one in doc.ents] == ["قسرک"]
    (told,) = doc.user_data["spans"]
    assert (told["quote"], told["start"], told["end"]) == ("سر", 6, 8)


def test_gold_of_the_demo_is_taken(nlp: spacy.Language, tmp_path: Path) -> None:
    with Project.open(make_demo(tmp_path / "demo", Quiet())) as project:
        settle_as(project, DEMO_AUTHORS[0])
        report = export(project, tmp_path / "out", "spacy", Quiet(), Selection("gold"))
    docs = docs_in(tmp_path / "out" / "train", nlp)
    assert len(docs) == report.articles > 0
    assert sum(len(doc.spans["sc"]) for doc in docs) == report.spans > 0
    exact = sum(
        marked.text == told["quote"]
        for doc in docs
        for marked, told in zip(doc.spans["sc"], doc.user_data["spans"], strict=True)
    )
    assert exact == sum(report.kept.values()) > 0.95 * report.spans


def test_no_suggestion_reaches_a_doc_unless_it_is_accepted(
    nlp: spacy.Language, tmp_path: Path
) -> None:
    with Project.open(make_demo(tmp_path / "demo", Quiet())) as project:
        taken = check_nothing_reaches_layers_or_exports(project, tmp_path, ["spacy"])
    for folder, count in (("after", 0), ("taken", taken)):
        docs = docs_in(tmp_path / folder / f"{NEW}-spacy" / "train", nlp)
        assert sum(len(doc.user_data["spans"]) for doc in docs) == count
    assert taken > 0


@pytest.mark.parametrize("format", [conll.IOB2, conll.BILOU], ids=lambda format: format.name)
def test_files_of_tags_are_converted(nlp: spacy.Language, tmp_path: Path, format: Format) -> None:
    there = [hard_article(), *learnable(20, 1, "train")]
    account = written(format, tmp_path / "out.conll", there)
    spacy_says(tmp_path, "convert", "out.conll", ".", "--converter", "ner", "--n-sents", "1")
    told = Counter(one.label_ for doc in docs_in(tmp_path, nlp) for one in doc.ents)
    tagged = Counter(account.kept)
    for loss in account.losses:
        if loss.label and loss.kind in (LossKind.WIDENED, LossKind.NARROWED):
            tagged[loss.label] += loss.count
    assert told == tagged
    assert tagged.total() > 100


def test_docs_come_in_files_of_some_letters(nlp: spacy.Language, tmp_path: Path) -> None:
    long = "قسرك " * 40_000
    there = (exported(long + str(number), name=str(number), number=number) for number in range(12))
    written(FORMAT, tmp_path / "out", there)
    files = sorted(file.name for file in (tmp_path / "out" / "train").iterdir())
    assert files == ["0001.spacy", "0002.spacy", "0003.spacy"]
    assert [
        doc.user_data["article"]["name"] for doc in docs_in(tmp_path / "out" / "train", nlp)
    ] == [str(number) for number in range(12)]


DEBUG = ("debug", "data", "config.cfg", "--code", "functions.py")
TRAIN = ("train", "config.cfg", "--code", "functions.py", "--output", "model")


def test_it_learns_what_the_docs_hold(tmp_path: Path) -> None:
    out = tmp_path / "out"
    written(FORMAT, out, [*learnable(150, 1, "train"), *learnable(40, 2, "dev")])
    told = spacy_says(out, *DEBUG)
    assert "Training pipeline: tok2vec, ner" in told
    assert "150 training docs" in told
    assert "40 evaluation docs" in told
    assert "misaligned" not in told
    assert "not present in the train data" not in told
    spacy_says(out, *TRAIN, "--training.max_steps", "250", "--training.eval_frequency", "50")
    learned = json.loads((out / "model" / "model-best" / "meta.json").read_text("utf-8"))
    assert learned["performance"]["ents_f"] > 0.5


def test_it_would_be_told_if_the_tokens_did_not_fit(tmp_path: Path) -> None:
    out = tmp_path / "out"
    written(FORMAT, out, learnable(120, 1, "train"))
    config = (out / "config.cfg").read_text("utf-8")
    assert "annotator.clitics.v1" in config
    (out / "config.cfg").write_text(
        config.replace("annotator.clitics.v1", "spacy.Tokenizer.v1"), "utf-8"
    )
    assert "misaligned" in spacy_says(out, *DEBUG)


def test_it_learns_spans_that_nest(tmp_path: Path) -> None:
    out = tmp_path / "out"
    there = hard_article()
    articles = [
        replace(there, article=replace(there.article, name=str(number)), split=split)
        for split in ("train", "dev")
        for number in range(100)
    ]
    written(FORMAT, out, articles)
    told = spacy_says(out, *DEBUG)
    assert "Training pipeline: tok2vec, spancat" in told
    assert "misaligned" not in told
    assert "not present in the train data" not in told
    spacy_says(out, *TRAIN, "--training.max_steps", "60", "--training.eval_frequency", "30")
    learned = json.loads((out / "model" / "model-best" / "meta.json").read_text("utf-8"))
    assert learned["performance"]["spans_sc_f"] > 0.5


def test_a_release_is_taken(nlp: spacy.Language, tmp_path: Path) -> None:
    out = released(tmp_path)
    for split in SPLITS:
        docs = docs_in(out / "spacy" / split, nlp)
        assert sum(len(doc.spans["sc"]) for doc in docs) == len(spans_of(out, split)) > 0
        for doc in docs:
            assert [one.text for one in nlp.make_doc(doc.text)] == [one.text for one in doc]
    # Four articles are too few for “debug data” to be content, but it trains on them.
    steps = ("--training.max_steps", "6", "--training.eval_frequency", "3")
    spacy_says(out / "spacy", *TRAIN, *steps)
    assert (out / "spacy" / "model" / "model-last" / "meta.json").is_file()


def test_every_format_there_is_is_released_at_once_and_read_back(tmp_path: Path) -> None:
    out = released(tmp_path)
    every = {format.name for format in FORMATS.values() if format.write}
    assert {folder.name for folder in out.iterdir()} >= every
    assert set(check_read_back(out)) == every - {"spacy"}


def test_what_spacy_would_refuse_to_train_on_is_named(tmp_path: Path) -> None:
    words = "بت " * 333_333
    written(FORMAT, tmp_path / "out", [exported(f"{words}ب", name="longest.txt")])
    with pytest.raises(RefusedAct, match=r"“long.txt” has 1,000,001 letters"):
        written(FORMAT, tmp_path / "no", [exported(f"{words}بت", name="long.txt")])
    nlp = spacy.blank("ar")
    (doc,) = DocBin().from_disk(tmp_path / "out" / "train" / "0001.spacy").get_docs(nlp.vocab)
    assert len(doc.text) <= nlp.max_length < len(words) + 2


def tampered(out: Path, change: Callable[[Doc], None]) -> list[str]:
    """Change the first doc to train on, let the manifest fit, and return what is told of it."""
    path = out / "spacy" / "train" / "0001.spacy"
    nlp = spacy.blank("ar")
    first, *others = DocBin().from_disk(path).get_docs(nlp.vocab)
    change(first)
    attributes = ("ENT_IOB", "ENT_TYPE", "ENT_KB_ID")
    DocBin(attributes, docs=[first, *others], store_user_data=True).to_disk(path)
    sealed(out)
    return problems(out)


def other_entity(doc: Doc) -> None:
    first, *others = doc.ents
    doc.set_ents([SpanOfDoc(doc, first.start, first.end, "odd"), *others])


def one_less(doc: Doc) -> None:
    doc.spans["sc"] = list(doc.spans["sc"])[1:]


def other_details(doc: Doc) -> None:
    first, *others = doc.user_data["spans"]
    doc.user_data["spans"] = [first | {"note": "another"}, *others]


def other_place(doc: Doc) -> None:
    first, *others = doc.user_data["spans"]
    quote = doc.text[first["start"] + 1 : first["end"] + 1]
    moved = {"start": first["start"] + 1, "end": first["end"] + 1, "quote": quote}
    doc.user_data["spans"] = [first | moved, *others]


def other_entry_of_an_entity(doc: Doc) -> None:
    doc.set_ents(
        [
            SpanOfDoc(doc, one.start, one.end, one.label_, kb_id="other" if one.kb_id_ else "")
            for one in doc.ents
        ]
    )


def other_entry_of_a_span(doc: Doc) -> None:
    first, *others = sorted(doc.spans["sc"], key=lambda one: not one.kb_id_)
    assert first.kb_id_
    doc.spans["sc"] = [SpanOfDoc(doc, first.start, first.end, first.label_, kb_id="x"), *others]


def untold_outside_of_entities(doc: Doc) -> None:
    doc.set_ents(list(doc.ents), default="missing")


def one_group_more(doc: Doc) -> None:
    doc.spans["other"] = [SpanOfDoc(doc, 0, 1, "odd")]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (other_entry_of_an_entity, "the tags of actor are not those of the spans that were"),
        (other_entry_of_a_span, "are not those of the spans that were released (missing: 1, new:"),
        (untold_outside_of_entities, "Words of which no tag tells whether they are in a span: "),
        (one_group_more, "A group of spans was not released: “other”."),
        (other_entity, "the tags of odd are not those of the spans that were released (missing: 0"),
        (one_less, "are not those of the spans that were released (missing: 1, new: 0)."),
        (other_details, "do not say what was released: their value, note or doubt is another"),
        (other_place, "are not those that were released (missing: 1, new: 1)."),
    ],
)
def test_docs_of_a_release_that_were_changed_are_told(
    tmp_path: Path, change: Callable[[Doc], None], told: str
) -> None:
    out = released(tmp_path)
    found = tampered(out, change)
    assert any(one.startswith("spacy: ") and told in one for one in found)
    assert len(found) <= 2


def test_that_a_span_is_narrower_on_tokens_excuses_no_other_place_in_its_details(
    tmp_path: Path,
) -> None:
    out = released(tmp_path)
    losses = json.loads((out / MANIFEST).read_text("utf-8"))["losses"]["spacy"]
    (first, *_) = articles_of(out, "train")
    (label,) = (
        one["label"] for one in losses if one["kind"] == "narrowed" and first in one["articles"]
    )

    def moved(doc: Doc) -> None:
        spans = sorted(doc.user_data["spans"], key=lambda one: one["label"] != label)
        assert spans[0]["label"] == label
        doc.user_data["spans"] = spans
        other_place(doc)

    (problem,) = tampered(out, moved)
    assert "are not those that were released (missing: 1, new: 1)." in problem


def a_bomb() -> bytes:
    return zlib.compress(bytes(200_000_000))


def heads_in_circles() -> bytes:
    """Docs with a column that nothing here writes: spaCy would follow it."""
    nlp = spacy.blank("ar")
    return DocBin(["HEAD"], docs=[nlp.make_doc("قسرك")]).to_bytes()


def without_details() -> bytes:
    nlp = spacy.blank("ar")
    return DocBin(["ENT_IOB", "ENT_TYPE"], docs=[nlp.make_doc("قسرك")]).to_bytes()


def damaged_groups() -> bytes:
    nlp = spacy.blank("ar")
    docs = DocBin(["ENT_IOB", "ENT_TYPE"], docs=[nlp.make_doc("قسرك")])
    group = {"name": "sc", "attrs": {}, "spans": [b"\xff" * 100]}
    docs.span_groups = [srsly.msgpack_dumps({"sc": [srsly.msgpack_dumps(group)]})]
    return docs.to_bytes()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (lambda: b"", "is no whole file of docs"),
        (lambda: b"\x00" * 1_000, "is no whole file of docs"),
        (lambda: zlib.compress(b"\x81\xa5attrs\x90"), "is no whole file of docs"),
        (a_bomb, "would unpack to "),
        (heads_in_circles, "“0001.spacy” has columns that are not written here."),
        (without_details, "is no whole file of docs"),
        (damaged_groups, "is no whole file of docs"),
    ],
)
def test_what_are_no_docs_is_told_in_a_sentence(
    tmp_path: Path, data: Callable[[], bytes], told: str
) -> None:
    out = released(tmp_path)
    (out / "spacy" / "train" / "0001.spacy").write_bytes(data())
    sealed(out)
    (problem,) = problems(out)
    assert told in problem
    assert problem.endswith(".")
