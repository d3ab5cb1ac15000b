"""Every question of the catalogue: it is SPARQL, names only terms that exist, and answers as ``expected/NAME.tsv`` says.

``UPDATE_EXPECTED=1 pytest tests/queries`` writes the answers anew; review them as a diff.
"""

import os
import re
from pathlib import Path

import pyoxigraph as ox
import pytest

import ontology
import queries
from ontology import vocabulary
from queries.formats import brief

HASH = re.compile(r"/[0-9a-f]{16}\b")
EXPECTED = Path(__file__).parent / "expected"
ASKED = {
    "agreements": {"party": "Türkiye", "from": "1921", "until": "1921-10"},
    "archives": {"about": "Bekir Sami Kunduh"},
    "conferences": {"conference": "Kars Konferansı"},
    "deliveries": {"item": "altın"},
    "events-in-place": {"place": "place/rusya"},
    "evidence": {"event": "Kars Antlaşması"},
    "journeys": {"destination": "Ankara"},
    "letters": {"a": "Chicherin", "b": "person/mustafa-kemal-ataturk"},
    "meetings": {"a": "FRUNZE"},
    "mission-members": {"head": "Bekir Sami Kunduh"},
    "names": {"word": "Sami"},
    "office-holders": {"office": "Hariciye Vekili"},
    "planned-or-denied": {"status": "denied"},
    "signatories": {"agreement": "kars antlaşması"},
    "sources": {"about": "agreement/kars-antlasmasi"},
    "timeline": {"actor": "Mihail Frunze", "from": "1921"},
}


def test_catalogue_is_large_enough_and_bilingual():
    assert len(queries.names()) >= 14
    for name in queries.names():
        assert {"tr", "en"} <= queries.load(name).summary.keys(), name


@pytest.mark.parametrize("name", queries.names())
def test_question_is_sparql_before_anything_is_filled_in(name):
    ox.Store().query(queries.load(name).text)


@pytest.mark.parametrize("name", queries.names())
def test_question_writes_its_prefixes_out_as_the_program_knows_them(name):
    text = queries.load(name).text
    written = dict(re.findall(r"^PREFIX (\w+): +<([^>]+)>", text, re.M))
    used = set(re.findall(r"(?<![\w:<])([a-z]+):\w", re.sub(r"#[^\n]*|<[^>]*>|\"[^\"]*\"", "", text)))
    assert used == set(written)
    assert written == {prefix: str(vocabulary.PREFIXES[prefix]) for prefix in written}


@pytest.mark.parametrize("name", queries.names())
def test_question_names_only_terms_of_the_ontology(name):
    known = {str(node).partition("#")[2] for node in ontology.load().subjects() if str(node).startswith(str(vocabulary.H))}
    used = set(re.findall(r"\bh:(\w+)", queries.load(name).text))
    assert used <= known


@pytest.mark.parametrize("name", queries.names())
def test_question_answers_as_expected(name, folder):
    result = queries.run(name, folder, ASKED.get(name, {}))
    rows = [HASH.sub("/…", "\t".join(brief(term).replace("\n", " ") for term in row)) for row in result.rows]
    lines = ["\t".join(result.columns), *(sorted(rows) if result.triples else rows)]
    text = "\n".join(lines) + "\n"
    file = EXPECTED / f"{name}.tsv"
    if os.environ.get("UPDATE_EXPECTED"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text("utf-8")
    assert len(lines) > 1, "the made-up graph holds an answer to every question"


@pytest.mark.parametrize("name", queries.names())
def test_question_runs_without_its_optional_parameters(name, folder):
    required = [p.name for p in queries.load(name).parameters.values() if p.default is None]
    queries.run(name, folder, {key: value for key, value in ASKED.get(name, {}).items() if key in required})
