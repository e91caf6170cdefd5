"""The lines of a text with their offsets, and the flat form that words are looked up in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_STRAIGHT = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `[start, end)` in the text, its break included; `text` without break and outer blanks."""

    start: int
    end: int
    text: str


def lines(text: str) -> list[Line]:
    """The lines of a text, wholly covering it; a line ends with LF, CRLF or CR."""
    return [Line(m.start(), m.end(), m[0].strip()) for m in _LINE.finditer(text) if m.end() > m.start()]


class _Flat(dict[int, str]):
    """Code point → one plain character: lower case, no accent, straight signs, an ordinary space."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        base = _STRAIGHT.get(char) or (" " if char.isspace() else unicodedata.normalize("NFD", char)[0].lower())
        self[point] = flat = base if len(base) == 1 else char
        return flat


_FLAT = _Flat()


def flat(text: str) -> str:
    """The text in lower case without accents, character by character: offsets stay those of the text."""
    return text.translate(_FLAT)
