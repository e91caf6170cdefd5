"""Mentions: every typed value and name of a text, in its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.extract.composed import composed
from factcheck.extract.names import name_mentions
from factcheck.extract.numbers import numbers
from factcheck.extract.values import PLACE, read_values, value_mentions, with_orders
from factcheck.lang.detect import Stretch, detect, stretches
from factcheck.model import Kind, Mention, Zone

__all__ = ["extract", "numbers", "value_mentions"]


def extract(
    text: str,
    *,
    language: str | None = None,
    published: date | None = None,
    zones: Sequence[Zone] = (),
) -> list[Mention]:
    """Every mention of the text, sorted by place, each with the zone that it starts in.

    Without a language it is told from the text, and English where it cannot be. A paragraph that clearly is in another
    language than the whole is read in its own.
    """
    if whole := composed(text):
        found = whole.placed(extract(whole.text, language=language, published=published), text)
        return _zoned(found, zones) if zones else found
    spoken = stretches(text, language or detect(text) or "en")
    found = with_orders([mention for stretch in spoken for mention in _values(text, stretch, published)])
    count, day = Kind.QUANTITY, Kind.DATE
    taken = [PLACE(mention) for mention in found if mention.kind is not count]
    days = {PLACE(mention) for mention in found if mention.kind is day and mention.text.istitle()}
    names = name_mentions(text, taken=taken, days=days, spoken=spoken)
    starts = [name.start for name in names]
    found = [one for one in found if one.kind is not count or not _within(one.start, names, starts)]
    if days:
        found = [one for one in found if PLACE(one) not in days or not _within(one.end - 1, names, starts)]
    found += names
    found.sort(key=PLACE)
    return _zoned(found, zones) if zones else found


def _values(text: str, stretch: Stretch, published: date | None) -> list[Mention]:
    """The typed values of a stretch, where they stand in the text."""
    start, end, language = stretch
    found = read_values(text[start:end], language, published)
    return [one.moved(start) for one in found] if start else found


def _within(place: int, names: Sequence[Mention], starts: Sequence[int]) -> bool:
    """Whether a place is inside a name: "Route One" counts nothing, while "five Boeing jets" holds a name."""
    before = bisect_right(starts, place) - 1
    return before >= 0 and starts[before] < place < names[before].end


def _zoned(mentions: list[Mention], zones: Sequence[Zone]) -> list[Mention]:
    starts = [zone.start for zone in zones]
    return [replace(mention, zone=zones[max(bisect_right(starts, mention.start) - 1, 0)].zone) for mention in mentions]
