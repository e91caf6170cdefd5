"""Ties that are told from either end: whose son somebody is, is their father; and those told the wrong way round.

"Ole is the son of Karl Ek" states that Karl Ek is Ole's father, as far as a given name tells a man; it denies that Karl
is Ole's son, and so does "Karl Ek is the father of Ole".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from factcheck.extract.values import PLACE
from factcheck.lang.slots import slots
from factcheck.match.hits import Hit, Places, mention_of
from factcheck.match.question import Question, Role
from factcheck.match.whose.belonging import parting
from factcheck.match.whose.owners import claimed_as_theirs
from factcheck.match.whose.parties import TURNED, agrees
from factcheck.match.whose.roles import attached, held_now
from factcheck.model import Mention, Relation
from factcheck.reading import Reading, Sentence, Term, gender_of
from factcheck.reading.genders import of_words
from factcheck.reading.side import OWNS, Side

PARENTS, CHILDREN = frozenset({"father", "mother", "parent"}), frozenset({"son", "daughter", "child"})
GRANDPARENTS, GRANDCHILDREN = frozenset({"grandfather", "grandmother", "grandparent"}), frozenset({"grandson"})
ELDERS, YOUNGER = frozenset({"uncle", "aunt"}), frozenset({"nephew"})
OWNING, OWNED = frozenset({"parent-company"}), frozenset({"subsidiary"})

PAIRS = ((PARENTS, CHILDREN), (GRANDPARENTS, GRANDCHILDREN), (ELDERS, YOUNGER), (OWNING, OWNED))
INVERSE: Mapping[str, frozenset[str]] = {
    id: theirs for one, two in PAIRS for mine, theirs in ((one, two), (two, one)) for id in mine
}
"""By what one is to another, what the other is to the one."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What a claim says that one is to another, by the places of its elements."""

    noun: int
    one: int
    other: int
    term: Term


def ties(question: Question) -> Iterator[Tie]:
    """The ties of two names that a claim tells, that one cannot have to the other as the other has it to the one."""
    claimed = [Side(sentence, question.reading.text) for sentence in question.reading.sentences]
    rows = list(enumerate(question.elements))
    names = [(n, e) for n, e in rows if e.role is Role.NAME]
    for place, owner in names:
        for claim in claimed:
            noun = claimed_as_theirs(owner, claim)
            told = next((n for n, e in rows if noun and e.term and e.detail.start == noun.start), None)
            before = [n for n, e in names if noun and e.detail.end <= noun.start and n != place]
            if noun and told is not None and before and not INVERSE.keys().isdisjoint(noun.concepts):
                yield Tie(told, before[-1], place, noun)


def told(question: Question, sentence: Sentence, source: Reading, found: Places) -> Iterator[tuple[int, Hit]]:
    """What a sentence says of the ties of a claim: the places of all three elements, where it tells one from its end.

    The tie's own conflicts where the sentence has it the other way round.
    """
    side = Side(sentence, source.text)
    for tie in ties(question):
        ones, others = ([h for h in found[n].get(sentence.number, ()) if agrees(h)] for n in (tie.one, tie.other))
        for term, one, other in product(sentence.terms, ones, others):
            if INVERSE.keys().isdisjoint(term.concepts) or not held_now(mention_of(term), side):
                continue
            inverse = any(not INVERSE[id].isdisjoint(term.concepts) for id in tie.term.concepts if id in INVERSE)
            same = not inverse and not set(tie.term.concepts).isdisjoint(term.concepts)
            of_one, of_other = (is_to(term, *pair, side) for pair in ((one, other), (other, one)))
            if inverse and of_other and not of_one and fits(tie, one.mention, source):
                hit = Hit(sentence.number, mention_of(term), Relation.COMPATIBLE, why=FROM_ITS_END, converse=True)
            elif (inverse and of_one and not of_other) or (same and of_other and not of_one):
                hit = Hit(sentence.number, mention_of(term), Relation.CONFLICTS, why=TURNED)
            else:
                continue
            yield from ((tie.one, one), (tie.other, other), (tie.noun, hit))


FROM_ITS_END = "told from the other end"


def is_to(noun: Term, one: Hit, other: Hit, side: Side) -> bool:
    """Whether a sentence says that one is something to the other: "Ek, the son of Moe"."""
    said = mention_of(noun)
    first, last = sorted((said, other.mention), key=PLACE)
    if any(first.end <= name.start < last.start for name in side.sentence.names):
        return False  # "son of Moe, and Ek"
    return attached(said, one.mention, side.sentence, side.text) and of_somebody(said, other.mention, side)


def of_somebody(noun: Mention, owner: Mention, side: Side) -> bool:
    """Whether a noun is told to be of somebody, and of nothing else: "the son of Moe", "Moe's son", "the Moe unit"."""
    small = slots(side.language)
    if noun.start < owner.start:
        led = side.words(noun.end, owner.start)[:1]
        own = side.words(noun.start, noun.end)[-1:]  # "fille de" is one word
        return any(word.group().lower() in small.of for word in (*led, *own))
    owning = OWNS.match(side.text, owner.end)
    between = [word.group().lower() for word in side.words(owning.end() if owning else owner.end, noun.start)]
    return len(between) <= QUALIFYING and parting(side).isdisjoint(between) and all(w[0].isalpha() for w in between)


QUALIFYING = 2
"""How many words may tell more of what is somebody's: "Moe's eldest surviving son"."""


def fits(tie: Tie, one: Mention, source: Reading) -> bool:
    """Whether a word for a man or a woman is said of a name that is known to be one's: no "father" of a surname."""
    gender = of_words(tie.term.concepts)
    return gender is None or gender_of(one, source.language) is gender
