"""Typed values: the cascade of grammars over one text in one language."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import Final

from factcheck.extract import amounts, durations, ordinals
from factcheck.extract.composed import composed
from factcheck.extract.dates import with_dates
from factcheck.extract.numbers import EXPRESSIONS
from factcheck.extract.scan import TAKEN, Scanned, blanked, scan
from factcheck.extract.terms import Term
from factcheck.lang import language as language_of
from factcheck.model import DateValue, Kind, Mention


def value_mentions(text: str, language: str, published: date | None = None) -> list[Mention]:
    """Dates, durations, money, quantities, percents and ordinals of a text in one language, in their order."""
    if whole := composed(text):
        return whole.placed(read_values(whole.text, language, published), text)
    return read_values(text, language, published)


def read_values(text: str, language: str, published: date | None) -> list[Mention]:
    """The typed values of a text without combining marks."""
    scanned = EXPRESSIONS.merged(scan(text, language_of(language), published))
    scanned = with_dates(durations.GRAMMAR.merged(scanned))
    found: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for made, start, end in amounts.GRAMMAR.scan(scanned):
        found += made if isinstance(made, list) else [made]
        taken.append((start, end))
    rest = blanked(scanned, taken)
    found += [mention for mention, _, _ in ordinals.GRAMMAR.scan(rest)]
    free = (index for index in scanned.made_at if rest.symbols[index] != TAKEN)
    found += [mention for index in free if (mention := _mention(scanned, index))]
    found = amounts.with_compounds(amounts.with_ellipses(found, scanned), text, scanned.language)
    found.sort(key=PLACE)
    return found


PLACE: Final = attrgetter("start", "end")
"""What mentions are sorted by."""
_ORDER: Final = re.compile(r"\D*(\d{1,2})\D{1,3}(\d{1,2})\b")


def with_orders(mentions: list[Mention]) -> list[Mention]:
    """Dates in digits of two readings, decided by the text's other dates where those are all written in one order."""
    open_ones = [mention for mention in mentions if mention.kind is Kind.DATE and mention.readings]
    orders = {order for mention in mentions if (order := _order(mention))} if open_ones else set()
    if len(orders) != 1:
        return mentions
    (order,) = orders
    return [_in_order(mention, order) if mention in open_ones else mention for mention in mentions]


def _order(mention: Mention) -> str | None:
    """The order that a date in digits shows: only a day can be more than twelve."""
    match = _ORDER.match(mention.text) if mention.kind is Kind.DATE and not mention.readings else None
    if match is None or not isinstance(mention.value, DateValue) or mention.value.written[2] is None:
        return None
    first, second = map(int, match.groups())
    return "dmy" if second <= 12 < first <= 31 else "mdy" if first <= 12 < second <= 31 else None


def _in_order(mention: Mention, order: str) -> Mention:
    match = _ORDER.match(mention.text)
    if match is None:
        return mention
    day = int(match.group(1 if order == "dmy" else 2))
    fitting = [value for value in mention.readings if isinstance(value, DateValue) and value.written[2] == day]
    return replace(mention, value=fitting[0], readings=()) if len(fitting) == 1 else mention


def _mention(scanned: Scanned, index: int) -> Mention | None:
    """The mention of a date or length that no larger expression took."""
    senses, start = scanned.senses(index), scanned.starts[index]
    term: Term | None = senses.get("TERM")
    if term is not None:
        return None if term.weak else term.mention(scanned.text, start)
    length: Mention | None = senses.get("MENTION")
    return length and length.moved(start)
