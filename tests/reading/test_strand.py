"""No edit loses, doubles or moves a character: properties of strands and of documents read."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extraction.reading import read
from extraction.reading.strand import Edit, Shift, Strand, spread
from extraction.records import Document

WORDS = ["heyet", "Moskova’ya", "antlaşma", "Ankara", "görüşme", "elçi", "nota", "imzalandı", "Türk-Sovyet", "1921", "ve", "bir"]
ENDS = [".", ".", "?", "!", "…"]


@given(st.text(max_size=30), st.data())
def test_edits_keep_offsets_in_order_and_in_range(text: str, data: st.DataObject) -> None:
    cuts = sorted(
        data.draw(st.lists(st.integers(0, len(text)), max_size=6).map(lambda found: found if len(found) % 2 == 0 else found[:-1]))
    )
    edits = [Edit(start, end, data.draw(st.text(max_size=4))) for start, end in zip(cuts[::2], cuts[1::2], strict=True) if end > start]
    strand = Strand.piece("x" * 5 + text, 5, 5 + len(text)).edited(edits)
    assert len(strand.text) == len(strand.origins)
    assert list(strand.origins) == sorted(strand.origins)
    assert all(5 <= origin < 5 + len(text) for origin in strand.origins)


@given(st.text(min_size=1, max_size=20), st.integers(0, 19), st.text(max_size=3))
def test_what_stands_outside_an_edit_is_where_shift_says(text: str, at: int, new: str) -> None:
    at = min(at, len(text) - 1)
    edits = [Edit(at, at + 1, new)]
    edited = Strand.piece(text, 0, len(text)).edited(edits)
    shift = Shift(edits)
    for place in [*range(at), *range(at + 1, len(text))]:
        assert edited.text[shift(place)] == text[place]


@given(st.lists(st.integers(0, 99), min_size=1, max_size=9).map(sorted), st.integers(1, 12))
def test_spread_begins_and_ends_where_the_original_does(origins: list[int], length: int) -> None:
    found = spread(origins, length)
    assert len(found) == length and found == sorted(found) and found[0] == origins[0]
    assert length == 1 or found[-1] == origins[-1]


sentences = st.lists(st.sampled_from(WORDS), min_size=4, max_size=25).map(lambda words: words[0].capitalize() + " " + " ".join(words[1:]))
paragraphs = st.lists(st.tuples(sentences, st.sampled_from(ENDS)).map("".join), min_size=1, max_size=5).map(" ".join)


@st.composite
def layouts(draw: st.DrawFn) -> str:
    """Return paragraphs wrapped in lines, some broken by a hyphen, some blanks doubled, with page breaks and page numbers."""
    lines: list[str] = []
    for paragraph in draw(st.lists(paragraphs, min_size=1, max_size=6)):
        line = ""
        for word in paragraph.split():
            if len(line) + len(word) > 60:
                cut = draw(st.integers(0, len(word)))
                if 2 < cut < len(word) - 2 and word.isalpha():
                    lines.append(f"{line} {word[:cut]}-".strip())
                    line = word[cut:]
                    continue
                lines.append(line)
                line = word
            else:
                line = f"{line}{draw(st.sampled_from([' ', ' ', '  ']))}{word}".strip()
        lines += [line, ""]
        if draw(st.booleans()):
            lines += ["", "", str(draw(st.integers(2, 99))), ""]
    return "\n".join(lines)


def _read(text: str) -> Document:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "metin.txt"
        path.write_text(text, encoding="utf-8", newline="")
        return read(path, {})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(layouts())
def test_every_word_is_read_once_and_knows_its_place(text: str) -> None:
    document = _read(text)
    seen: set[int] = set()
    for passage in document.passages:
        assert len(passage.text) == len(passage.origins)
        assert all(0 <= origin < len(text) for origin in passage.origins)
        assert list(passage.origins) == sorted(passage.origins)
        for ch, origin in zip(passage.text, passage.origins, strict=True):
            if not ch.isspace():
                assert text[origin] == ch and origin not in seen
                seen.add(origin)
    lost = {at for at, ch in enumerate(text) if ch.isalpha()} - seen
    assert not lost


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(layouts())
def test_a_span_read_again_gives_the_same_words(text: str) -> None:
    for passage in _read(text).passages:
        if passage.kind == "body":
            start, end = passage.source_span(0, len(passage.text))
            if not any(line.strip().isdigit() for line in text[start:end].split("\n")):
                again = "".join(other.text for other in _read(text[start:end]).passages)
                assert again.replace(" ", "") == passage.text.replace(" ", "")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(layouts())
def test_sentences_cover_every_word_and_do_not_overlap(text: str) -> None:
    for passage in _read(text).passages:
        at = 0
        for start, end in passage.sentences:
            assert at <= start < end <= len(passage.text) and not passage.text[at:start].strip()
            at = end
        assert not passage.text[at:].strip()
