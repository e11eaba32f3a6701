"""Arabic as the other parts see it: the functions of this folder behind ``core.language``."""

from annotator.arabic.borders import end_inward, end_outward, start_inward, start_outward
from annotator.arabic.clitics import clitic_cuts
from annotator.arabic.cuts import end_cuts, start_cuts
from annotator.arabic.datelines import dateline_end
from annotator.arabic.folding import fold, fold_with_index
from annotator.arabic.hijri import day_in_words
from annotator.arabic.names import without_articles, without_clitics
from annotator.arabic.publication import days_told
from annotator.arabic.reading import read_value
from annotator.arabic.sentences import sentences
from annotator.arabic.snapping import framed, snap, trim
from annotator.arabic.source import tokenizer_source
from annotator.arabic.whole_words import find_words, names_at, names_to_look_up
from annotator.arabic.words import next_word_end, previous_word_start, word_at, words
from annotator.core.language import Language


class Arabic:
    """Arabic; it has no state, so that it can be handed to other processes."""

    code = "ar"
    tokenizer_source = staticmethod(tokenizer_source)
    fold = staticmethod(fold)
    fold_with_index = staticmethod(fold_with_index)
    names_at = staticmethod(names_at)
    names_to_look_up = staticmethod(names_to_look_up)
    find_words = staticmethod(find_words)
    words = staticmethod(words)
    sentences = staticmethod(sentences)
    word_at = staticmethod(word_at)
    clitic_cuts = staticmethod(clitic_cuts)
    start_cuts = staticmethod(start_cuts)
    end_cuts = staticmethod(end_cuts)
    trim = staticmethod(trim)
    snap = staticmethod(snap)
    framed = staticmethod(framed)
    next_word_end = staticmethod(next_word_end)
    previous_word_start = staticmethod(previous_word_start)
    start_outward = staticmethod(start_outward)
    start_inward = staticmethod(start_inward)
    end_outward = staticmethod(end_outward)
    end_inward = staticmethod(end_inward)
    without_articles = staticmethod(without_articles)
    without_clitics = staticmethod(without_clitics)
    dateline_end = staticmethod(dateline_end)
    days_told = staticmethod(days_told)
    own_day = staticmethod(day_in_words)
    read_value = staticmethod(read_value)


ARABIC: Language = Arabic()
