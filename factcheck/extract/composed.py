"""Decomposed text: letters with combining marks are read as one letter, and found where they stand in the text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from factcheck.model import Mention

_MARKED: Final = re.compile(
    "[^\\W\\d_](?:[\u0300-\u036f\u0653-\u0655\u093c\u3099\u309a]+|[\u1161-\u1175][\u11a8-\u11c2]?"
    "|[\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf\u102e]+)"
)
"""A letter with what Unicode 15 composes with it: accents, and the parts of Hangul syllables and of Indic vowels."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A text with its marked letters composed; `starts` are the places behind each, `longer` what the text has more."""

    text: str
    starts: tuple[int, ...]
    longer: tuple[int, ...]

    def placed(self, mentions: Iterable[Mention], text: str) -> list[Mention]:
        """The mentions of the composed text, where they stand in the text itself."""
        return [self._placed(mention, text) for mention in mentions]

    def _placed(self, mention: Mention, text: str) -> Mention:
        start, end = self._place(mention.start), self._place(mention.end)
        return replace(mention, start=start, end=end, text=text[start:end])

    def _place(self, place: int) -> int:
        behind = bisect_right(self.starts, place)
        return place + (self.longer[behind - 1] if behind else 0)


def composed(text: str) -> Composed | None:
    """The text with its marked letters composed; None where it has none that can be."""
    if unicodedata.is_normalized("NFC", text):
        return None
    pieces: list[str] = []
    starts: list[int] = []
    longer: list[int] = []
    last = more = 0
    for match in _MARKED.finditer(text):
        letter = unicodedata.normalize("NFC", match.group())
        pieces += (text[last : match.start()], letter)
        last = match.end()
        more += len(match.group()) - len(letter)
        starts.append(last - more)
        longer.append(more)
    return Composed("".join([*pieces, text[last:]]), tuple(starts), tuple(longer)) if more else None
