"""Projects for the tests of the sweep: short texts, some of whose words are marked."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from annotator.core.model import Author, Role, derived_id
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.projects import init

LEAD = "huda"
Line = dict[str, object]


def line(name: str, text: str, author: str = "amal", status: str = "finished") -> Line:
    """Return an article whose marks stand in its text: ``[قسرك:base]``, ``[99%:figure=99]``."""
    plain, spans, reached = "", [], 0
    for match in re.finditer(r"\[([^:\]]+):(\w+)(?:=([^\]]+))?\]", text):
        plain += text[reached : match.start()]
        span = {"start": len(plain), "end": len(plain) + len(match[1]), "label": match[2]}
        spans.append(span | ({"value": _value(match[2], match[3])} if match[3] else {}))
        plain += match[1]
        reached = match.end()
    plain += text[reached:]
    return {"name": name, "text": plain, "author": author, "status": status, "spans": spans}


def _value(label: str, told: str) -> dict[str, object]:
    if label == "figure":
        return {"value": json.loads(told)}
    if label == "date":
        return {"edtf": told}
    return {"entry": derived_id(label, told), "name": told}


def bring(path: Path, lines: Iterable[Line]) -> None:
    """Let another program import articles and layers."""
    file = path.with_name("lines.jsonl")
    file.write_text("".join(json.dumps(one) + "\n" for one in lines), "utf-8")
    with Project.open(path) as project:
        report = import_files(project, [file], Quiet())
        assert not report.refused, report


def project_of(path: Path, *lines: Line) -> Path:
    """Make a project that has a lead."""
    init(path)
    with Project.open(path) as project, project.writing():
        project.authors.put(Author(LEAD, Role.LEAD))
    bring(path, lines)
    return path


def usual(count: int = 4) -> list[Line]:
    """Return articles in each of which قسرك is marked as a base."""
    return [line(f"usual-{number}", f"قاعدة [قسرك:base] رقم {number}") for number in range(count)]


def odd() -> list[Line]:
    """Return articles in which قسرك is bare, another label, and marked with its kind word."""
    return [
        line("bare", "غادروا قسرك اليوم"),
        line("other", "قالت [قسرك:actor] إنها"),
        line("borders", "في [قاعدة قسرك:base] جنود"),
    ]


def meant(usual: int = 4) -> list[Line]:
    """Return articles in which قسرك is linked to two bases, and مئة has two numbers."""
    return [
        *(line(f"meant-{n}", f"في [قسرك:base=قسرك] {n} [مئة:figure=100]") for n in range(usual)),
        line("elsewhere", "غادروا [قسرك:base=مطار قسرك] ومعهم [مئة:figure=10]"),
    ]
