"""Typed values: the cascade of grammars over one text in one language."""

from __future__ import annotations

from datetime import date
from typing import cast

from factcheck.extract import amounts, durations, ordinals
from factcheck.extract.dates import with_dates
from factcheck.extract.numbers import with_numbers
from factcheck.extract.scan import blanked, collapsed, scan
from factcheck.extract.terms import Term
from factcheck.lang import Language
from factcheck.lang import language as language_of
from factcheck.lang.numerals import Senses
from factcheck.model import Duration, Mention


def value_mentions(text: str, language: str, published: date | None = None) -> list[Mention]:
    """Dates, durations, money, quantities, percents and ordinals of a text in one language, in their order."""
    scanned = with_numbers(scan(text, language_of(language), published))
    lengths = [(s, e, length_senses(length, scanned.language)) for length, s, e in durations.GRAMMAR.scan(scanned)]
    scanned = collapsed(scanned, lengths)
    scanned = with_dates(scanned)
    found: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for made, start, end in amounts.GRAMMAR.scan(scanned):
        found += made if isinstance(made, list) else [made]
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
        return None if term.weak else cast(Term, term).mention(text)
    return senses.get("MENTION")


def length_senses(length: Mention, language: Language) -> Senses:
    """The classes of a length of time; whole hours may be a time of day, and "the past two years" is from no other."""
    value = length.value
    assert isinstance(value, Duration)
    edge = durations.edge(length.text, language)
    if edge is not None:
        return {"EDGE": edge, "EDGE_LENGTH": value, "MENTION": length}
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
