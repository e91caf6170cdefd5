"""Whose "its" or "her" is: of whom a sentence opens with, if nobody else stands between; else it cannot be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.lang.slots import slots
from factcheck.model import Mention
from factcheck.reading import Sentence, opens_with
from factcheck.reading.side import OWNS, Side
from factcheck.reading.voice import able, names_doer


def owns(start: int, end: int, text: str, sentences: Sequence[Sentence]) -> bool:
    """Whether a name only says whose something is: "Berg's mill", "le moulin de Berg"."""
    return bool(OWNS.match(text, end)) or any(s.parts.get(start) == "of" for s in sentences)


def possessive_of(subject: Mention, side: Side) -> Mention | None:
    """The "its" or "her" that stands for a name: "Lund lost money after a fire destroyed its mill".

    Not where it presents somebody: "Lund bought its rival Falk".
    """
    if not opens_with(subject, side.sentence) or OWNS.match(side.text, subject.end):
        return None
    behind = side.words(subject.end, side.sentence.passage.end)
    said = next((w for w in behind if w.group().lower() in slots(side.language).possessive), None)
    if said is None or somebody_between(subject, said.start(), side):
        return None
    if any(presents(said.end(), name.start, side) for name in side.sentence.names):
        return None
    return replace(subject, start=said.start(), end=said.end(), text=said.group())


def somebody_between(subject: Mention, start: int, side: Side) -> bool:
    """Whether somebody else, by name or not, stands between a name and an "its" behind it."""
    # what may be a verb is nobody: "jailed" is no jail
    doing = (t for t in side.sentence.terms if names_doer(t, side.language) or (able(t) and not t.verbal))
    others = (*(m.start for m in side.sentence.names), *(t.start for t in doing))
    return any(subject.end <= at < start for at in others)


def possessive_before(noun: Mention, side: Side) -> int | None:
    """Where the "its" stands that leads to a noun, with nothing but what it is like between."""
    like = {t.start for t in side.sentence.terms if t.attribute}
    ahead = (w for w in reversed(side.words(side.sentence.passage.start, noun.start)) if w.start() not in like)
    nearest = next(ahead, None)
    small = slots(side.language)
    return nearest.start() if nearest and nearest.group().lower() in small.possessive else None


def presents(start: int, name: int, side: Side) -> bool:
    """Whether only nouns lead from a place to the start of a name: "its rival Lund", not "its mill in Lund"."""
    small = slots(side.language)
    leading = small.place | small.of | small.party | small.stop
    between = [word.group().lower() for word in side.words(start, name)] if start < name else []
    return 0 < len(between) <= PRESENTING and leading.isdisjoint(between)


PRESENTING = 3
"""How many words may stand between "its" and a name that it presents ("its great old rival Lund")."""
