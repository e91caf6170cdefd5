"""What stands beside an "or": one of two is so, and the sentence does not say which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.extract import numbers
from factcheck.lang.slots import slots
from factcheck.match.against.polarity import negations
from factcheck.match.hits import Hit
from factcheck.match.question import Question, Role
from factcheck.model import Kind, Mention, Span
from factcheck.reading.side import Side


def one_of_two(question: Question, hits: Sequence[Hit | None], side: Side) -> str:
    """The "or" beside which something of the claim was found, with what it leaves open; empty where there is none.

    A claim may leave as much open. What is denied, or can be done, is so of both: "sells no cars or vans", "can pay by
    card or in cash"; what is behind a comma, and a figure, mostly says the same in other words or units.
    """
    if any(True for s in question.reading.sentences for _ in choices(Side(s, question.reading.text))):
        return ""
    rows = zip(question.elements, hits, strict=True)
    here = [(e, h.mention) for e, h in rows if h and h.sentence == side.sentence.number]
    told = [m for e, m in here if e.role is not Role.VALUE or m.kind is Kind.DATE]
    return next((said for either in choices(side) for m in told if (said := left_beside(m, either, side))), "")


def choices(side: Side) -> Iterator[Span]:
    """Where a sentence says "or" between two things of which only one need be so."""
    small = slots(side.language)
    words = side.words(side.sentence.passage.start, side.sentence.passage.end)
    if any(word.group().lower() in small.able for word in words):
        return
    denied = [cue.scope for cue in negations(side.sentence)]
    for word, behind in pairwise(words):
        at = word.start()
        if word.group().lower() not in small.choice or side.text[:at].rstrip()[-1:] in (",", ";", "(", ""):
            continue
        reached = any(scope.start <= at < scope.end for scope in denied)
        inside = any(m.start <= at < m.end for m in side.sentence.mentions)
        dated = any(m.start == behind.start() and m.kind is Kind.DATE for m in side.sentence.mentions)
        figure = not dated and numbers(behind.group(), side.language)
        sorting = behind.group().lower() in small.relative | small.linking  # "goods that break or that leak"
        if not (
            reached
            or inside
            or figure
            or sorting
            or behind.group().lower() in small.or_so
            or clipped(behind.group(), at, side)
        ):
            yield Span(at, word.end())


def clipped(word: str, at: int, side: Side) -> bool:
    """Whether a word is only the initials of the name before the "or": "the Motor Traders' Guild or MTG"."""
    before = side.text[max(side.sentence.passage.start, at - NAME_REACH) : at]
    initials = "".join(found.group()[0] for found in CAPITALISED.finditer(before))
    return word.isupper() and len(word) > 1 and initials.endswith(word)


NAME_REACH = 100
"""How many code points a name in full may have, whose initials follow."""

CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w'’-]*")


def left_beside(said: Mention, either: Span, side: Side) -> str:
    """The two between which an "or" leaves it open, where one of them is what was found; else nothing."""
    small = slots(side.language)
    leading = small.article | small.leading | small.governing | small.place | small.possessive | small.whither
    before = side.text[said.end : either.start].strip(" ”»\"'")
    between = side.words(either.end, said.start) if said.start >= either.end else []
    behind = said.start >= either.end and all(word.group().lower() in leading for word in between)
    if not behind and (said.end > either.start or before):
        return ""
    return side.text[said.start : either.end] if not behind else side.text[either.start : said.end]
