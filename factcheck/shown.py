"""What shows a word of a claim that a sentence does not have: talks in a place show the visit, two figures the rise."""

from __future__ import annotations

from decimal import Decimal

from factcheck.clashes import SHOWS_PRESENCE, VISITING
from factcheck.hits import Hit, Places, first, mention_of
from factcheck.lang.concepts import CONCEPTS
from factcheck.model import Amount, Kind, Relation
from factcheck.question import Element, Question, Role
from factcheck.reading import Sentence


def shown(element: Element, sentence: Sentence, question: Question, found: Places) -> Hit | None:
    """What shows a word that the sentence does not have."""
    for shows in (presence, located, moved, killed):
        if hit := shows(element, sentence, question, found):
            return hit
    return None


def moved(element: Element, sentence: Sentence, question: Question, found: Places) -> Hit | None:
    """For "up from 3 million": both figures, stated in the sentence itself, show which way it went."""
    going = {"up-from", "down-from"}.intersection(element.term.concepts if element.term else ())
    after = [e for e in question.elements if e.role is Role.VALUE and 0 <= e.detail.start - element.detail.end <= 1]
    if len(going) != 1 or not after:
        return None
    rows = zip(question.elements, found, strict=True)
    said = [(e, first(by_number.get(sentence.number, ()), conflicting=False)) for e, by_number in rows]
    figures = [(figure(e), hit) for e, hit in said if hit and e.detail.kind is after[0].detail.kind]
    start = figure(after[0])
    ends = [(number, hit) for number, hit in figures if number is not None and number != start]
    if start is None or len(figures) != 2 or len(ends) != 1:
        return None
    number, hit = ends[0]
    rose = number > start
    if rose == ("up-from" in going):
        return Hit(sentence.number, hit.mention, Relation.COMPATIBLE, why="the figures show it")
    return Hit(
        sentence.number, hit.mention, Relation.CONFLICTS, opposite=True, firm=True, why="the figures go the other way"
    )


def figure(element: Element) -> Decimal | None:
    """The number of an amount that is one."""
    amount = getattr(element.detail.value, "amount", None)
    return amount.low if isinstance(amount, Amount) and amount.low == amount.high else None


def presence(element: Element, sentence: Sentence, question: Question, found: Places) -> Hit | None:
    """For a visit: talks or an arrival in the place, said in the sentence itself, state that one was there."""
    if element.term is None or VISITING.isdisjoint(element.term.concepts):
        return None
    there = any(
        sentence.parts.get(hit.mention.start) == "in"
        for e, by_number in zip(question.elements, found, strict=True)
        if e.detail.kind is Kind.PLACE
        for hit in by_number.get(sentence.number, ())
    )
    shown = next((term for term in sentence.terms if not SHOWS_PRESENCE.isdisjoint(term.concepts)), None)
    if not there or shown is None:
        return None
    why = f"“{shown.text}” in the place shows the visit"
    return Hit(sentence.number, mention_of(shown), Relation.COMPATIBLE, why=why)


def killed(element: Element, sentence: Sentence, question: Question, found: Places) -> Hit | None:
    """For "the flood killed six": the count of the dead, where the claim blames nobody but what happened."""
    if element.term is None or "kill" not in element.term.concepts:
        return None
    opening = min(question.elements, key=lambda e: e.detail.start)
    happens = opening.term is not None and any(CONCEPTS[id].kind in HAPPENING for id in opening.term.concepts)
    if not happens or opening is element:
        return None
    for e, by_number in zip(question.elements, found, strict=True):
        for hit in by_number.get(sentence.number, ()) if e.detail.kind is Kind.QUANTITY else ():
            dead = any(hit.mention.start <= t.start < hit.mention.end and "die" in t.concepts for t in sentence.terms)
            if dead and hit.relation is not Relation.CONFLICTS:
                return Hit(sentence.number, hit.mention, Relation.COMPATIBLE, why=f"“{hit.mention.text}” shows it")
    return None


HAPPENING = frozenset({"act", "disaster", "health", "weather"})
"""Kinds of concepts that kill without anybody's doing, or by a deed that the claim names: "the blast", "the flood"."""


def located(element: Element, sentence: Sentence, question: Question, found: Places) -> Hit | None:
    """For "is located": the thing and right behind it "in" the place state where it is."""
    if element.term is None or "located" not in element.term.concepts:
        return None
    things = [
        hit.mention
        for e, by_number in zip(question.elements, found, strict=True)
        if e is not element and e.detail.kind is not Kind.PLACE
        for hit in by_number.get(sentence.number, ())
    ]
    for e, by_number in zip(question.elements, found, strict=True):
        for hit in by_number.get(sentence.number, ()) if e.detail.kind is Kind.PLACE else ():
            there = hit.mention
            if sentence.parts.get(there.start) == "in" and any(0 < there.start - m.end <= IN_REACH for m in things):
                return Hit(sentence.number, there, Relation.COMPATIBLE, why=f"it is said to be in {there.text}")
    return None


IN_REACH = 6
"""How many code points may lie between a thing and its place: "the park in Florida"."""
