"""What belongs to which of two: the cook's son and the captain's boat are not the captain's son and the cook's boat.

Every word of such a claim stands in the sentence, and each pair is exchanged. So may be what is replaced with what, and
what each of two is like.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from factcheck.lang.slots import slots
from factcheck.match.hits import Places
from factcheck.match.question import Question, Role
from factcheck.match.whose.parties import Row, acts, agrees, mention_of_detail, party
from factcheck.match.whose.parts import owner_of, parted
from factcheck.model import Mention
from factcheck.reading import NAME_KINDS
from factcheck.reading.side import Side

Bearer = Callable[[Mention, Side], int | None]
"""Where the word stands that says of a noun whose it is, or what it is like; None where none does."""

Stands = Mapping[int, list[Mention]]
"""Where a sentence speaks of each element of a claim."""

EXCHANGING = frozenset({"exchange-act", "prefer", "succeed-in-office"})
"""Acts that tell two things apart by which of them has a preposition, in whatever language."""


MUTUAL_TIES = frozenset(
    {"competitor", "partner", "ally", "neighbour", "colleague", "friend", "cousin", "rival", "enemy"}
)
"""What one is to another, the other is to the one: a competitor of Lund has Lund for a competitor."""

BY_ONE_WORD = MUTUAL_TIES | {"brother", "sister", "sibling", "half-brother", "half-sister", "twin", "wife", "husband"}
"""The same, and ties that two mostly have to each other by the same word, or cannot have the other way round."""


def exchanges(rows: Sequence[Row], question: Question, here: Side, found: Places) -> Iterator[tuple[int, None]]:
    """The nouns of a claim that have each other's owner or quality here, and the acts that have things exchanged."""
    number = here.sentence.number
    stands = {n: [h.mention for h in found[n].get(number, ()) if agrees(h)] for n, _ in rows}
    for bearer in (owner, quality):
        yield from ((n, None) for n in bearers_exchanged(list(borne(rows, question, bearer)), bearer, stands, here))
    yield from ((n, None) for n in things_exchanged(rows, question, stands, here))
    yield from ((n, None) for n in owned_by_the_other(rows, question, stands, here))


def owned_by_the_other(rows: Sequence[Row], question: Question, stands: Stands, here: Side) -> Iterator[int]:
    """The nouns that are one's in the claim, and here another's of whom it speaks: "Berg is Ek's mother"."""
    names = [n for n, e in rows if e.role is Role.NAME]
    for place, mine in borne(rows, question, owner):
        term = question.elements[place].term
        if mine not in names or (term and not BY_ONE_WORD.isdisjoint(term.concepts)):
            continue
        others = {m.start for n in names if n != mine for m in stands[n]} - {m.start for m in stands[mine]}
        held = {owner(m, here) for m in stands[place]}
        if held and held <= others:
            yield place


def bearers_exchanged(pairs: Sequence[tuple[int, int]], bearer: Bearer, stands: Stands, here: Side) -> Iterator[int]:
    """The first of each two nouns that have each other's owner or quality here."""
    for (one, mine), (two, theirs) in combinations(pairs, 2):
        held = [{bearer(m, here) for m in stands[n]} for n in (one, two)]
        known = [{m.start for m in stands[n]} for n in (mine, theirs)]
        if one != two and mine != theirs and held[0] <= known[1] - known[0] and held[1] <= known[0] - known[1]:
            yield one


def things_exchanged(rows: Sequence[Row], question: Question, stands: Stands, here: Side) -> Iterator[int]:
    """The acts behind which two things stand here behind each other's preposition: "replaced coal with gas"."""
    for place, act, claim in acts(rows, question):
        behind = [(n, e) for n, e in rows if n != place and e.detail.start > act.detail.end]
        things = [(n, mention_of_detail(e)) for n, e in behind if party(e, claim.language)]
        alike = not EXCHANGING.isdisjoint(act.term.concepts if act.term else ())
        for (one, a), (two, b) in combinations(things, 2):
            told = [
                (lead(m, here), lead(n, here))
                for said in stands[place]
                for m in stands[one]
                for n in stands[two]
                if said.end <= min(m.start, n.start) and not parted(here.words(said.end, max(m.start, n.start)), here)
            ]
            if told and all(turned((lead(a, claim), lead(b, claim)), led, alike=alike) for led in told):
                yield place


def borne(rows: Sequence[Row], question: Question, bearer: Bearer) -> Iterator[tuple[int, int]]:
    """The places of a claim's nouns, each with that of the word that says whose it is, or what it is like."""
    at = {e.detail.start: n for n, e in rows if e.detail.end}
    for sentence in question.reading.sentences:
        claim = Side(sentence, question.reading.text)
        for place, element in rows:
            if element.term and not element.term.attribute and not element.term.territory:
                start = bearer(mention_of_detail(element), claim)
                if start in at:
                    yield place, at[start]


def turned(mine: tuple[str, str], theirs: tuple[str, str], *, alike: bool) -> bool:
    """Whether of two things each stands behind the other's preposition; of some acts one behind any, and one bare."""
    if mine[0] == mine[1]:
        return False
    bare = [bool(led) for led in mine] == [bool(led) for led in reversed(theirs)] and bool(mine[0]) != bool(mine[1])
    return theirs == (mine[1], mine[0]) or (alike and bare)


def owner(noun: Mention, side: Side) -> int | None:
    """Where the one is told that has a noun for its own: "the cook's son", "le fils du cuisinier"."""
    small = slots(side.language)
    words = side.words(noun.end, noun.end + OWNER_REACH)
    if words[1:] and words[1].group().lower() in small.than:
        return None  # "mais habitantes do que Vik"
    if words and words[0].group().lower() in small.of:
        names = {m.start for m in side.sentence.mentions if m.kind in NAME_KINDS}
        told = (
            w.start() for w in words[1:] if w.start() in names or ((t := side.term_at(w.start())) and not t.attribute)
        )
        return next(told, None)
    before = owner_of(noun, side)
    return before.start if before else None


OWNER_REACH = 40
"""How many code points behind a noun may tell whose it is."""


def quality(noun: Mention, side: Side) -> int | None:
    """Where a word right beside a noun tells what it is like, or of which land."""
    words = [t for t in side.sentence.terms if t.attribute or t.territory]
    return next((t.start for t in words if noun.start - t.end == 1 or t.start - noun.end == 1), None)


def lead(noun: Mention, side: Side) -> str:
    """The preposition that stands before a noun, its article and what it is like apart; empty where none does."""
    small = slots(side.language)
    prepositions = small.stop | small.governing | small.leading | small.party | small.by | small.of
    for word in reversed(side.words(side.sentence.passage.start, noun.start)):
        said, term = word.group().lower(), side.term_at(word.start())
        if said in (prepositions - small.together - small.article) | small.company:
            return said
        if not (said in small.article | small.possessive or (term and term.attribute)):
            return ""
    return ""
