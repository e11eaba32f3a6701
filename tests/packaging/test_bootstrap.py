import ast
import json
import os
import sys
import tomllib
from pathlib import Path

import bootstrap
import checks
import commands
import demo
import environment
import libraries
import loaders
import pytest
import translations


def test_the_newest_python_that_fits_is_chosen() -> None:
    versions = {"/bin/python3.13": (3, 13), "/bin/python3.11": (3, 11)}
    which = {"python3.13": "/bin/python3.13", "python3.11": "/bin/python3.11"}.get
    assert bootstrap.fitting_python(which, versions.__getitem__) == "/bin/python3.13"


def test_a_python_on_the_path_that_does_not_start_is_passed_over() -> None:
    versions = {"/shims/python3.13": (), "/bin/python3.12": (3, 12)}
    which = {"python3.13": "/shims/python3.13", "python3.12": "/bin/python3.12"}.get
    assert bootstrap.fitting_python(which, versions.__getitem__) == "/bin/python3.12"


def test_there_may_be_no_python_that_fits() -> None:
    assert bootstrap.fitting_python(lambda name: None, lambda path: (3, 11)) is None


def test_what_is_no_interpreter_has_no_version(tmp_path: Path) -> None:
    assert bootstrap.version_of(str(tmp_path / "python3.12")) == ()


def test_a_wrong_python_says_which_ones_fit(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "fitting_python", lambda which, version: None)
    assert bootstrap.hand_over(["run"]) == 1
    assert "Annotator needs Python 3.11 to 3.13" in capsys.readouterr().err


def test_old_pythons_can_read_the_bootstrap(root: Path) -> None:
    text = (root / "packaging" / "bootstrap.py").read_text(encoding="utf-8")
    ast.parse(text, feature_version=(3, 7))


