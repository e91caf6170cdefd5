"""Typed values: the cascade of grammars over one text in one language."""

from __future__ import annotations

from datetime import date
from typing import cast

from factcheck.extract import amounts, dates, durations, ordinals
from factcheck.extract.numbers import with_numbers
from factcheck.extract.scan import blanked, collapsed, scan
from factcheck.lang import language as language_of
from factcheck.lang.numerals import Senses
from factcheck.model import Duration, Mention


def value_mentions(text: str, language: str, published: date | None = None) -> list[Mention]:
    """Dates, durations, money, quantities, percents and ordinals of a text in one language, in their order."""
    scanned = with_numbers(scan(text, language_of(language), published))
    scanned = collapsed(scanned, [(s, e, length_senses(length)) for length, s, e in durations.GRAMMAR.scan(scanned)])
    for grammar in (dates.RELATIVE, dates.ABSOLUTE, dates.PHRASES, dates.OPEN):
        scanned = collapsed(scanned, [(s, e, dates.term_senses(term)) for term, s, e in grammar.scan(scanned)])
    found: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for mention, start, end in amounts.GRAMMAR.scan(scanned):
        found.append(mention)
        taken.append((start, end))
    rest = blanked(scanned, taken)
    found += [mention for mention, _, _ in ordinals.GRAMMAR.scan(rest)]
    gone = {index for start, end in taken for index in range(start, end)} if taken else set()
    found += [m for index, senses in scanned.found.items() if index not in gone and (m := _mention(senses, text))]
    found = amounts.with_ellipses(found, scanned)
    found.sort(key=lambda mention: (mention.start, mention.end))
    return found


def _mention(senses: Senses, text: str) -> Mention | None:
    """The mention of a date or length that no larger expression took."""
    term = senses.get("TERM")
    if term is not None:
        return None if term.weak else cast(dates.Term, term).mention(text)
    return senses.get("MENTION")


def length_senses(length: Mention) -> Senses:
    """The classes of a length of time; whole hours may be a time of day."""
    value = length.value
    assert isinstance(value, Duration)
    senses: dict[str, object] = {"LENGTH": value, "MENTION": length}
    if value.amount.low == value.amount.high == 1 and not length.text[0].isdigit():
        senses["LENGTH_ONE"] = value
    hours = value.amount.low
    if (
        value.unit == "TH"
        and hours is not None
        and hours == value.amount.high
        and hours == int(hours)
        and 0 <= hours < 25
    ):
        senses["HOURS"] = int(hours)
    return senses
