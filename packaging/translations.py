"""The window's languages: gathered from the code, checked, and made ready for Qt.

Both the sources (``.ts``) and what Qt reads (``.qm``) are committed, so that a checkout
runs in Arabic at once; ``problems`` is the check that they belong together.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import environment
import libraries

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = environment.ROOT / "resources" / "i18n"
# English needs its plural forms only: the texts in the code are English.
LANGUAGES = {"ar": (), "en": ("-pluralonly",)}
REPAIR = "python3 packaging/bootstrap.py translations"


def source(folder: Path, language: str) -> Path:
    """Return the file that translators edit."""
    return folder / f"annotator_{language}.ts"


def compiled(folder: Path, language: str) -> Path:
    """Return the file that Qt reads."""
    return folder / f"annotator_{language}.qm"


def update(folder: Path = FOLDER) -> None:
    """Bring the translations in ``folder`` up to date with the code."""
    folder.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        gather(folder, language)
        release(source(folder, language), compiled(folder, language))


def gather(folder: Path, language: str) -> None:
    """Put every text of the code into the language's source, and drop what went.

    Line numbers are left out: they would change the file with every edit of the code.
    """
    code = sorted((environment.ROOT / "annotator").rglob("*.py"))
    names = [path.relative_to(environment.ROOT).as_posix() for path in code]
    run(
        *("pyside6-lupdate", "-silent", "-no-obsolete", "-locations", "none"),
        *("-source-language", "en", "-target-language", language, *LANGUAGES[language]),
        *(*names, "-ts", str(source(folder, language))),
    )


def release(texts: Path, target: Path) -> None:
    """Turn a translation's source into what Qt reads."""
    run("pyside6-lrelease", "-silent", str(texts), "-qm", str(target))


def run(name: str, *arguments: str) -> None:
    """Run one of Qt's translation tools from the checkout."""
    command = [str(environment.tool(name)), *arguments]
    done = subprocess.run(
        command, cwd=environment.ROOT, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode != 0:
        raise libraries.Stop(f"{name} failed: {(done.stderr or done.stdout).strip()}")


def problems(folder: Path = FOLDER) -> list[str]:
    """Return what is wrong with the translations in ``folder``, a sentence each."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as made:
        fresh = Path(made)
        for language in LANGUAGES:
            if source(folder, language).exists():
                shutil.copy(source(folder, language), fresh)
        update(fresh)
        for language in LANGUAGES:
            found += differences(folder, fresh, language)
        return found + missing(fresh)


def differences(folder: Path, fresh: Path, language: str) -> Iterator[str]:
    """Say how a language in ``folder`` differs from the one freshly made of the code."""
    for path in (source(folder, language), compiled(folder, language)):
        if not path.exists() or path.read_bytes() != (fresh / path.name).read_bytes():
            yield f"{path.name} is not what the code asks for. Run: {REPAIR}"


def missing(folder: Path = FOLDER) -> list[str]:
    """Return which texts a person must still translate, a sentence each."""
    return [
        f"{source(folder, language).name} has no translation of “{text}”."
        for language in LANGUAGES
        for text in untranslated(source(folder, language))
    ]


def untranslated(texts: Path) -> list[str]:
    """Return the texts of a source that have no finished translation."""
    return [
        message.findtext("source", "")
        for message in ET.parse(texts).iter("message")
        if not is_finished(message)
    ]


def is_finished(message: ET.Element) -> bool:
    """Tell whether each form of a translation is there and approved."""
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return False
    forms = translation.findall("numerusform") or [translation]
    return all((form.text or "").strip() for form in forms)
