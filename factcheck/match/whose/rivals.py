"""Somebody whom a sentence only sets its subject against: "twice as many as Varno", "unlike Lund", "180 for Ek".

What it tells is told of the subject: the rival did not do it, is not so large, and won none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.lang.slots import slots
from factcheck.match.hits import Places
from factcheck.match.question import Question, Role
from factcheck.match.whose.pairs import first_predicate, subjects
from factcheck.match.whose.parties import Row, agrees, mention_of_detail
from factcheck.model import Kind, Mention
from factcheck.reading import NAME_KINDS
from factcheck.reading.side import Side
from factcheck.reading.voice import acting

LOOK_BACK = 8
"""How many words before a name are searched for what sets it against the subject ("behind the second winner, Ek")."""


def rivals(rows: Sequence[Row], question: Question, here: Side, found: Places) -> Iterator[tuple[int, None]]:
    """The claim's subjects that the sentence names only as the rivals of its own."""
    first = first_predicate(question)
    claimed = [Side(sentence, question.reading.text) for sentence in question.reading.sentences]
    before = set() if first is None else set(subjects(question, first))
    names = [mention_of_detail(e) for e in question.elements if e.role is Role.NAME and e.detail.end]
    if any(set_against(name, side) for name in names for side in claimed):
        return  # the claim compares two itself
    for place, name in rows:
        if place not in before and not (name.role is Role.NAME and name.detail.start == 0):
            continue
        stands = [hit for hit in found[place].get(here.sentence.number, ()) if agrees(hit)]
        if stands and not any(hit.converse for hit in stands) and all(set_against(hit.mention, here) for hit in stands):
            yield place, None


def set_against(name: Mention, side: Side) -> bool:
    """Whether a word such as "than" leads to a name of which the sentence goes on to say nothing."""
    small = slots(side.language)
    if goes_on(name, side):
        return False
    before = side.words(side.sentence.passage.start, name.start)
    words = before[-LOOK_BACK:]
    said = [word.group().lower() for word in words]
    for place, word in reversed(list(enumerate(words))):
        if any(leads(said[: place + 1], phrases) for phrases in ways(said, place, words, side)):
            return word is before[0] or not apposed(name, side)
        named = any(m.start <= word.start() < m.end and m.kind in NAME_KINDS for m in side.sentence.mentions)
        if named or acting(word.start(), side) or said[place] in ";:" or said[place] in small.together | small.relative:
            return False
    return False


def ways(said: Sequence[str], place: int, words: Sequence[re.Match[str]], side: Side) -> Iterator[frozenset[str]]:
    """The phrases that set a name against something, given the words before it: "than" only behind "more"."""
    small = slots(side.language)
    yield small.against
    twice = said[place] not in small.alike or said[place] in said[:place]  # no "better known as Lund"
    if twice and not small.more.isdisjoint(said[:place]):
        yield small.than
    if said[place + 1 : place + 2] and said[place + 1][0].isdigit():
        yield small.versus
    if any(m.kind is Kind.ORDINAL and m.end <= words[-1].start() for m in side.sentence.mentions):
        yield small.behind


def leads(said: Sequence[str], phrases: frozenset[str]) -> bool:
    """Whether some words end with one of the given phrases."""
    return any(tuple(said[-len(words) :]) == tuple(words) for words in map(str.split, phrases))


def apposed(name: Mention, side: Side) -> bool:
    """Whether a noun with its article stands behind a name and its comma, and tells what it is."""
    words = [word.group().lower() for word in side.words(name.end, side.sentence.passage.end)[:2]]
    return words[:1] == [","] and not slots(side.language).article.isdisjoint(words[1:])


def goes_on(name: Mention, side: Side) -> bool:
    """Whether a clause is about a name: a verb stands right behind it, or a relative pronoun."""
    small = slots(side.language)
    words = side.words(name.end, side.sentence.passage.end)[:2]
    behind = [word.group().lower() for word in words if word.group() != ","]
    if not behind:
        return False
    comma = words[0].group() == ","
    following = words[1].start() if comma and len(words) > 1 else words[0].start()
    if behind[0] in small.relative or (comma and "," + behind[0] in small.relative):
        return True
    helping = small.having | small.copula | small.passive | small.have
    return not comma and (behind[0] in helping or acting(following, side))
