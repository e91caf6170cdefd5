"""Whose an age is: "Berg met a 46-year-old engineer" does not say that Berg is 46."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.lang.mood import participle
from factcheck.lang.slots import slots
from factcheck.match.hits import Hit, Places
from factcheck.match.question import Element, Question, Role
from factcheck.model import Duration, Kind, Mention, Relation
from factcheck.reading.lives import AGED
from factcheck.reading.side import Side

REACH = 60
"""How many code points may lie between an age and whose it is."""

SOMEBODY_LENT = -1
"""In the place of a noun: a pronoun, or the age itself ("the 46-year-old"), stands for whom a neighbour names."""


def of_another_age(
    question: Question, here: Side, found: Places, hits: Sequence[Hit | None], clashes: Sequence[Hit | None]
) -> Iterator[int]:
    """The ages that a claim gives somebody, and the sentence another, or that are no ages here."""
    for place, element in enumerate(question.elements):
        said = hits[place] or clashes[place]
        if said is None or said.sentence != here.sentence.number:
            continue
        for side in (Side(s, question.reading.text) for s in question.reading.sentences):
            mine = next((m for m in side.sentence.mentions if m.start == element.detail.start), None)
            owner = holder(mine, side) if mine and is_years(mine) else None
            asked = [n for n, e in enumerate(question.elements) if e.detail.start == owner and somebody(e)]
            if asked and not belongs(said.mention, asked, here, found, hits):
                yield place


def somebody(element: Element) -> bool:
    return element.role is Role.NAME or bool(element.term and element.term.somebody)


def is_years(mention: Mention) -> bool:
    """Whether a mention may be an age: years, no bound."""
    value = mention.value
    return isinstance(value, Duration) and value.unit == "Y" and value.amount.low == value.amount.high


def belongs(age: Mention, asked: Sequence[int], here: Side, found: Places, hits: Sequence[Hit | None]) -> bool:
    """Whether an age is that of one of the claim's own, or of somebody whom a neighbour names."""
    theirs, number = holder(age, here), here.sentence.number
    stands = {h.mention.start for n in asked for h in found[n].get(number, ()) if h.relation is not Relation.CONFLICTS}
    lent = any((hit := hits[n]) and hit.sentence != number for n in asked)
    return theirs in stands or (theirs == SOMEBODY_LENT and lent)


def holder(age: Mention, side: Side) -> int | None:
    """Where the name or noun stands whose age a duration is; None where it is no age, or nobody's."""
    said = side.text[age.start : age.end + len("-old")].lower().replace(" ", "-")
    ends = (age.start + said.index(word) + len(word) for word in slots(side.language).old if word in said)
    behind = next((qualified(end, side) for end in ends), None)
    before = told_before(age, side)
    return before if before is not None or behind is None else behind


def qualified(close: int, side: Side) -> int:
    """Whom an age before a noun tells of: "the 46-year-old engineer Karl Ek"; nobody by itself ("the 46-year-old")."""
    found = SOMEBODY_LENT
    for word in side.words(close, close + REACH):
        name = next((m for m in side.sentence.names if m.start == word.start() and m.kind is not Kind.PLACE), None)
        if name:
            return name.start
        term = side.term_at(word.start())
        if word.start() < close:
            continue
        if term is None or term.act or not (term.somebody or term.attribute or term.territory or found < 0):
            break
        found, close = (term.start, term.end) if term.somebody or found < 0 else (found, term.end)
    return found


def told_before(age: Mention, side: Side) -> int | None:
    """Whom what stands before an age tells it of: "Karl Ek, an engineer, 46", "a woman of 46", "Ek is 46"."""
    small = slots(side.language)
    passing = small.article | small.of | small.aged | small.linking | small.simply | {",", "(", "-", "–"}
    words = side.words(age.start - REACH, age.start)
    tied = bool(words) and words[-1].group().lower() in small.of | small.aged
    noun, being, comma = None, False, False
    for word in reversed(words):
        said = word.group().lower()
        name = next((m for m in side.sentence.names if m.end == word.end() and m.kind is not Kind.PLACE), None)
        if name and (being or comma or not side.text[name.end : age.start].strip()):
            return name.start
        if name:
            break
        if said in small.copula | small.have:
            being = noun is None or comma
            continue
        comma = comma or said in ",("
        if said in passing:
            continue
        if said in small.pronoun and being:
            return SOMEBODY_LENT
        term = next((t for t in side.sentence.terms if t.start <= word.start() < t.end), None)
        if term and not {AGED, "old"}.isdisjoint(term.concepts):
            continue
        if term is None or term.act or participle(said, side.language):
            break
        noun = noun if term.attribute or (noun and not comma) else term.start
    return noun if tied or comma or being else None
