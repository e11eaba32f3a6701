"""What the pictures show: each scene is data; what prepares it is in ``scene_acts``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from scene_acts import (
    find,
    mark_all,
    review_at,
    search,
    show_card,
    show_export,
    show_guidelines,
    show_handing,
    show_import,
    show_labels,
    show_mine,
    show_overview,
    show_questions,
    show_registry,
    show_release,
    show_span,
    show_suggestions,
    show_waiting,
    stay_at,
)

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow

SHADDADI = "2026-02-18-shaddadi-handover.txt"
CONOCO = "conoco-omar-fields.txt"
"""An article without a day of publication in which nobody has marked anything yet."""


@dataclass(frozen=True)
class Scene:
    """What one picture shows."""

    name: str
    language: str
    theme: Literal["light", "dark"] = "light"
    prepare: Callable[[MainWindow], None] = show_span
    article: str = SHADDADI
    author: str = "amal"
    width: int = 1080
    height: int = 680
    suggests: bool = False
    """Whether spans are suggested."""


ALL = (
    Scene("window", "en", width=1280, height=800),
    Scene("arabic-light", "ar", width=1280, height=800),
    Scene("arabic-dark", "ar", "dark", width=1280, height=800),
    Scene("narrow", "ar", width=760, height=800),
    Scene("find", "en", prepare=find),
    Scene("find-arabic", "ar", "dark", find),
    Scene("mark-all", "en", prepare=mark_all),
    Scene("mark-all-arabic", "ar", prepare=mark_all),
    Scene("date", "en", "light", stay_at("مايو/ أيار الماضي"), CONOCO),
    Scene("date-arabic", "ar", "dark", stay_at("مايو/ أيار الماضي"), CONOCO),
    Scene("figure", "en", "dark", stay_at("180 بئراً"), CONOCO),
    Scene("figure-arabic", "ar", "light", stay_at("180 بئراً"), CONOCO),
    Scene("entry", "en", "light", stay_at("العمر"), CONOCO),
    Scene("entry-arabic", "ar", "light", stay_at("العمر"), CONOCO),
    Scene("suggestions", "en", "light", show_suggestions, CONOCO, suggests=True),
    Scene("suggestions-arabic", "ar", "dark", show_suggestions, CONOCO, suggests=True),
    Scene("registry", "en", "light", show_registry, author="huda"),
    Scene("registry-arabic", "ar", "dark", show_registry, author="huda"),
    Scene("labels", "en", "dark", show_labels, author="huda"),
    Scene("labels-arabic", "ar", "light", show_labels, author="huda"),
    Scene("guidelines", "en", "light", show_guidelines),
    Scene("guidelines-arabic", "ar", "dark", show_guidelines),
    Scene("search", "en", "light", search),
    Scene("search-arabic", "ar", "light", search),
    Scene("questions", "en", "light", show_questions, author="huda"),
    Scene("questions-arabic", "ar", "dark", show_questions, author="huda"),
    Scene("review", "en", "light", review_at(10), author="huda", width=1280, height=800),
    Scene("review-arabic", "ar", "light", review_at(2), author="huda", width=1280, height=800),
    Scene("review-dark", "ar", "dark", review_at(7), author="huda", width=1280, height=800),
    Scene(
        "review-own", "en", "dark", review_at(10, own=True), author="huda", width=1280, height=800
    ),
    Scene("review-narrow", "ar", "light", review_at(3), author="huda", width=720, height=560),
    Scene("overview", "en", "light", show_overview(0, 350), author="huda"),
    Scene("overview-arabic", "ar", "dark", show_overview(2, 250), author="huda"),
    Scene("overview-dark", "en", "dark", show_waiting, author="huda"),
    Scene("overview-arabic-light", "ar", "light", show_waiting, author="huda"),
    Scene("handing", "en", "light", show_handing, author="huda"),
    Scene("handing-arabic", "ar", "dark", show_handing, author="huda"),
    Scene("sweep", "en", "dark", show_overview(3), author="huda"),
    Scene("sweep-arabic", "ar", "light", show_overview(3), author="huda"),
    Scene("mine", "en", "light", show_mine, author="nasser"),
    Scene("mine-arabic", "ar", "light", show_mine, author="nasser"),
    Scene("export", "en", "light", show_export, author="huda"),
    Scene("export-arabic", "ar", "dark", show_export, author="huda", width=1024, height=700),
    Scene("import", "en", "dark", show_import, author="huda"),
    Scene("import-arabic", "ar", "light", show_import, author="huda"),
    Scene("release", "en", "light", show_release, author="huda"),
    Scene("release-arabic", "ar", "dark", show_release, author="huda"),
    Scene("card", "en", "light", show_card, author="huda"),
)
SCENES = {scene.name: scene for scene in ALL}
