"""The authority: known persons, states, bodies, places, agreements, … and every spelling of their names.

>>> from ontology import authority
>>> authority.load().entries["person/ali-fuat-cebesoy"].tr
'Ali Fuat Cebesoy'
"""

from ontology.authority.entries import COLUMNS, KINDS, Authority, AuthorityError, Entry, fold, load

__all__ = ["COLUMNS", "KINDS", "Authority", "AuthorityError", "Entry", "fold", "load"]
