"""Namespaces and the IRIs that the program is built on; nothing else in the repository spells an IRI.

The terms themselves, with labels and definitions, stand in the Turtle files of this folder. Reach a term by its
namespace: ``H.signatory``, ``SEM.hasActor``.
"""

from __future__ import annotations

from rdflib import Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, OWL, PROV, RDF, RDFS, SKOS, VOID, XSD

__all__ = [
    "BASE",
    "CRM",
    "DCAT",
    "DCTERMS",
    "EDTF",
    "EDTF_DATE",
    "GEO",
    "LANGUAGES",
    "OA",
    "ONTOLOGY",
    "OWL",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SEM",
    "SH",
    "SKOS",
    "STATUSES",
    "TAGS",
    "VOID",
    "WIKIDATA",
    "XSD",
    "H",
]

BASE = Namespace("https://w3id.org/hariciye/")
"""Where resources live unless a setting says otherwise."""

ONTOLOGY = URIRef("https://w3id.org/hariciye/ontology")
H = Namespace("https://w3id.org/hariciye/ontology#")

CRM = Namespace("http://www.cidoc-crm.org/cidoc-crm/")
EDTF = Namespace("http://id.loc.gov/datatypes/edtf/")
GEO = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")
OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = Namespace("https://schema.org/")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
SH = Namespace("http://www.w3.org/ns/shacl#")
WIKIDATA = Namespace("http://www.wikidata.org/entity/")

EDTF_DATE = EDTF.EDTF
"""The datatype of every date literal (Extended Date/Time Format, ISO 8601-2)."""

STATUSES = {name: H[name] for name in ("asserted", "reported", "planned", "denied")}
"""The concept of each ``Fact.status``."""

TAGS = ("PER", "LOC", "GPE", "ORG", "GRP", "AGR", "CNF", "WAR", "OFF", "DAT")
"""The tags of mentions."""

LANGUAGES = ("tr", "en")
"""The languages that every label, definition and message is written in."""

PREFIXES = {
    "crm": CRM,
    "dcat": DCAT,
    "dcterms": DCTERMS,
    "edtf": EDTF,
    "geo": GEO,
    "h": H,
    "oa": OA,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "sem": SEM,
    "sh": SH,
    "skos": SKOS,
    "void": VOID,
    "wd": WIKIDATA,
    "xsd": XSD,
}
"""The prefix of each namespace in everything that the program writes."""
