"""Claims of one in so many: a passage may say it of another share of them, or only speak of them.

"One in three pupils is ill" is neither "one in four is" nor "three pupils are".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from factcheck.extract.numbers import numbers
from factcheck.lang.slots import slots
from factcheck.match.hits import Hit, Places
from factcheck.match.question import Question
from factcheck.model import Kind, Percent, Relation
from factcheck.reading import Reading, Sentence


@dataclass(frozen=True, slots=True)
class Proportion:
    """A share told by two numbers, and where its first number starts: "one in three", "un élève sur trois"."""

    start: int
    share: Decimal


def in_proportion(question: Question, source: Reading, found: Places) -> Places:
    """The hits with those short of the claim that the source does not say of the same share."""
    claimed = [p for sentence in question.reading.sentences for p in proportions(sentence, question.reading.text)]
    if not claimed:
        return found
    marked = {
        min((e.detail.start for e in question.elements if e.detail.end > p.start), default=-1): p for p in claimed
    }
    return tuple(
        {number: tuple(of_share(hit, share, source) for hit in hits) for number, hits in here.items()}
        if (share := marked.get(element.detail.start))
        else here
        for element, here in zip(question.elements, found, strict=True)
    )


def of_share(hit: Hit, claimed: Proportion, source: Reading) -> Hit:
    told = shares(source.sentences[hit.sentence], source.text)
    if any(abs(share - claimed.share) <= NEAR for share in told):
        return replace(hit, relation=Relation.EQUAL, precise=True) if hit.relation is Relation.CONFLICTS else hit
    return replace(hit, relation=Relation.COMPATIBLE, precise=False, why="not said of that share of them")


NEAR = Decimal("0.005")
"""How far a share in percent may be off: a third is 33 %."""


def shares(sentence: Sentence, text: str) -> Iterator[Decimal]:
    """The shares that a sentence tells: by two numbers, in percent, or as a fraction."""
    start, end = sentence.passage.start, sentence.passage.end
    yield from (p.share for p in proportions(sentence, text))
    yield from (figure.low for _, _, figure in numbers(text[start:end], sentence.language) if figure.low is not None)
    percents = (m.value for m in sentence.mentions if isinstance(m.value, Percent))
    yield from (value.amount.low / 100 for value in percents if value.amount.low is not None)


def proportions(sentence: Sentence, text: str) -> Iterator[Proportion]:
    """Where a sentence says "one in three", perhaps with what they are between the two numbers."""
    small = slots(sentence.language)
    phrases = [tuple(phrase.split()) for phrase in small.in_each]
    articles = small.indefinite - small.one  # "a comedy in three acts"
    start = sentence.passage.start
    here = text[start : sentence.passage.end]
    if not phrases or not any(f" {' '.join(phrase)} " in here.lower() for phrase in phrases):
        return
    others = [(m.start - start, m.end - start) for m in sentence.mentions if m.kind in OF_OTHERS]
    figures = [f for f in numbers(here, sentence.language) if not any(a < f[1] and f[0] < b for a, b in others)]
    for first, end, share in figures:  # "two out of three" may be one number already
        if share.low is not None and any(f" {' '.join(phrase)} " in here[first:end].lower() for phrase in phrases):
            yield Proportion(start + first, share.low)
    for (first, end, part), (behind, _, whole) in pairwise(figures):
        between = tuple(here[end:behind].lower().split())
        if here[first:end].lower() in articles or not all(word.isalpha() for word in between):
            continue
        led = any(between[-len(phrase) :] == phrase and len(between) - len(phrase) <= NOUNS for phrase in phrases)
        if led and part.low is not None and whole.low is not None and 0 < part.low < whole.low:
            yield Proportion(start + first, part.low / whole.low)


OF_OTHERS = frozenset({Kind.DATE, Kind.DURATION, Kind.MONEY, Kind.PERCENT})
"""Figures that tell no share with one before them: "sold 800 records in 2012"."""

NOUNS = 2
"""How many words may stand between a number and "sur": "deux jeunes élèves sur trois"."""
