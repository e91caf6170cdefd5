"""Typed values: the cascade of grammars over one text in one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.extract import amounts, dates, ordinals
from factcheck.extract.numbers import with_numbers
from factcheck.extract.scan import Grammar, Scanned, blanked, scan
from factcheck.lang import language as language_of
from factcheck.model import Kind, Mention, Money


def value_mentions(text: str, language: str, published: date | None = None) -> list[Mention]:
    """Dates, durations, money, quantities, percents and ordinals of a text in one language, in their order."""
    scanned = with_numbers(scan(text, language_of(language), published))
    found: list[Mention] = []
    dated = scanned
    for grammar in (dates.GRAMMAR, amounts.GRAMMAR, ordinals.GRAMMAR):
        here, taken = _run(grammar, scanned)
        scanned = blanked(scanned, taken)
        dated = scanned if grammar is dates.GRAMMAR else dated
        found += here
    found.sort(key=lambda mention: (mention.start, mention.end))
    return _with_ellipses(found, dated)


def _run(grammar: Grammar, scanned: Scanned) -> tuple[list[Mention], list[tuple[int, int]]]:
    mentions: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for mention, start, end in grammar.scan(scanned):
        mentions.append(mention)
        taken.append((start, end))
    return mentions, taken


def _with_ellipses(mentions: list[Mention], scanned: Scanned) -> list[Mention]:
    """ "500 millions de dollars contre 130 millions": the second amount has the first one's currency."""
    money = [mention for mention in mentions if mention.kind is Kind.MONEY]
    if not money:
        return mentions
    added: list[Mention] = []
    for mention, first, _ in amounts.ELLIPSIS.scan(scanned):
        start = scanned.starts[first]
        before = next((m for m in reversed(money) if m.end <= start), None)
        if before is None or not isinstance(before.value, Money) or scanned.text[before.end : start].strip():
            continue
        added.append(replace(mention, value=replace(mention.value, currency=before.value.currency)))
    spans = {(m.start, m.end) for m in added}
    kept = [m for m in mentions if not any(s < m.end and m.start < e for s, e in spans)] if added else mentions
    return sorted(kept + added, key=lambda mention: (mention.start, mention.end))


KINDS: Sequence[Kind] = (Kind.DATE, Kind.DURATION, Kind.MONEY, Kind.QUANTITY, Kind.PERCENT, Kind.ORDINAL)
