"""Dates: calendar expressions of every usual order, words relative to the day of publication, and what joins them.

Grammars one on the other: terms read what is a date by itself, told from the day of publication ("next week") or
absolutely ("24 novembre", "2020"); phrases read what is made of terms ("du 22 au 24 novembre", "the third week of
2021", "two days after Easter", "fin 2020"), and at last what is open to one side ("depuis 2019").
"""

from __future__ import annotations

from typing import Final

from factcheck.extract.absolute import ABSOLUTE
from factcheck.extract.phrases import OPEN, PHRASES
from factcheck.extract.relative import RELATIVE
from factcheck.extract.scan import Scanned

GRAMMARS: Final = (RELATIVE, ABSOLUTE, PHRASES, OPEN)
"""In the order in which they read a text, each over what those before it found."""


def with_dates(scanned: Scanned) -> Scanned:
    """The text with every date made one token."""
    for grammar in GRAMMARS:
        scanned = grammar.merged(scanned)
    return scanned
