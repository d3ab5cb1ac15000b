"""Adjectives of two words, and postpositions that belong to a verb, leave the arguments of a clause alone."""

import pytest

from extraction.language.sample import sentence_of


@pytest.mark.parametrize(
    ("text", "verb", "slot", "head"),
    [
        ("Romanya, Moskova yanlısı bir hükümet kurdu.", "kur", "subject", "Romanya"),
        ("Romanya, söz konusu antlaşmayı imzaladı.", "imzala", "object", "antlaşmayı"),
        ("Sofya’ya İtalyanlardan, küçük de olsa bir yardım geldi.", "gel", "abl", "İtalyanlardan"),
        ("Romanya, Kabil’e 300’e yakın tüfek gönderdi.", "gönder", "dat", "Kabil"),
        ("Litvinov, Maliye Komiserliği içindeki muhalefete bir rapor gönderdi.", "gönder", "subject", "Litvinov"),
        ("Litvinov’un, Mussolini’ye, bir nota göndermesi Londra’da tepki çekti.", "gönder", "subject", "Litvinov"),
        ("“Güçlü bir Romanya” ihtimalinden çekinen Litvinov Londra’ya gitti.", "git", "subject", "Litvinov"),
    ],
)
def test_arguments(text: str, verb: str, slot: str, head: str) -> None:
    """What an adjective of two words or an aside holds is no argument, and the real one is found."""
    clause = next(c for c in sentence_of(text).clauses if c.lemma == verb)
    assert [p.head.text for p in clause.slot(slot)] == [head]
