"""What the window can do, as a table: names, keys, and the menus they stand in."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from annotator.gui.language import Translate

_ALT_P: Final = ("Alt+P", "Alt+ح")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do: its name in the program, its text, and the keys that do it."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    needs: str = "project"
    """What must be there to act on (see ``Workbench.offers``); ``idle``: nothing is under way.

    ``edited``, ``removed`` and ``merged`` is what goes for own spans in Review too.
    """
    view_key: str = ""
    """A key that belongs to the article view, and is only named here."""
    also: str = ""
    """Further words by which it is looked for."""


def menus(translate: Translate = QCoreApplication.translate) -> dict[str, list[Entry | None]]:
    """Return the menus; ``None`` is a line between two entries.

    They speak the language of the window unless ``translate`` speaks another.
    """
    return {
        translate("Actions", "&File"): _file_menu(translate),
        translate("Actions", "&Edit"): _edit_menu(translate),
        translate("Actions", "&Article"): _article_menu(translate),
        translate("Actions", "P&roject"): _project_menu(translate),
        translate("Actions", "Revie&w"): _review_menu(translate),
        translate("Actions", "&View"): [
            Entry("annotate", translate("Actions", "&Annotate"), ("Ctrl+F1",)),
            Entry("review", translate("Actions", "&Review"), ("Ctrl+F2",), "lead"),
            Entry("overview", translate("Actions", "&Overview"), ("Ctrl+F3",)),
            None,
            Entry("zoom_in", translate("Actions", "Zoom &in"), ("Ctrl++", "Ctrl+=")),
            Entry("zoom_out", translate("Actions", "Zoom o&ut"), ("Ctrl+-",)),
            Entry("zoom_reset", translate("Actions", "&Normal size"), ("Ctrl+0",)),
            None,
            Entry("guidelines", translate("Actions", "&Guidelines"), ("F4",)),
            Entry(
                "search_guidelines", translate("Actions", "&Search the guidelines"), ("Shift+F4",)
            ),
            None,
            Entry("suggestions", translate("Actions", "Sho&w suggestions")),
            Entry("suggest_rules", translate("Actions", "Suggest what rules find")),
            Entry("suggest_memory", translate("Actions", "Suggest what was marked before")),
            Entry("suggest_model", translate("Actions", "Suggest what the model finds")),
            None,
            Entry("measure_time", translate("Actions", "Measure the &time worked")),
            Entry("focus", translate("Actions", "Move the &focus"), ("F6",)),
        ],
        translate("Actions", "&Help"): [
            Entry("palette", translate("Actions", "&Commands…"), ("Ctrl+K",), ""),
            Entry("keys", translate("Actions", "&Keys"), ("F1",), ""),
        ],
    }


def _file_menu(translate: Translate) -> list[Entry | None]:
    return [
        Entry("new", translate("Actions", "&New project…"), ("Ctrl+N",), ""),
        Entry("open", translate("Actions", "&Open a project…"), ("Ctrl+O",), ""),
        Entry("demo", translate("Actions", "Open the &demo"), (), ""),
        None,
        Entry("import", translate("Actions", "&Import articles…"), ("Ctrl+I",), "idle"),
        Entry("import_folder", translate("Actions", "Import a &folder…"), (), "idle"),
        Entry(
            "import_choices",
            translate("Actions", "I&mport with choices…"),
            ("Ctrl+Shift+I",),
            "idle",
            also=translate("Actions", "preview, format, places, columns and labels of files"),
        ),
        Entry("undo_project", translate("Actions", "Undo in the project"), (), "undo"),
        Entry("redo_project", translate("Actions", "Redo in the project"), (), "redo"),
        Entry("export", translate("Actions", "&Export…"), ("Ctrl+E",)),
        Entry("report", translate("Actions", "&Report…"), (), "lead"),
        Entry("backup", translate("Actions", "&Back up…")),
        None,
        Entry("author", translate("Actions", "Change &author…")),
        Entry("quit", translate("Actions", "&Quit"), ("Ctrl+Q",), ""),
    ]


def _edit_menu(translate: Translate) -> list[Entry | None]:
    return [
        Entry("undo", translate("Actions", "&Undo"), ("Ctrl+Z",), "undo"),
        Entry("redo", translate("Actions", "Re&do"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
        None,
        Entry("find", translate("Actions", "&Find in the article"), ("Ctrl+F",), "article"),
        None,
        Entry("next_span", translate("Actions", "Ne&xt span"), (), "edited", "Space"),
        Entry("previous_span", translate("Actions", "&Previous span"), (), "edited", "Shift+Space"),
        Entry("repeat", translate("Actions", "&Repeat the last label"), (), "edited", "."),
        Entry(
            "keep", translate("Actions", "&Keep the last label, or no longer"), (), "article", ","
        ),
        Entry("extend", translate("Actions", "Extend to &quotes or brackets"), (), "edited", '"'),
        Entry("retract", translate("Actions", "&Back from quotes or brackets"), (), "edited", "'"),
        Entry("split", translate("Actions", "Sp&lit at the caret"), ("Ctrl+Shift+J",), "edited"),
        Entry("merge", translate("Actions", "Mer&ge with the next"), ("Ctrl+J",), "merged"),
        None,
        *_suggestion_entries(translate),
        None,
        Entry("remove", translate("Actions", "Remove t&he span"), (), "removed", "Del"),
        *_mention_entries(translate),
        None,
        Entry("note", translate("Actions", "Write a &note"), ("Ctrl+M",), "article"),
        Entry("value", translate("Actions", "Say the &value"), ("F2",), "article"),
        Entry("best", translate("Actions", "Take the be&st value"), (), "span", "Enter"),
        Entry(
            "new_entry",
            translate("Actions", "Ne&w entry of the words"),
            (),
            "span",
            "Shift+Enter",
        ),
        Entry(
            "by_day",
            translate("Actions", "Date by the day of publication"),
            (),
            "span",
            "Shift+Enter",
        ),
        Entry(
            "next_missing",
            translate("Actions", "Next span w&ithout a value"),
            ("Shift+F2",),
            "article",
        ),
        Entry("unsure", translate("Actions", "N&ot sure, or sure again"), ("Ctrl+U",), "span"),
    ]


def _suggestion_entries(translate: Translate) -> list[Entry | None]:
    return [
        Entry("next_suggestion", translate("Actions", "Next suggestion"), (), "article", "Tab"),
        Entry(
            "previous_suggestion",
            translate("Actions", "Previous suggestion"),
            (),
            "article",
            "Shift+Tab",
        ),
        Entry(
            "accept_suggestion", translate("Actions", "Take the suggestion"), (), "article", "Enter"
        ),
        Entry(
            "refuse_suggestion",
            translate("Actions", "Refuse the suggestion"),
            (),
            "article",
            "Backspace, Del",
        ),
        Entry(
            "accept_all",
            translate("Actions", "Take all suggestions surer than 90 %"),
            ("Alt+Return", "Alt+Enter"),
            "article",
        ),
    ]


def _mention_entries(translate: Translate) -> list[Entry | None]:
    return [
        None,
        Entry(
            "mentions",
            translate("Actions", "Mark all mentions in this &article…"),
            (),
            "edited",
            "=",
        ),
        Entry(
            "mentions_everywhere",
            translate("Actions", "Mark all mentions in all m&y articles…"),
            (),
            "article",
            "+",
        ),
        Entry(
            "unmark",
            translate("Actions", "Unmark all mentions in &this article…"),
            (),
            "edited",
            "-",
        ),
        Entry(
            "unmark_everywhere",
            translate("Actions", "Unmark all mentions in all my arti&cles…"),
            (),
            "article",
            "_",
        ),
    ]


def _article_menu(translate: Translate) -> list[Entry | None]:
    return [
        Entry(
            "finish_next",
            translate("Actions", "&Finish and open the next"),
            ("Ctrl+Return", "Ctrl+Enter"),
            "article",
        ),
        Entry("finish", translate("Actions", "Finish"), ("Ctrl+Shift+Return",), "unfinished"),
        Entry("set_aside", translate("Actions", "&Set aside…"), ("Ctrl+Shift+S",), "article"),
        Entry("reopen", translate("Actions", "&Reopen"), (), "closed"),
        None,
        Entry("remove_article", translate("Actions", "Re&move the article…"), (), "lead_article"),
        None,
        Entry("ask", translate("Actions", "As&k the lead…"), ("Ctrl+Shift+A",), "article", "?"),
        Entry(
            "details",
            translate("Actions", "&Details…"),
            ("Ctrl+D",),
            "article",
            also=translate(
                "Actions",
                "direction of the article: right to left as Arabic, left to right; outlet, address",
            ),
        ),
        # With Alt, keyboards that have Arabic letters alone send those: ح is where P is.
        Entry("published", translate("Actions", "Day of &publication"), _ALT_P, "article"),
        Entry("mine", translate("Actions", "How &gold differs from mine"), (), "article"),
        Entry(
            "review_article",
            translate("Actions", "Review t&his article"),
            ("Ctrl+Shift+F2",),
            "lead_article",
            also=translate("Actions", "gold of this article, its decisions, settled"),
        ),
        None,
        Entry("next", translate("Actions", "&Next article"), ("Alt+Down",)),
        Entry("previous", translate("Actions", "Pre&vious article"), ("Alt+Up",)),
        Entry("search", translate("Actions", "S&earch articles"), ("Ctrl+Shift+F",)),
        Entry("filter", translate("Actions", "Fi&lter articles…"), ("Ctrl+Shift+L",)),
        Entry("show_all", translate("Actions", "Sho&w all articles")),
    ]


def _project_menu(translate: Translate) -> list[Entry | None]:
    return [
        Entry("labels", translate("Actions", "&Labels…")),
        Entry("registry", translate("Actions", "&Registry…"), ("Ctrl+R",)),
        Entry(
            "release",
            translate("Actions", "R&elease a dataset…"),
            ("Ctrl+Shift+E",),
            "lead",
            also=translate("Actions", "splits: train, dev, test; gold for training"),
        ),
        Entry("own_guidelines", translate("Actions", "&Guidelines of the project…"), (), "lead"),
        Entry("drop_guidelines", translate("Actions", "Guidelines of the &program"), (), "lead"),
        None,
        Entry(
            "suggest_all",
            translate("Actions", "&Suggest on all my articles"),
            (),
            "idle",
            also=translate("Actions", "look through them for suggestions"),
        ),
        Entry(
            "train",
            translate("Actions", "Let the &model learn from gold"),
            (),
            "lead",
            also=translate("Actions", "train the model"),
        ),
        None,
        Entry("questions", translate("Actions", "&Questions…")),
        Entry("trash", translate("Actions", "Tras&h…"), (), "lead"),
        Entry("work_time", translate("Actions", "Work &time…"), (), "lead"),
    ]


def _review_menu(translate: Translate) -> list[Entry | None]:
    return [
        Entry("majorities", translate("Actions", "Take what &most say…"), (), "lead"),
        Entry("by_rule", translate("Actions", "&Settle by the guidelines…"), (), "lead"),
        Entry("alike", translate("Actions", "&Decide all like this…"), (), "review", "="),
        Entry("alike_last", translate("Actions", "Decide all like the &last…"), (), "review", "+"),
        Entry("same_again", translate("Actions", "&Offer the same again"), (), "lead"),
        None,
        Entry("accept_singles", translate("Actions", "Accept s&ingle layers…"), (), "lead"),
        Entry("accept_set_aside", translate("Actions", "Accept layers set &aside…"), (), "lead"),
        None,
        Entry("sample", translate("Actions", "&Check a random sample…"), (), "lead"),
    ]
