"""What a value implies beside another word than the claim's: a price paid for a thing says that it was bought.

A term in jail that somebody gets says that they were sentenced, a year from which a building dates that it was built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product

from factcheck.lang.slots import slots
from factcheck.match.against.clashes import IN_PRISON, RIGHT_BESIDE
from factcheck.match.hits import Hit, Places, mention_of
from factcheck.match.question import Element, Question, Role
from factcheck.match.whose.belonging import belongs
from factcheck.match.whose.parties import mention_of_detail
from factcheck.match.whose.parts import DOER, OTHER, SUFFERER, part
from factcheck.match.whose.roles import attached
from factcheck.model import Kind, Mention, Relation
from factcheck.reading import Reading, Sentence, Term
from factcheck.reading.side import OWNS, Side
from factcheck.reading.voice import nominal, passive

Plays = Mapping[str, Sequence[Mention]]
"""By the part in a claim's act, where a sentence names whoever plays it in the claim."""


def implied(question: Question, source: Reading, found: Places) -> Places:
    """The places with those added that imply a claim's act."""
    added = list(found)
    for place, element in enumerate(question.elements):
        for id in element.term.concepts if element.term else ():
            for sentence in source.sentences if id in IMPLYING else ():
                known = added[place].get(sentence.number, ())
                if hits := implying(id, element, sentence, question, source, found):
                    added[place] = {**added[place], sentence.number: (*known, *hits)}
                elif known and element.role is Role.ACT and all(within_value(h.mention, sentence) for h in known):
                    added[place] = {**added[place], sentence.number: ()}  # "spent six years in jail": of no sentence
    return tuple(added)


def implying(
    id: str, act: Element, sentence: Sentence, question: Question, source: Reading, found: Places
) -> tuple[Hit, ...]:
    """Where a sentence has what implies an act by its concept."""
    rule, words = IMPLYING[id]
    if all(words.isdisjoint(term.concepts) for term in sentence.terms):
        return ()
    told = rule(Side(sentence, source.text), played(act, question, found, sentence.number))
    return tuple(
        Hit(sentence.number, mention_of(t), Relation.COMPATIBLE, why=f"“{t.text}” implies it", converse=True)
        for t in told
    )


def within_value(said: Mention, sentence: Sentence) -> bool:
    """Whether a word is but the unit of a value: "years in jail"."""
    return any(m.kind is Kind.DURATION and m.start < said.start < m.end for m in sentence.mentions)


def played(act: Element, question: Question, found: Places, number: int) -> Plays:
    """Where a sentence names whoever plays each part in a claim's act."""
    claimed = [Side(sentence, question.reading.text) for sentence in question.reading.sentences]
    parts = dict[str, list[Mention]]()
    for element, by_number in zip(question.elements, found, strict=True):
        hits = [h.mention for h in by_number.get(number, ()) if h.relation is not Relation.CONFLICTS]
        for claim in claimed if element is not act else ():
            plays = part(mention_of_detail(element), mention_of_detail(act), claim)
            parts.setdefault(plays, []).extend(hits)
    return parts


def bought(side: Side, plays: Plays) -> Iterator[Term]:
    """ "Paid 5 million euros for the mill": the claim's buyer pays, and for the thing that the claim says is bought."""
    small = slots(side.language)
    prices = [m for m in side.sentence.mentions if m.kind is Kind.MONEY]
    things = (*plays.get(OTHER, ()), *plays.get(SUFFERER, ()))
    for term in side.sentence.terms:
        pays = mention_of(term)
        if "pay" not in term.concepts or nominal(pays, side):
            continue
        if not all(part(buyer, pays, side) == DOER for buyer in plays.get(DOER, ())):
            continue
        for price, thing in product(prices, things):
            led = [word.group().lower() for word in side.words(price.end, thing.start)]
            for_it = led[:1] != [] and led[0] in small.charge | small.whither and set(led[1:]) <= small.article
            if term.end < price.start < thing.start and for_it and not OWNS.match(side.text, thing.end):
                yield term


def punished(side: Side, plays: Plays) -> Iterator[Term]:
    """ "Got six years in jail", "was jailed for six years"; not "got out after six years".

    Who is sentenced in the claim gets it here.
    """
    small, terms = slots(side.language), side.sentence.terms
    leading = small.article | small.of | small.charge | small.whither
    for mention in side.sentence.mentions:
        if mention.kind is not Kind.DURATION:
            continue
        served = any(not IN_PRISON.isdisjoint(t.concepts) and 0 <= t.end - mention.start <= SERVED for t in terms)
        for term in terms:
            led = {word.group().lower() for word in side.words(term.end, mention.start)}
            gets = (served and not GETTING.isdisjoint(term.concepts)) or "imprison" in term.concepts
            said = mention_of(term)
            theirs = SUFFERER if passive(said, side) else DOER if "imprison" not in term.concepts else OTHER
            own = all(part(m, said, side) == theirs for m in plays.get(SUFFERER, ()))
            if gets and own and term.end < mention.start and led <= leading:
                yield term


SERVED = 30
"""How far behind the start of a term the word for a jail may end: "six years in jail"."""


def dated(side: Side, plays: Plays) -> Iterator[Term]:
    """ "The mill dates from 1890"."""
    days = [m for m in side.sentence.mentions if m.kind is Kind.DATE]
    for term in side.sentence.terms:
        own = all(part(m, mention_of(term), side) == DOER for m in plays.get(SUFFERER, ()))
        if "date-back" in term.concepts and own and any(0 <= day.start - term.end <= RIGHT_BESIDE for day in days):
            yield term


def headed(side: Side, plays: Plays) -> Iterator[Term]:
    """ "Anna Ek, director of the museum": she heads it. Who does it in the claim holds the office here, and of that."""
    things = (*plays.get(OTHER, ()), *plays.get(SUFFERER, ()))
    for term in side.sentence.terms:
        post = mention_of(term)
        if HEADS.isdisjoint(term.concepts) or passed_on(post, side):
            continue
        theirs = any(attached(post, doer, side.sentence, side.text) for doer in plays.get(DOER, ()))
        if theirs and any(belongs(post, thing, side) for thing in things):
            yield term


def passed_on(post: Mention, side: Side) -> bool:
    """Whether an office is one that was held once, or is not held yet, or not in full: "former director"."""
    small = slots(side.language)
    beside = [
        w.group().lower()
        for w in (*side.words(post.start - BESIDE, post.start), *side.words(post.end, post.end + BESIDE))
    ]
    return not (small.lapsed | small.unheld).isdisjoint(beside)


BESIDE = 12
"""How far from an office, in code points, may stand what says that it is not held now."""

HEADS = frozenset({"director", "head-chief", "film-director"})
"""Who is at the head of what the office is of."""

GETTING = frozenset({"obtain", "give", "hand-body", "incur-penalty"})
"""What is said of whoever gets a sentence, or of the court that gives it."""

IMPLYING: Mapping[str, tuple[Callable[[Side, Plays], Iterator[Term]], frozenset[str]]] = {
    "buy": (bought, frozenset({"pay"})),
    "sentence": (punished, GETTING | {"imprison"}),
    "prison-sentence": (punished, GETTING | {"imprison"}),
    "build": (dated, frozenset({"date-back"})),
    "create": (dated, frozenset({"date-back"})),
    "lead": (headed, HEADS),
    "direct-film": (headed, HEADS),
}
"""By a claim's act: what implies it, and the concepts without which nothing does."""
