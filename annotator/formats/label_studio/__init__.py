r"""Label Studio: a folder with the tasks, and the labelling configuration for a project of them.

Offsets count code points (in old versions UTF-16: the option tells).  What is said of a span stands
where Label Studio shows it, lets people change it, and exports it again: its note as the region's
own remark (``meta.text``), its value as JSON in a text area of the region, its certainty as a
choice of the region.  How and when it was drawn stands in ``meta`` as well, where nobody sees it.
Details of an article stand in the task's ``data``, since the ``meta`` of a task is lost on its
import.  The quote has its line ends written ``\n``, as there.

Read are full exports, several annotators a task, and the short form (JSON-MIN).  Of a region that
bears several labels, each is a span.  What was skipped there is set aside.  Predictions, drafts,
relations, and all that is marked in other ways than by labels of a text, is left out and told.
Articles without annotations come without a layer.
"""

from annotator.core.format import Format, Unit
from annotator.formats.label_studio.reading import companions, count, read, recognise
from annotator.formats.label_studio.writing import write

FORMAT = Format(
    name="label_studio",
    suffixes=(".json",),
    unit=Unit.CODE_POINTS,
    nested=True,
    subword=True,
    recognise=recognise,
    read=read,
    count=count,
    companions=companions,
    write=write,
    is_folder=True,
    other_units=(Unit.UTF16,),
    has_columns=True,
)
