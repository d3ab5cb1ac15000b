"""Realis: what happened, what is only said, planned or denied, on sentences of our own."""

from __future__ import annotations

import pytest
from example_documents import facts_of

CASES = [
    ("Tevfik Rüştü Bey 4 Mayıs 1930’da Atina’ya gitti.", "asserted"),
    # a relative clause is presupposed, whatever is reported of its noun
    ("Bakan, Atina’ya giden Tevfik Rüştü Bey’in iyi karşılandığını bildirdi.", "asserted"),
    # the narrative future tells what happened
    ("Tevfik Rüştü Bey ertesi yıl Atina’ya gidecektir.", "asserted"),
    # a future seen from the past tells an intention
    ("Tevfik Rüştü Bey 1930 yazında Atina’ya gidecekti.", "planned"),
    ("Hükümet, Tevfik Rüştü Bey’in Atina’ya gitmesine karar verdi.", "planned"),
    ("Tevfik Rüştü Bey Atina’ya gitmedi.", "denied"),
    # what was forbidden did not happen
    ("Yunanistan, Tevfik Rüştü Bey’in Atina’ya girişini yasakladı.", "denied"),
    ("Elçi, Tevfik Rüştü Bey’in Atina’ya gittiğini bildirdi.", "reported"),
    ("Times gazetesine göre Tevfik Rüştü Bey Atina’ya gitti.", "reported"),
    # what comes before a purpose is no part of it
    ("Tevfik Rüştü Bey Atina’ya gittikten sonra barışı sağlamak için çaba harcadı.", "asserted"),
    # "maddeye göre" is no hearsay
    ("Programa göre Tevfik Rüştü Bey 4 Mayıs 1930’da Atina’ya gitti.", "asserted"),
]


@pytest.mark.parametrize(("text", "status"), CASES)
def test_status_of_a_movement(text: str, status: str) -> None:
    found = [f for f in facts_of(text) if f.type == "Movement"]
    assert found, f"no Movement in: {text}"
    assert [f.status for f in found] == [status]


def test_who_was_not_asked_to_a_conference_denies_no_conference() -> None:
    told = facts_of("Cenova Konferansı 10 Nisan 1922’de açıldı. Türkiye bu konferansa çağrılmadı.")
    assert {f.status for f in told if f.type == "Conference"} == {"asserted"}
