"""Counts of people that name no noun: "six were killed", "a blast killing at least 19", "deux ont été blessés".

What befell them tells that people are counted. Without such a count nothing would hold "two were hurt" against "five".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.extract import extract, numbers
from factcheck.lang.slots import slots
from factcheck.model import Kind, Mention, Span

BEFALLING = frozenset(
    "kill murder injure die arrest imprison charge convict sentence hospitalise treat-medically evacuate save-life "
    "kidnap infect release rape execute-person deport dismiss hire displace".split()
)
"""Acts that are done to, or happen to, people, and by the dozen."""

BETWEEN = 3
"""How many small words may stand between a count and what befell those counted ("two have since been arrested")."""

BEFORE = 30
"""Code points before a figure that may say how exact it is ("at least", "fewer than")."""


def counts(
    text: str, words: Sequence[tuple[str, int, int]], acts: Sequence[Span], taken: Sequence[Mention], language: str
) -> Iterator[Mention]:
    """The bare counts beside `acts` that befall people, as quantities of people; none within what is `taken`."""
    people = next(iter(slots(language).people), "")
    if not acts or not people or not words:
        return
    start, end = words[0][1], words[-1][2]
    for first, last, amount in numbers(text[start:end], language):
        at = Span(start + first, start + last)
        bare = not any(m.start < at.end and at.start < m.end for m in taken)
        if bare and amount.low is not None and amount.low > 1 and beside(at, words, acts, language):
            before = text[max(start, at.start - BEFORE) : at.end]
            found = extract(f"{before} {people}", language=language, published=None)
            for mention in found[-1:]:
                if mention.kind is Kind.QUANTITY and mention.end > len(before):
                    yield replace(mention, start=at.start, end=at.end, text=text[at.start : at.end])


def beside(at: Span, words: Sequence[tuple[str, int, int]], acts: Sequence[Span], language: str) -> bool:
    """Whether a figure is all that is counted: right behind an act ("killed six"), or before it with small words."""
    small = slots(language)
    before = [word.lower() for word, _, end in words if end <= at.start]
    behind = [word.lower() for word, start, _ in words if start >= at.end]
    ahead = min((act.start for act in acts if act.start >= at.end), default=None)
    if ahead is not None:
        between = [word.lower() for word, start, _ in words if at.end <= start < ahead]
        helped = between[:1] and between[0] in small.having | small.passive | small.copula
        if not between or (helped and len(between) <= BETWEEN):
            return True
    closes = not behind or not behind[0][0].isalpha() or behind[0] in small.together | small.stop
    led = before and before[-1] not in small.stop
    return bool(closes and led and any(0 <= at.start - act.end <= BEHIND for act in acts))


BEHIND = 15
"""How many code points may lie between an act and the count behind it ("killing at least 19")."""
