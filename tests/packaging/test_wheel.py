"""The wheel alone must do: what is only in the checkout is not there for its users."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

WITHOUT_QT = """
import sys
sys.modules["PySide6"] = None  # importing it raises ImportError
from annotator.cli import main
sys.exit(main())
"""

GUIDELINES = """
import json
import sys
from pathlib import Path
from annotator.store.project import Project
from annotator.workflow.project.guidelines import guidelines
with Project.open(Path(sys.argv[1]), writable=False) as project:
    pages = {language: guidelines(project, language) for language in ("en", "ar")}
print(json.dumps({key: [one.text, one.version, one.is_rtl] for key, one in pages.items()}))
"""
WORDS = """
import json
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from annotator.gui.language import speak
app = QApplication(sys.argv)
said = {}
for language in ("en", "ar"):
    speak(app, language)
    said[language] = [
        QCoreApplication.translate("ArticleList", "%n article(s) so far…", None, 1),
        QCoreApplication.translate("Actions", "&Repeat the last label"),
    ]
print(json.dumps(said))
"""
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    (made,) = folder.glob("annotator-*.whl")
    return made


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An interpreter with the wheel installed, and the other packages lent from here.

    They are lent by a ``.pth`` file: Python does not follow further such files in a folder
    added that way, so the one that points to the checkout has no effect.
    """
    folder = tmp_path_factory.mktemp("empty") / "venv"
    venv.create(folder, with_pip=False)
    places = {"base": str(folder), "platbase": str(folder)}
    packages = Path(sysconfig.get_path("purelib", "venv", places))
    scripts = Path(sysconfig.get_path("scripts", "venv", places))
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    pip("--python", str(folder), "install", "--no-deps", "--no-index", str(wheel))
    return scripts / ("python.exe" if os.name == "nt" else "python")


def pip(*arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pip", "-q", *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def run(python: Path, folder: Path, *arguments: str) -> str:
    """Run the interpreter outside of the checkout; return what it printed."""
    aside = ("PYTHON", "COV_", "COVERAGE_")
    variables = {name: value for name, value in os.environ.items() if not name.startswith(aside)}
    done = subprocess.run(
        [str(python), "-P", *arguments],
        cwd=folder,
        env={**variables, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_brings_fonts_and_seeds_but_no_sources_of_translations(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    assert "annotator/resources/fonts/NotoNaskhArabic-Regular.ttf" in names
    assert "annotator/resources/fonts/OFL.txt" in names
    assert any(name.startswith("annotator/seeds/") for name in names)
    assert not [name for name in names if name.endswith(".ts")]
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"annotator"}


def test_the_wheel_brings_all_that_the_program_reads_letter_by_letter(wheel: Path) -> None:
    held = ZipFile(wheel)
    folder = ROOT / "resources"
    files = [file for file in folder.rglob("*") if file.is_file() and file.suffix != ".ts"]
    assert {file.parent.name for file in files} >= {"fonts", "gazetteers", "guidelines", "i18n"}
    for file in files:
        name = f"annotator/resources/{file.relative_to(folder).as_posix()}"
        assert held.read(name) == file.read_bytes(), name


def test_the_installed_program_finds_its_own_files(python: Path, tmp_path: Path) -> None:
    show = "import annotator.paths as p; print(p.__file__, p.resources(), p.seeds(), sep='\\n')"
    places = run(python, tmp_path, "-c", show).splitlines()
    installed = str(python.parent.parent)
    assert len(places) == 3
    assert all(place.startswith(installed) for place in places)


def test_the_demo_runs_from_the_wheel_without_qt(python: Path, tmp_path: Path) -> None:
    run(python, tmp_path, "-c", WITHOUT_QT, "demo", "demo")
    (project,) = (tmp_path / "demo").glob("*.db")
    status = json.loads(run(python, tmp_path, "-c", WITHOUT_QT, "status", str(project), "--json"))
    assert status["articles"] > 0


def test_the_guidelines_of_both_languages_are_read_from_the_wheel(
    python: Path, tmp_path: Path
) -> None:
    run(python, tmp_path, "-c", WITHOUT_QT, "init", "new.db", "--lead", "huda")
    pages = json.loads(run(python, tmp_path, "-c", GUIDELINES, "new.db"))
    for language, (text, version, is_rtl) in pages.items():
        source = ROOT / "resources" / "guidelines" / f"guidelines_{language}.md"
        first, _, page = source.read_text("utf-8").partition("\n")
        assert f"version: {version} " in first
        assert text.strip() == page.strip() != ""
        assert is_rtl is (language == "ar")
    shown = run(python, tmp_path, "-c", WITHOUT_QT, "guidelines", "new.db")
    assert pages["en"][0].splitlines()[0] in shown


def test_the_window_of_the_wheel_speaks_both_languages(python: Path, tmp_path: Path) -> None:
    said = json.loads(run(python, tmp_path, "-c", WORDS))
    assert said["en"] == ["1 article so far…", "&Repeat the last label"]
    assert all(any("\u0620" <= letter <= "\u064a" for letter in text) for text in said["ar"])


def test_the_wheel_installs_the_command(python: Path) -> None:
    command = python.with_name("annotator.exe" if os.name == "nt" else "annotator")
    done = subprocess.run(
        [str(command), "--help"], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
