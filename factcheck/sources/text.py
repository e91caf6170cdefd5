"""Reads plain text and Markdown, with YAML front matter where there is some.

The text is what the file holds: line breaks as they are, only a byte order mark taken off, so that offsets count from
the first character on.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

from factcheck.model import Problem
from factcheck.sources.document import Document, Unreadable
from factcheck.yamltree import Map, Text, parse, place

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FRONT_MATTER = re.compile(
    r"---[ \t]*(?:\r\n|\r|\n)(?P<yaml>.*?)(?:(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)\s*)", re.DOTALL
)
_KEY_LINE = re.compile(r"(?m)^(?:\w[\w .-]*:(?:\s|$)|[ \t]|-\s|#|\r?$)")

# Signs of Windows-1252 beside letters that news text holds: quotes, dashes, ellipsis, euro, degree, no-break space …
_WESTERN_SIGNS = frozenset("‘’“”„«»‹›–—…•€£¥§°©®™·¿¡ºª²³½¼¾×\xa0\xad´")
_LETTERS = frozenset("àâäáãåæçèéêëìíîïñòóôöõøœùúûüýÿßšžÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜÝŸŠŽ")

FRONT_MATTER_KEYS: Mapping[str, str] = {
    "title": "title",
    "headline": "title",
    "label": "label",
    "publisher": "publisher",
    "site": "publisher",
    "sitename": "publisher",
    "published": "published",
    "date": "published",
    "pubdate": "published",
    "url": "url",
    "link": "url",
    "language": "language",
    "lang": "language",
    "origin": "origin",
    "retrieved": "retrieved",
    "accessed": "retrieved",
}
"""The usual keys of front matter (Jekyll's, Hugo's, trafilatura's), in lower case, and what they are here."""


def read(raw: bytes, path: str) -> Document:
    """The document in a text file; raises Unreadable where it is empty, binary or of no encoding that is sure."""
    text, encoding = decode(raw)
    if not text.strip():
        raise Unreadable("the file is empty; there is nothing to check against")
    match = _FRONT_MATTER.match(text)
    if not match or not all(_KEY_LINE.match(line) for line in match["yaml"].splitlines()):
        return Document(text, encoding=encoding)
    metadata, problems = _front_matter(match["yaml"], path)
    return Document(text, metadata, "front matter", match.end(), encoding=encoding, problems=problems)


def decode(raw: bytes) -> tuple[str, str]:
    """Text and encoding of a file: by its mark, else UTF-8, else Windows-1252 where every byte beyond ASCII fits news
    text.

    Raises Unreadable for binary files, and with the place of the first byte that fits nothing.
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _strictly(raw[len(mark) :], encoding), encoding
    if b"\0" in raw or sum(raw.count(bytes([b])) for b in (*range(1, 9), *range(14, 27))) * 100 > len(raw):
        raise Unreadable("this is no text but a binary file; save it as text, or leave it out")
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        western = _western(raw)
        return (western, "windows-1252") if western is not None else (_strictly(raw, "utf-8"), "utf-8")


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as bad:
        before = raw[: bad.start].decode(encoding, "replace")
        said = f"byte 0x{raw[bad.start]:02X} is not {encoding.upper()}; save the file as UTF-8"
        raise Unreadable(said, *place(before, len(before))) from None


def _western(raw: bytes) -> str | None:
    """The file as Windows-1252; None where that is not clear: it holds UTF-8 too, or signs that no text holds."""
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return None
    if re.search(rb"[\xc3-\xf4][\x80-\xbf](?![a-z])", raw) and re.search(rb"\xc3[\x80-\xbf]|\xe2\x80[\x90-\xbf]", raw):
        return None
    beyond = [char for char in text if not char.isascii()]
    if any(char not in _LETTERS and char not in _WESTERN_SIGNS for char in beyond):
        return None
    return text if sum(char in _LETTERS for char in beyond) * 10 <= len(text) * 3 else None


def _front_matter(yaml: str, path: str) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The known keys; other people's documents may hold any others. Problems have the places of the file."""
    tree, told = parse(yaml, path)
    problems = tuple(Problem(p.path, p.line + 1, p.column, f"front matter: {p.message}") for p in told)
    if not isinstance(tree, Map):
        return {}, problems
    found: dict[str, str] = {}
    for key, node in tree.entries:
        known = FRONT_MATTER_KEYS.get(key.value.lower())
        if known and isinstance(node, Text) and node.value.strip():
            found.setdefault(known, node.value.strip())
    return found, problems
