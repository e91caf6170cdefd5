"""Counts of people that name no noun: "six were killed", "a blast killing at least 19", "a population of 18,000".

What befell them tells that people are counted, or the word for all of them. Without such a count nothing would hold
"two were hurt" against "five".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import dropwhile

from factcheck.extract import extract, numbers
from factcheck.lang.slots import slots
from factcheck.model import Mention, Quantity, Span

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
            yield from of_people(at, text, start, language)


def of_people(at: Span, text: str, start: int, language: str, unit: str = "") -> Iterator[Mention]:
    """The figure at a place of the sentence that begins at `start`, read as counting people, or a `unit` of them."""
    before = text[max(start, at.start - BEFORE) : at.end]
    found = extract(f"{before} {next(iter(slots(language).people))}", language=language, published=None)
    for mention in found[-1:]:
        if isinstance(mention.value, Quantity) and mention.end > len(before):
            value = replace(mention.value, unit=unit or mention.value.unit)
            yield replace(mention, start=at.start, end=at.end, text=text[at.start : at.end], value=value)


WHOLES = frozenset({"population", "crew", "employee"})
"""Words for all the people of something, whose number an "of" gives: "a population of 18,000", "a staff of 40"."""


def wholes(
    text: str,
    words: Sequence[tuple[str, int, int]],
    nouns: Mapping[Span, str],
    taken: Sequence[Mention],
    language: str,
) -> Iterator[Mention]:
    """The bare counts behind `nouns` that name a whole, as quantities of what the noun (its lemma) says."""
    if not nouns or not slots(language).people:
        return
    small = slots(language)
    start, end = words[0][1], words[-1][2]
    for first, last, _ in numbers(text[start:end], language):
        at = Span(start + first, start + last)
        behind = next((word.lower() for word, begins, _ in words if begins >= at.end), "")
        closes = not behind[:1].isalpha() or behind in small.together | small.stop
        if not closes or any(m.start < at.end and at.start < m.end for m in taken):
            continue
        for noun, lemma in nouns.items():
            between = [word.lower() for word, begins, ends in words if noun.end <= begins and ends <= at.start]
            if at.start >= noun.end and len(between) in LED and between[0] in small.of | small.copula:
                yield from of_people(at, text, start, language, unit=lemma)


LED = range(1, 4)
"""How many words may lead from the noun to its number: "of", "of about", "was at least"."""


def beside(at: Span, words: Sequence[tuple[str, int, int]], acts: Sequence[Span], language: str) -> bool:
    """Whether a figure is all that is counted: right behind an act ("killed six"), or before it with small words."""
    small = slots(language)
    added = small.others  # "injured seven others"
    before = [word.lower() for word, _, end in words if end <= at.start and word.lower() not in added]
    behind = [*dropwhile(added.__contains__, (word.lower() for word, start, _ in words if start >= at.end))]
    ahead = min((act.start for act in acts if act.start >= at.end), default=None)
    if ahead is not None:
        between = [word.lower() for word, start, _ in words if at.end <= start < ahead and word.lower() not in added]
        helped = between[:1] and between[0] in (small.having | small.passive | small.copula) - small.for_one
        if not between or (helped and len(between) <= BETWEEN):
            return True
    closes = not behind or not behind[0][0].isalpha() or behind[0] in small.together | small.stop
    led = before and (before[-1] not in small.stop or before[-1] in small.marked)
    return bool(closes and led and any(0 <= at.start - act.end <= BEHIND for act in acts))


BEHIND = 15
"""How many code points may lie between an act and the count behind it ("killing at least 19")."""
