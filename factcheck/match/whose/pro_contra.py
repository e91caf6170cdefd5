"""For or against: on whose side an act is, by the small word before a thing: who voted for a law did not vote against.

"The left voted for the budget" denies that it voted against it; "for the budget, and the right against it" does so of
the left only, and leaves open who is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.lang.slots import slots
from factcheck.match.hits import Hit, Places
from factcheck.match.question import Element, Question, Role
from factcheck.match.whose.parties import Row, agrees, mention_of_detail
from factcheck.model import Mention, Relation
from factcheck.reading.side import Side

SIDED = frozenset("vote campaign argue testify decide fight speak play-sport support".split())
"""Acts that are done for something or against it."""

FOR, AGAINST = "for", "against"


def other_side(rows: Sequence[Row], question: Question, here: Side, found: Places) -> Iterator[tuple[int, Hit | None]]:
    """What a claim has an act done for that is against it here, or the reverse."""
    number = here.sentence.number
    claimed = [Side(sentence, question.reading.text) for sentence in question.reading.sentences]
    if not any(sided(e) for _, e in rows):
        return
    for place, thing in rows:
        mine = next((said for claim in claimed if (said := taken(mention_of_detail(thing), claim))), "")
        stands = [hit.mention for hit in found[place].get(number, ()) if agrees(hit)]
        theirs = {taken(mention, here) for mention in stands}
        if mine and theirs == {FOR if mine == AGAINST else AGAINST}:
            why = f"{theirs.pop()} it here, not {mine} it"
            alone = words_of_side(mine, here).isdisjoint(here.sentence.words) and all_said(rows, question)
            yield place, Hit(number, stands[0], Relation.CONFLICTS, why=why) if alone else None


def all_said(rows: Sequence[Row], question: Question) -> bool:
    """Whether a sentence has all that a claim speaks of, its figures apart: it is about the same."""
    here = {place for place, _ in rows}
    return all(place in here for place, e in enumerate(question.elements) if e.weight and e.role is not Role.VALUE)


def sided(element: Element) -> bool:
    return element.term is not None and not SIDED.isdisjoint(element.term.concepts)


def words_of_side(which: str, side: Side) -> frozenset[str]:
    small = slots(side.language)
    return small.pro if which == FOR else small.contra


def taken(thing: Mention, side: Side) -> str:
    """On which side of a thing an act is, by the word that leads to it: "in favour of the new law"."""
    small = slots(side.language)
    for word in reversed(side.words(thing.start - LOOK_BACK, thing.start)):
        said, term = word.group().lower(), side.term_at(word.start())
        if said in small.contra:
            return AGAINST
        if said in small.pro:
            return FOR
        if not (said in small.article | small.possessive | small.of or (term and (term.attribute or term.territory))):
            return ""
    return ""


LOOK_BACK = 40
"""How many code points before a thing are searched for the word that leads to it."""
