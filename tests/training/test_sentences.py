"""Our own annotated sentences: the format is read or refused with file and line, and every file of ours bears its annotation out."""

from __future__ import annotations

from pathlib import Path

import pytest

from extraction.training.annotated import FOLDER, SentenceError, main, problems, read, read_file

GOOD = """S: [PER:Kenan Bey], [DAT:3 Mayıs 1930]’da [LOC:Sofya]’ya giderek bir kitabı [GPE:Bulgar hükümetine] sunmuştur.
C: giderek | nom=Kenan Bey | loc=3 Mayıs 1930 | dat=Sofya
C: sunmuştur | nom=Kenan Bey | acc=kitap | dat=Bulgar hükümeti
F: Movement | actor=Kenan Bey | destination=Sofya | date=1930-05-03
F: Transfer | giver=Kenan Bey | recipient=Bulgaristan | item=kitap | status=reported
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "a01_trial.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_block_is_read_whole(tmp_path: Path) -> None:
    (sentence,) = read_file(written(tmp_path, GOOD))
    assert sentence.text.startswith("Kenan Bey, 3 Mayıs 1930’da Sofya’ya")
    assert [(e.tag, sentence.text[e.start : e.end]) for e in sentence.entities] == [(e.tag, e.text) for e in sentence.entities]
    assert [e.tag for e in sentence.entities] == ["PER", "DAT", "LOC", "GPE"]
    assert [(a.case, a.text) for a in sentence.clauses[1].arguments] == [("nom", "Kenan Bey"), ("acc", "kitap"), ("dat", "Bulgar hükümeti")]
    assert [(f.type, f.status) for f in sentence.facts] == [("Movement", "asserted"), ("Transfer", "reported")]
    assert not list(problems(sentence))


@pytest.mark.parametrize(
    ("was", "becomes", "message"),
    [
        ("S: [PER", "[PER", "line 1: S: expected"),
        ("[LOC:Sofya]", "[CITY:Sofya]", "line 1: a bracket"),
        ("[LOC:Sofya]", "[XYZ:Sofya]", "line 1: unknown tag XYZ"),
        ("acc=kitap", "kitap", "line 3: name=value expected"),
        ("F: Movement", "F: Journey", "line 4: unknown event type 'Journey'"),
        ("actor=", "traveller=", "line 4: Movement has no role traveller"),
        ("status=reported", "status=rumoured", "line 5: unknown status rumoured"),
    ],
)
def test_what_has_no_meaning_is_refused_with_its_line(tmp_path: Path, was: str, becomes: str, message: str) -> None:
    with pytest.raises(SentenceError, match="a01_trial.txt, " + message):
        read_file(written(tmp_path, GOOD.replace(was, becomes, 1)))


@pytest.mark.parametrize(
    ("was", "becomes", "message"),
    [
        ("acc=kitap", "acc=mektup", "no argument 'mektup'"),
        ("C: giderek", "C: dönerek", "no predicate 'dönerek'"),
        ("dat=Sofya", "yoluyla=Sofya", "'yoluyla' is neither"),
        ("date=1930", "date=1931", "its year is not in the sentence"),
        ("date=1930-05-03", "date=3 Mayıs 1930", "not EDTF"),
        ("destination=Sofya", "destination=Belgrad", "not in the sentence"),
        (" | destination=Sofya | date=1930-05-03", "", "fewer than two roles"),
    ],
)
def test_what_the_words_do_not_bear_out_is_found(tmp_path: Path, was: str, becomes: str, message: str) -> None:
    found = [p for s in read_file(written(tmp_path, GOOD.replace(was, becomes, 1))) for p in problems(s)]
    assert len(found) == 1
    assert message in found[0]


def test_a_missing_file_or_folder_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere.txt")]) == 1
    assert "nowhere.txt: no such file" in capsys.readouterr().out
    with pytest.raises(SentenceError, match="nowhere: no such folder"):
        read(tmp_path / "nowhere")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_our_sentences_bear_their_annotation_out(path: Path) -> None:
    sentences = read_file(path)
    assert sentences
    assert not [problem for sentence in sentences for problem in problems(sentence)]


def test_no_sentence_stands_twice() -> None:
    texts = [sentence.text for sentence in read()]
    assert not sorted({text for text in texts if texts.count(text) > 1})