def test_the_pythons_of_the_bootstrap_are_those_of_the_package(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (oldest, newest) = bootstrap.OLDEST, bootstrap.NEWEST
    wanted = f">={oldest[0]}.{oldest[1]},<{newest[0]}.{newest[1] + 1}"
    assert project["requires-python"] == wanted


def test_what_is_not_ours_goes_to_pytest() -> None:
    options = bootstrap.read_options(["test", "-k", "bidi", "tests/gui"])
    assert (options.command, options.rest) == ("test", ["-k", "bidi", "tests/gui"])


def test_other_programs_are_told_what_is_not_ours_too() -> None:
    options = bootstrap.read_options(["test", "--loaders", "-k", "demo"])
    assert (options.loaders, options.rest) == (True, ["-k", "demo"])
    assert not bootstrap.read_options(["test", "--lo"]).loaders


def test_every_environment_of_other_programs_has_tests_and_pinned_packages() -> None:
    tests = {file.stem.removeprefix("test_") for file in loaders.TESTS.glob("test_*.py")}
    assert set(loaders.names()) == tests != set()
    for name in tests:
        text = (loaders.REQUIREMENTS / f"{name}.txt").read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        assert all("==" in line for line in lines)


def test_an_environment_of_other_programs_is_made_anew_when_it_needs_other_packages(
    tmp_path: Path,
) -> None:
    requirements = tmp_path / "some.txt"
    requirements.write_text("numpy==2.4.6\n", encoding="utf-8")
    before = loaders.fingerprint(requirements)
    assert before == loaders.fingerprint(requirements)
    requirements.write_text("numpy==2.4.7\n", encoding="utf-8")
    assert before != loaders.fingerprint(requirements)


def test_run_takes_no_further_arguments() -> None:
    with pytest.raises(SystemExit):
        bootstrap.read_options(["run", "fast"])


def test_every_command_can_be_carried_out() -> None:
    assert all(
        bootstrap.read_options([name]).command in commands.COMMANDS for name in commands.COMMANDS
    )


def checkout(folder: Path) -> Path:
    (folder / "packaging").mkdir(parents=True)
    (folder / "pyproject.toml").write_text("a", encoding="utf-8")
    (folder / "packaging" / "constraints.txt").write_text("b", encoding="utf-8")
    return folder


def test_the_fingerprint_follows_what_decides_the_environment(tmp_path: Path) -> None:
    here, there = checkout(tmp_path / "here"), checkout(tmp_path / "there")
    before = environment.fingerprint(here, "3.11.7")
    assert before == environment.fingerprint(here, "3.11.7")
    assert before != environment.fingerprint(here, "3.12.1")
    assert before != environment.fingerprint(there, "3.11.7")
    (here / "packaging" / "constraints.txt").write_text("c", encoding="utf-8")
    assert before != environment.fingerprint(here, "3.11.7")


@pytest.mark.parametrize("text", ["", "{", "[]", "null"])
def test_a_damaged_stamp_is_no_stamp(tmp_path: Path, text: str) -> None:
    (tmp_path / "stamp").write_text(text, encoding="utf-8")
    assert environment.read_stamp(tmp_path / "stamp") == {}


def test_a_missing_stamp_is_no_stamp(tmp_path: Path) -> None:
    assert environment.read_stamp(tmp_path / "stamp") == {}


def test_an_environment_for_running_is_not_enough_for_testing() -> None:
    running = {"fingerprint": "f", "test": False}
    assert environment.is_current(running, "f", test=False)
    assert not environment.is_current(running, "f", test=True)
    assert environment.is_current(running | {"test": True}, "f", test=False)
    assert not environment.is_current(running, "g", test=False)


def test_only_the_packages_of_missing_libraries_are_asked_for() -> None:
    missing = {"libEGL.so.1", "libxcb-cursor.so.0"}

    def is_there(library: str) -> bool:
        return library not in missing

    assert libraries.packages_for(libraries.OFFSCREEN, is_there) == ["libegl1"]
    assert libraries.packages_for(libraries.WINDOW, is_there) == ["libegl1", "libxcb-cursor0"]


def test_the_loader_knows_what_is_not_there() -> None:
    assert not libraries.loads("libno-such-thing.so.9")


def test_who_is_not_root_is_told_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(libraries.os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(libraries.Stop, match=r"sudo apt-get .* install -y libegl1 libgl1$"):
        libraries.install_packages(["libegl1", "libgl1"], "some libraries")


def test_a_system_without_apt_is_told_the_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries.shutil, "which", lambda name: None)
    with pytest.raises(libraries.Stop, match="libegl1"):
        libraries.install_packages(["libegl1"], "some libraries")


@pytest.mark.parametrize(
    ("platform", "variables", "shown"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_window_needs_a_display(platform: str, variables: dict[str, str], shown: bool) -> None:
    assert commands.has_display(platform, variables) is shown


@pytest.mark.parametrize(
    ("platform", "variables", "folder"),
    [
        ("linux", {}, "home/.local/share/annotator"),
        ("linux", {"XDG_DATA_HOME": "data"}, "data/annotator"),
        ("darwin", {}, "home/Library/Application Support/Annotator"),
        ("win32", {"LOCALAPPDATA": "local"}, "local/Annotator"),
    ],
)
def test_the_demo_lies_where_programs_keep_data(
    platform: str, variables: dict[str, str], folder: str
) -> None:
    assert demo.data_folder(platform, variables, Path("home")) == Path(folder)


def test_a_demo_that_is_there_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "demo.db").write_bytes(b"work of weeks")
    assert demo.project(tmp_path) == tmp_path / "demo.db"
    assert (tmp_path / "demo.db").read_bytes() == b"work of weeks"


def test_some_tests_alone_are_not_held_to_the_coverage_of_all() -> None:
    assert "--cov-fail-under=0" in checks.pytest_command(["-k", "bidi"])
    assert "--cov-fail-under=0" not in checks.pytest_command([])


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="the system tells no cores")
def test_all_tests_take_the_cores_that_there_are() -> None:
    there = os.sched_getaffinity(0)
    assert checks.cores() == len(there)
    assert ("-n" in checks.pytest_command([])) == (len(there) > 1)
    assert "-n" not in checks.pytest_command(["-k", "bidi"])
    try:
        os.sched_setaffinity(0, {min(there)})
        assert "-n" not in checks.pytest_command([])
    finally:
        os.sched_setaffinity(0, there)


MESSAGE = "<message><source>{}</source>{}</message>"
TS = "<TS><context><name>errors</name>{}</context></TS>"


@pytest.mark.parametrize(
    ("translation", "finished"),
    [
        ("<translation>نص</translation>", True),
        ("<translation></translation>", False),
        ('<translation type="unfinished">نص</translation>', False),
        ("<translation><numerusform>1</numerusform><numerusform/></translation>", False),
        ("", False),
    ],
)
def test_a_translation_is_finished_when_each_form_is_there(
    tmp_path: Path, translation: str, finished: bool
) -> None:
    texts = tmp_path / "annotator_ar.ts"
    texts.write_text(TS.format(MESSAGE.format("Text", translation)), encoding="utf-8")
    assert translations.untranslated(texts) == ([] if finished else ["Text"])


def test_fresh_translations_lack_nothing_but_the_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "VENV", Path(sys.prefix))
    translations.update(tmp_path)
    assert all("has no translation of" in problem for problem in translations.problems(tmp_path))


def test_the_constraints_pin_every_package_once(root: Path) -> None:
    lines = (root / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line.split(";")[0].strip() for line in lines if line and not line.startswith("#")]
    assert all(pin.count("==") == 1 for pin in pins)
    names = [pin.partition("==")[0].lower().replace("_", "-") for pin in pins]
    assert sorted(set(names)) == sorted(names)


def test_the_stamp_is_json(tmp_path: Path) -> None:
    stamp = {"fingerprint": "f", "python": "3.11.7", "test": True, "qt": ["offscreen"]}
    (tmp_path / "stamp").write_text(json.dumps(stamp), encoding="utf-8")
    assert environment.read_stamp(tmp_path / "stamp") == stamp
