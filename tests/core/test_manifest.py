"""A manifest is read back as it was written, whatever it tells and however much."""

import json

import pytest

from annotator.core.errors import FileError
from annotator.core.losses import Loss, LossKind
from annotator.core.manifest import Manifest, ReleasedFile


def test_the_manifest_of_any_losses_is_read_back() -> None:
    kinds = list(LossKind)
    losses = {
        "jsonl": [],
        "conll": [Loss("“خبر”\n.txt", None, kinds[0], 1), Loss("a", "قاعدة", kinds[1], 2)],
        "brat": [Loss('"', "base", kinds[-1], 10**6)],
    }
    files = (ReleasedFile("conll/train.conll", 3, "0" * 64),)
    for some in (losses, {"jsonl": []}, {}):
        manifest = Manifest("v1", files, {"seed": 1}, some)
        source = "".join(manifest.lines())
        read = Manifest.from_json(source.encode())
        assert (read.name, read.files, read.losses) == ("v1", files, some)
        assert json.loads(source)["seed"] == 1


def test_the_manifest_of_a_hundred_thousand_articles_is_read_back() -> None:
    losses = [
        Loss(f"{number}.txt", label, kind, 2)
        for label in ("base", "date", "actor", "figure")
        for kind in (LossKind.VALUE, LossKind.ORIGIN)
        for number in range(101_000)
    ]
    source = "".join(Manifest("v1", (), {}, {"doccano": losses}).lines())
    assert Manifest.from_json(source.encode()).losses == {"doccano": losses}


@pytest.mark.parametrize("articles", [None, {}, [], {"a.txt": "1"}, {"a.txt": None}])
def test_a_loss_that_does_not_tell_where_is_refused(articles: object) -> None:
    loss = {"label": "base", "kind": "value", "articles": articles}
    manifest = {"annotator_release": 1, "name": "v1", "files": [], "losses": {"conll": [loss]}}
    with pytest.raises(FileError, match="is not the manifest of a release: “losses"):
        Manifest.from_json(json.dumps(manifest).encode())
