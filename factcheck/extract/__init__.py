"""Mentions: every typed value and name of a text, in its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.extract.names import name_mentions
from factcheck.extract.numbers import numbers
from factcheck.extract.values import value_mentions
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

    Without a language it is told from the text, and English where it cannot be.
    """
    code = language or "en"
    found = value_mentions(text, code, published)
    found += name_mentions(text, code, [(mention.start, mention.end) for mention in found])
    found.sort(key=lambda mention: (mention.start, mention.end))
    return _zoned(found, zones) if zones else found


def _zoned(mentions: list[Mention], zones: Sequence[Zone]) -> list[Mention]:
    starts = [zone.start for zone in zones]
    return [replace(mention, zone=zones[max(bisect_right(starts, mention.start) - 1, 0)].zone) for mention in mentions]
