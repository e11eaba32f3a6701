"""The types of feature structures that we write and read, by the names that DKPro gave them.

INCEpTION refuses a JSON CAS with a type that its project lacks.  So all that we write is of types
that each project has: what is ours alone stands in the string fields that DKPro keeps for metadata.
"""

from functools import cache
from typing import Any

DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
ANNOTATION = "uima.tcas.Annotation"
DOCUMENT = "uima.tcas.DocumentAnnotation"
SOFA = "uima.cas.Sofa"
VIEW = "uima.cas.View"
STRING = "uima.cas.String"
TOKEN = f"{DKPRO}segmentation.type.Token"
SENTENCE = f"{DKPRO}segmentation.type.Sentence"
ENTITIES = f"{DKPRO}ner.type."
ENTITY = f"{ENTITIES}NamedEntity"
METADATA = f"{DKPRO}metadata.type.DocumentMetaData"
FIELD = f"{DKPRO}metadata.type.MetaDataStringField"

ARTICLE_KEY = "annotator.article"
"""The field with what goes along with an article, as JSON."""
SPAN_KEY = "annotator.span"
"""The field over a span with what is known of it, as JSON."""
REPLACED_KEY = "annotator.replaced"
"""The field with the characters that XML cannot hold, as JSON: positions and code points."""

_FEATURES = {
    TOKEN: (),
    SENTENCE: (),
    ENTITY: ("value", "identifier"),
    METADATA: ("documentTitle", "documentId"),
    FIELD: ("key", "value"),
}


def type_system() -> Any:
    """Return the type system of what we write, to be shared by all articles.

    Features that stay empty are not declared: each would be looked at in each token.
    """
    from cassis import TypeSystem

    class Remembering(TypeSystem):  # type: ignore[misc]
        """Answers anew only what it was not asked before: writing XMI asks for each feature."""

        is_instance_of = cache(TypeSystem.is_instance_of)
        is_primitive = cache(TypeSystem.is_primitive)
        is_primitive_array = cache(TypeSystem.is_primitive_array)
        is_primitive_list = cache(TypeSystem.is_primitive_list)

    types = Remembering()
    for name, features in _FEATURES.items():
        made = types.create_type(name, DOCUMENT if name == METADATA else ANNOTATION)
        for feature in features:
            types.create_feature(made, feature, STRING)
    return types
