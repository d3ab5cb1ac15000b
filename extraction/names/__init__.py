"""Names: every mention of a person, state, body, place, treaty, office … and who or what it names.

>>> from ontology import authority
>>> from extraction import names
>>> names.find(docs, document, dates, authority.load()).mentions[0][0].entity        # doctest: +SKIP
'person/ali-fuat-cebesoy'
"""

from extraction.names.curation import Curation, CurationError, curation
from extraction.names.finding import Names, find

__all__ = ["Curation", "CurationError", "Names", "curation", "find"]
