"""Where somebody or something comes from, and where it goes: "from Lund to Vik" is not "from Vik to Lund"."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from factcheck.lang.slots import Slots, slots
from factcheck.match.hits import Hit
from factcheck.match.question import Question, Role
from factcheck.match.whose.parties import Row, mention_of_detail
from factcheck.model import Mention, Relation
from factcheck.reading import NAME_KINDS, is_content
from factcheck.reading.side import Side


class Way(StrEnum):
    """Which end of a way a name is."""

    FROM = "from"
    TO = "to"


def turned_round(
    rows: list[Row], question: Question, side: Side, hits: list[Hit | None]
) -> Iterator[tuple[int, Hit | None]]:
    """The names that are the other end of the way here; they deny the claim where both of its ends are turned."""
    claimed = [Side(sentence, question.reading.text) for sentence in question.reading.sentences]
    turned = []
    for place, element in rows:
        hit = hits[place]
        if element.role is not Role.NAME or hit is None:
            continue
        mine = next((way for s in claimed if (way := way_of(mention_of_detail(element), s))), None)
        theirs = way_of(hit.mention, side)
        if mine and theirs and mine is not theirs:
            turned.append((place, hit, mine))
    for place, hit, mine in turned:
        denies = len({mine for _, _, mine in turned}) > 1
        yield place, Hit(hit.sentence, hit.mention, Relation.CONFLICTS, why=WHY[mine]) if denies else None


WHY = {
    Way.FROM: "the other way round: the claim's beginning of the way is its end here",
    Way.TO: "the other way round: the claim's end of the way is its beginning here",
}
"""How a report says that a way is turned round, by what the claim has."""


def way_of(name: Mention, side: Side) -> Way | None:
    """Which end of a way a name is by the word before it; None where that does not tell, as "de" by itself does not."""
    small = slots(side.language)
    before = leading(name, side)
    if before in small.whence:
        return Way.FROM
    if before in small.whither:
        return Way.TO
    if before in small.place and beside(name, side, "arrive"):
        return Way.TO
    if beside(name, side, "leave"):
        return Way.TO if before in small.place else Way.FROM if before in small.of | {""} else None
    if before in small.of and any(leading(m, side) in ends(small) for m in near(name, side, behind=True)):
        return Way.FROM
    if before in ends(small) and any(leading(m, side) in small.of | small.whence for m in near(name, side)):
        return Way.TO
    return None


def ends(small: Slots) -> frozenset[str]:
    """The words before the far end of a way, behind its beginning: "de Lund à Vik"."""
    return small.whither | small.place


def leading(name: Mention, side: Side) -> str:
    """The small word right before a name, an article between them aside; empty where there is none."""
    words = [found.group().lower() for found in side.words(name.start - LEADING, name.start)]
    while words and words[-1] in slots(side.language).article - slots(side.language).of:
        words.pop()
    small = slots(side.language)
    known = small.whence | small.whither | small.leading | small.governing
    return words[-1] if words and (words[-1] in known or not is_content(words[-1], side.language)) else ""


LEADING = 12
"""How many code points before a name are searched for the word that leads to it."""


def near(name: Mention, side: Side, *, behind: bool = False) -> list[Mention]:
    """The names close before a name, or behind it."""
    return [
        m
        for m in side.sentence.mentions
        if m.kind in NAME_KINDS and 0 < (m.start - name.end if behind else name.start - m.end) <= PAIRED
    ]


PAIRED = 8
"""How many code points may lie between the two ends of a way ("de Lund à la ville de Vik" is too far)."""


def beside(name: Mention, side: Side, act: str) -> bool:
    """Whether a word for leaving, or for arriving, stands before a name, nothing but its small word between."""
    return any(act in t.concepts and 0 < name.start - t.end <= PAIRED for t in side.sentence.terms)
