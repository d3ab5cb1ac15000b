"""Files to text: formats by ending, encodings by what the bytes are.

The *text* of a source is what every offset in this program counts. For ``.txt`` it is the bytes decoded and nothing else:
no newline is translated and a byte order mark stays as its own code point U+FEFF. For PDF, DOCX and HTML it is the text
that the reader of that format yields (pages of a PDF parted by a form feed), the same for the same file every time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

from extraction.reading import office, pdf, web
from extraction.reading.errors import ReadingError

BINARY = "".join(map(chr, (*range(9), *range(14, 32))))
TURKISH = "ığşçöüİĞŞÇÖÜ’“”"


@dataclass(frozen=True, slots=True)
class Raw:
    """A file's text, how it was decoded, remarks for the user, and the digest of its bytes."""

    text: str
    encoding: str
    problems: tuple[str, ...]
    sha256: str


def load(path: Path) -> Raw:
    """Return the text of a file; raise :class:`ReadingError` where it holds none."""
    data = _bytes(path)
    text, encoding, problems = READERS.get(path.suffix.lower(), _plain)(path, data)
    if not text.strip("\ufeff \t\r\n\f"):
        raise ReadingError(path, "holds no text", "give a file with a text in it")
    return Raw(text, encoding, problems, hashlib.sha256(data).hexdigest())


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except IsADirectoryError:
        raise ReadingError(path, "is a folder", "name one file, or list the files of the folder") from None
    except OSError as error:
        raise ReadingError(path, f"cannot be opened ({error.strerror})", "check the path and the rights") from error
    if not data:
        raise ReadingError(path, "is empty", "give a file with a text in it")
    return data


def _plain(path: Path, data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """Decode a text file: a byte order mark decides, then UTF-8, then UTF-16 without mark, then one-byte code pages."""
    encoding, remark = _encoding(data)
    binary = ReadingError(path, "is a binary file, not a text", "give .txt, .pdf, .docx or .html")
    if not encoding.startswith("utf-16") and sum(data.count(ord(ch)) for ch in BINARY) > len(data) / 500:
        raise binary
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadingError(path, f"is not text in {encoding} (byte {error.start})", "save it as UTF-8") from error
    if sum(map(text.count, BINARY)) > len(text) / 500:
        raise binary
    return text, encoding, (remark,) if remark else ()


def _encoding(data: bytes) -> tuple[str, str]:
    """Return the encoding of a text's bytes and a remark where it is not plain UTF-8."""
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8", "UTF-8 with a byte order mark, which counts as the first character"
    for mark, name in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return name, f"{name.upper()} with a byte order mark, which counts as the first character"
    try:
        if data.count(0) * 8 < len(data):
            data.decode("utf-8")
            return "utf-8", ""
    except UnicodeDecodeError:
        return _code_page(data)
    return _wide(data)


def _wide(data: bytes) -> tuple[str, str]:
    """Judge text full of zero bytes: UTF-16 without a mark has them on one side of each pair."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    name = "utf-16-le" if odd > even else "utf-16-be"
    return name, f"{name.upper()} without a byte order mark, guessed from its zero bytes"


def _code_page(data: bytes) -> tuple[str, str]:
    """Prefer Windows-1254, the Turkish code page, where it yields Turkish letters; else what charset-normalizer finds."""
    turkish = data.decode("cp1254", errors="replace")
    letters = sum(map(turkish.count, TURKISH))
    foreign = sum(1 for ch in turkish if ord(ch) > 127) - letters
    if letters > 4 * foreign and "\ufffd" not in turkish:
        return "cp1254", "not UTF-8: read as Windows-1254 (Turkish), judged by its letters"
    best = from_bytes(data).best()
    name = best.encoding if best else "cp1254"
    return name, f"not UTF-8: read as {name}, a guess"


def _pdf(path: Path, data: bytes) -> tuple[str, str, tuple[str, ...]]:
    return pdf.text(path, data), "pdf", ()


def _docx(path: Path, data: bytes) -> tuple[str, str, tuple[str, ...]]:
    return office.text(path, data), "docx", ()


def _html(path: Path, data: bytes) -> tuple[str, str, tuple[str, ...]]:
    return web.text(path, data), "html", ()


READERS: dict[str, Callable[[Path, bytes], tuple[str, str, tuple[str, ...]]]] = {
    ".pdf": _pdf,
    ".docx": _docx,
    ".html": _html,
    ".htm": _html,
}
