"""Whether a text says "in" a place or only near it: who was killed outside Lyon was not killed in Lyon."""

from __future__ import annotations

from dataclasses import replace

from factcheck.match.hits import Hit, Places
from factcheck.match.question import Element, Question, Role
from factcheck.model import Relation
from factcheck.reading import Reading


def in_place(question: Question, source: Reading, found: Places) -> Places:
    """The hits with each place short of the claim's that is only near it where the claim says "in", or the reverse."""
    return tuple(
        {number: tuple(as_near(hit, source, claimed) for hit in hits) for number, hits in here.items()}
        if (claimed := claimed_part(element, question)) in WHY
        else here
        for element, here in zip(question.elements, found, strict=True)
    )


WHY = {"in": "only near it here", "near": "in it here, not near it"}
"""How a report says that something is not where the claim has it, by what the claim says of the place."""


def claimed_part(element: Element, question: Question) -> str:
    if element.role is not Role.NAME:
        return ""
    return next(
        (s.parts[element.detail.start] for s in question.reading.sentences if element.detail.start in s.parts), ""
    )


def as_near(hit: Hit, source: Reading, claimed: str) -> Hit:
    here = source.sentences[hit.sentence].parts.get(hit.mention.start)
    if hit.relation is not Relation.EQUAL or here == claimed or here not in WHY:
        return hit
    return replace(hit, relation=Relation.COMPATIBLE, precise=False, why=WHY[claimed])
