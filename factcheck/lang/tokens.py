"""Tokens: the words, numbers and signs of a text, and the form in which tables hold words."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# One token: a numeric date, a clock time, a number with its separators, a word, or one sign; then the blanks behind it.
# A line break is a blank where the next line goes on in lower case or with a digit; more blanks than two set apart.
_TOKEN: Final = re.compile(
    r"(?:"
    r"\d{1,4}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)\d{1,4}(?!\d|[-/.]\d)"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?!\d)"
    r"|\d{1,3}(?:[  \u2009]\d{3})+(?![\d])(?:[.,]\d+(?![.,]?\d))?"
    r"|\d+(?:[.,'’]\d+)*"
    r"|[^\W\d_]+"
    r"|[^\w\s]|_)"
    r"(?:[^\S\n]{1,2}(?!\s)|\n(?=[a-zà-ÿ\d]))?"
    r"|\s+"
)
_TIDY: Final = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'"} | dict.fromkeys("‐‑‒–—−", "-"))


def tidy(word: str) -> str:
    """A word as tables hold it: lower case, straight apostrophes, plain hyphens and blanks."""
    return " ".join(word.lower().translate(_TIDY).split())


def unaccented(word: str) -> str:
    """The word without its diacritics, for texts in capitals or from keyboards without them."""
    return unicodedata.normalize(
        "NFC", "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    )


def tokens(text: str) -> list[str]:
    """The text cut into tokens; joined they are the text again."""
    return _TOKEN.findall(text)
