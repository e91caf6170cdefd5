"""Which end of a change a figure tells: how far something rose or fell, where it began, or what it reached.

"Rose by 5" and "rose to 5" hold the same words and the same figure, and neither says the other. "From 3 to 5" says both
ends, and by how much: 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum, auto

from factcheck.compare import Likeness, compare
from factcheck.lang.slots import slots
from factcheck.match.against.clashes import apart
from factcheck.match.hits import Hit
from factcheck.match.question import Element, Question
from factcheck.match.whose.ties import AMOUNTS, CHANGE_REACH
from factcheck.model import Amount, Mention, Money, Quantity, Relation
from factcheck.reading import Sentence


class End(Enum):
    """What a figure tells of a change; `LEVEL` is that of a thing of which no change is told."""

    SPAN = auto()
    BEGAN = auto()
    REACHED = auto()
    LEVEL = auto()


MOVES = frozenset({"rise", "fall"})
"""Concepts of acts that have ends."""

LEAD = 4
"""How many words before a figure may hold the one that says which end it is ("to a record high of")."""

LEAD_WORD = re.compile(r"[^\W\d_]+['’]?|[^\w\s]")


def changed(
    question: Question, sentence: Sentence, hits: Sequence[Hit | None], clashes: Sequence[Hit | None], text: str
) -> Iterator[tuple[int, Hit | None]]:
    """The amounts that are another end of the change here than in the claim, with what is said of the claimed end."""
    for place, element in enumerate(question.elements):
        said = hits[place] or clashes[place]
        if said is None or said.sentence != sentence.number or element.detail.kind not in AMOUNTS:
            continue
        claimed, here = claimed_end(element, question), end_of(said.mention, sentence, text)
        if claimed and here and claimed is not here and (claimed is not End.LEVEL or here is End.SPAN):
            yield place, told(element, claimed, said.mention, sentence, text)


def claimed_end(element: Element, question: Question) -> End | None:
    """Which end of a change a claim gives, or the level where it tells of no change: "turnout was 5 percent"."""
    text = question.reading.text
    for sentence in question.reading.sentences:
        said = next((m for m in sentence.mentions if m.start == element.detail.start), None)
        if said:
            return end_of(said, sentence, text) or (End.LEVEL if is_level(said, sentence, text) else None)
    return None


def is_level(figure: Mention, sentence: Sentence, text: str) -> bool:
    """Whether a claim without a change says that something is so much: a copula before, no "higher" behind."""
    before = text[sentence.passage.start : figure.start].lower().split()[-1:]
    if any(not MOVES.isdisjoint(t.concepts) or 0 < t.start - figure.end <= 2 for t in sentence.terms):
        return False
    return not slots(sentence.language).copula.isdisjoint(before)


def end_of(figure: Mention, sentence: Sentence, text: str) -> End | None:
    """Which end of a change a figure is; None where no change is told, or nothing says which."""
    acts = [term for term in sentence.terms if not MOVES.isdisjoint(term.concepts)]
    if not acts:
        return None
    small = slots(sentence.language)
    before = [m.end for m in sentence.mentions if m.end <= figure.start]
    told = max((t.end for t in acts if t.end <= figure.start), default=sentence.passage.start)
    words = [w.lower() for w in LEAD_WORD.findall(text[max((told, *before)) : figure.start])][-LEAD:]
    lead = next((w for w in words if w in small.to | small.span | small.start), "")
    if lead in small.to:
        return End.REACHED
    if lead in small.start and (lead not in small.span | small.of or leads_on(figure, sentence, text)):
        return End.BEGAN
    right_behind = any(
        t.end <= figure.start and not words_besides(text[t.end : figure.start], small.article | small.of) for t in acts
    )
    if lead in small.span or right_behind:
        return End.SPAN
    return None


def words_besides(between: str, small: frozenset[str]) -> list[str]:
    return [w for w in LEAD_WORD.findall(between) if w.lower() not in small]


def leads_on(figure: Mention, sentence: Sentence, text: str) -> bool:
    """Whether a "to" and another figure stand right behind a figure."""
    small = slots(sentence.language)
    return any(
        0 < m.start - figure.end <= CHANGE_REACH and not small.to.isdisjoint(text[figure.end : m.start].lower().split())
        for m in sentence.mentions
        if m.kind is figure.kind
    )


NEAR = 40
"""How many code points may lie between two ends of one change."""


def told(element: Element, claimed: End, said: Mention, sentence: Sentence, text: str) -> Hit | None:
    """What the sentence says of the claimed end of the change; None where it says nothing of it."""
    near = [m for m in sentence.mentions if m.kind is said.kind and apart(m, said) <= NEAR]
    own = [m for m in near if end_of(m, sentence, text) is claimed]
    own = own or ([span] if claimed is End.SPAN and (span := between_ends(near, sentence, text)) else [])
    if len(own) != 1:
        return None
    found = compare(element.detail.value, own[0].value)
    relation = Relation(found.likeness.value) if found.likeness is not Likeness.UNLIKE else None
    return (
        Hit(sentence.number, own[0], relation, found.finer >= 0 and not found.loose, why=found.why)
        if relation
        else None
    )


def between_ends(figures: Sequence[Mention], sentence: Sentence, text: str) -> Mention | None:
    """By how much something changed, where both ends are told: "from 3 to 5" is by 2. Of shares it cannot be told."""
    began, reached = ([m for m in figures if end_of(m, sentence, text) is end] for end in (End.BEGAN, End.REACHED))
    if len(began) != 1 or len(reached) != 1:
        return None
    first, last = began[0], reached[0]
    start, end = min(first.start, last.start), max(first.end, last.end)
    if not isinstance(first.value, Money | Quantity) or not isinstance(last.value, Money | Quantity):
        return None
    low, high = first.value.amount.low, last.value.amount.low
    if low is None or high is None or any(v.amount.low != v.amount.high for v in (first.value, last.value)):
        return None
    rough = first.value.amount.approx or last.value.amount.approx
    amount = Amount.point(abs(high - low), max(first.value.amount.step, last.value.amount.step), rough)
    return replace(last, start=start, end=end, text=text[start:end], value=replace(last.value, amount=amount))
