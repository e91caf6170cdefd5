"""Bilingual dictionaries in the dictd format, as FreeDict makes them and Debian packages them (`dict-freedict-*`).

A dictionary is two files, `freedict-fra-eng.index` (headword, offset and length in dictd's base 64, by tabs) and
`freedict-fra-eng.dict` or `.dict.dz` (gzip); its name tells the two languages. Nothing of it is kept: only the words
that are asked for are read out.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.core import get_global

from factcheck.model import Problem

MAX_INDEX = 64 << 20
MAX_TEXT = 256 << 20
MAX_ENTRY = 1 << 16
"""Bytes of an index, of an unpacked text and of one entry; more is refused, or for an entry left out."""

MOST = 12
"""Translations of one word that are looked at."""

NAME = re.compile(r"(?:.*-)?([a-z]{2,3})-([a-z]{2,3})")
DIGITS = {
    digit: value for value, digit in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
}
"""The digits of dictd's numbers, most significant first (dictd's `b64.c`)."""


class BadDictionary(Exception):
    """A dictionary that cannot be read: which file, which line (0 where none), and why."""

    def __init__(self, path: Path, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.problem = Problem(str(path), line, 0, message)


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A dictionary from the words of one language to those of another (ISO 639-1 codes, else ISO 639-3)."""

    name: str
    language: str
    target: str
    index: Path
    text: Path


def find(path: Path) -> Dictionary:
    """The dictionary that a path names: by its index, its text, or the stem of both. Raises BadDictionary."""
    stem = re.sub(r"\.(?:index|dict|dict\.dz)$", "", path.name)
    languages = NAME.fullmatch(stem)
    index = path.with_name(stem + ".index")
    text = next((there for end in (".dict.dz", ".dict") if (there := path.with_name(stem + end)).is_file()), None)
    if not index.is_file() or text is None:
        lack = index.name if text else f"{stem}.dict.dz"
        raise BadDictionary(path, f"no dictionary here, {lack} is missing")
    if languages is None:
        raise BadDictionary(path, "its name must tell its languages, as freedict-fra-eng does")
    codes = get_global("language_aliases")
    language, target = (codes.get(code, code) for code in languages.groups())
    return Dictionary(stem, language, target, index, text)


def translations(dictionary: Dictionary, wanted: Collection[str], *, backwards: bool = False) -> dict[str, list[str]]:
    """What each wanted word (lower case) is in the other language; `backwards` asks from the target to the source.

    Raises BadDictionary.
    """
    found: dict[str, list[str]] = defaultdict(list)
    text = b""
    holding = re.compile("|".join(map(re.escape, sorted(wanted))).encode(), re.IGNORECASE)
    for headword, offset, length in entries(dictionary):
        known = headword.lower() in wanted
        if not (known or backwards) or headword.startswith("00") or length > MAX_ENTRY:
            continue
        text = text or unpacked(dictionary)
        if offset + length > len(text):
            raise BadDictionary(dictionary.index, f"“{headword[:40]}” lies outside {dictionary.text.name}")
        if backwards and not holding.search(text, offset, offset + length):
            continue
        for said in senses(text[offset : offset + length].decode("utf-8", "replace")):
            word, other = (said, headword) if backwards else (headword.lower(), said)
            if word in wanted and other not in found[word] and len(found[word]) < MOST:
                found[word].append(other)
    return {word: others for word, others in found.items() if others}


def entries(dictionary: Dictionary) -> Iterator[tuple[str, int, int]]:
    """`(headword, offset, length)` of every line of the index."""
    with dictionary.index.open("rb") as file:
        lines = file.read(MAX_INDEX + 1)
    if len(lines) > MAX_INDEX:
        raise BadDictionary(dictionary.index, f"larger than {MAX_INDEX >> 20} MB")
    for number, line in enumerate(lines.splitlines(), 1):
        parts = line.decode("utf-8", "replace").split("\t")
        try:
            yield parts[0], whole(parts[1]), whole(parts[2])
        except (IndexError, KeyError):
            fault = "headword, offset and length in base 64 are expected, by tabs"
            raise BadDictionary(dictionary.index, fault, number) from None


def whole(digits: str) -> int:
    """A number in dictd's base 64. Raises KeyError on any other sign, or on none."""
    if not 0 < len(digits) <= 6:
        raise KeyError(digits)
    value = 0
    for digit in digits:
        value = value * 64 + DIGITS[digit]
    return value


def unpacked(dictionary: Dictionary) -> bytes:
    """The text of a dictionary, never more than `MAX_TEXT`."""
    opened = gzip.open if dictionary.text.suffix == ".dz" else open
    try:
        with opened(dictionary.text, "rb") as file:
            text: bytes = file.read(MAX_TEXT + 1)
    except (OSError, EOFError, zlib.error) as bad:
        raise BadDictionary(dictionary.text, f"cannot be unpacked: {bad}") from None
    if len(text) > MAX_TEXT:
        raise BadDictionary(dictionary.text, f"larger than {MAX_TEXT >> 20} MB")
    return text


NOTES = re.compile(r"\s+(?:Synonyms?|Antonyms?|Note|see|Related|\")|\s*\(|\s+see:")
"""Lines of an entry that give no translation."""

ASIDE = re.compile(r"<[^<>]*>|\[[^\[\]]*\]|\{[^{}]*\}|\([^()]*\)|/[^/]*/|^\s*\d+\.\s*|\s\d+\.\s*$")
OPENING = frozenset("to the a an le la les un une el los las der die das il lo o os as".split())
"""What stands before a translation in print and is no part of it."""


def senses(entry: str) -> Iterator[str]:
    """The single words, in lower case, that an entry gives as translations; phrases and explanations are left out."""
    for line in entry.splitlines()[1:]:
        if NOTES.match(line):
            continue
        for said in re.split(r"[,;]", ASIDE.sub("", line)):
            words = said.lower().split()
            kept = words[1:] if words and words[0] in OPENING else words
            if len(kept) == 1 and kept[0].isalpha() and kept[0] not in OPENING:
                yield kept[0]
