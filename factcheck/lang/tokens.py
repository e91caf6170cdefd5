"""Tokens: the words, numbers and signs of a text, and the form in which tables hold words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

# One token: a Latin word with the apostrophe of its elision, a numeric date, a clock time, a number with its
# separators, another word, or one sign; each with up to three blanks behind it. Further blanks are a token of their
# own and set apart what stands on their sides.
_TOKEN: Final = re.compile(
    r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]+(?:(?:(?<=\bm)|(?<=\b[kch]m))[23](?!\w)|'?) {0,3}"
    r"|(?=\d)(?:\d{1,4}[年月日년월일](?: ?\d{1,2}[月日월일]){0,2} {0,3}"
    r"|\d{1,4}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)\d{1,4}(?!\d|[-/.]\d) {0,3}"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?!\d) {0,3}"
    r"|\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+(?![.,]?\d))? {0,3}"
    r"|\d+(?:[.,']\d+)*(?:[eE]\d{1,2}(?!\w))? {0,3})"
    r"|(?<![\w.,])[.,]\d+(?![.,]?\d) {0,3}"
    r"|[^\W\d_]+ {0,3}"
    r"|(?:[^\w\s]|_) {0,3}"
    r"|\s+"
)
_LEVEL: Final[Mapping[str, str]] = {
    **dict.fromkeys("\u00a0\u202f\u2009\u2007\u2002\u2003\u200a\t\r", " "),
    **dict.fromkeys("’ʼ‘`´＇", "'"),
    **dict.fromkeys("‐‑‒–—−", "-"),
}
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+")
_WRAPPED: Final = re.compile(r"\n(?=[a-zà-ÿ\d])")


def level(text: str) -> str:
    """The text with plain blanks, hyphens and apostrophes, character for character.

    An address is one long word. A line break before lower case or a digit is a blank too: there a line was wrapped, a
    paragraph ends elsewhere.
    """
    for mark, plain in _LEVEL.items():
        if mark in text:
            text = text.replace(mark, plain)
    if "://" in text or "www." in text:
        text = _ADDRESS.sub(lambda address: "x" * len(address.group()), text)
    return _WRAPPED.sub(" ", text) if "\n" in text else text


def tidy(word: str) -> str:
    """A word as tables hold it: lower case, straight apostrophes, plain hyphens and single blanks."""
    bare = word.strip()
    return bare.lower() if bare.isalnum() else " ".join(level(bare).lower().split())


def unaccented(word: str) -> str:
    """The word without its diacritics, for texts in capitals or from keyboards without them."""
    if word.isascii():
        return word
    return _without_marks(word)


@lru_cache(maxsize=1 << 12)
def _without_marks(word: str) -> str:
    marked = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join([c for c in marked if not unicodedata.combining(c)]))


def tokens(text: str) -> list[str]:
    """A levelled text cut into tokens; joined they are the text again."""
    return _TOKEN.findall(text)
