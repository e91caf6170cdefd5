"""What a value implies beside another word than the claim's: a price paid for a thing says that it was bought.

A term in jail that somebody gets says that they were sentenced, a year from which a building dates that it was built.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from factcheck.compare import end_points
from factcheck.lang.concepts import CONCEPTS, kinds
from factcheck.lang.slots import slots
from factcheck.match.against.clashes import IN_PRISON, RIGHT_BESIDE
from factcheck.match.hits import Hit, Places, mention_of
from factcheck.match.question import Element, Question, Role
from factcheck.match.whose.belonging import belongs
from factcheck.match.whose.parties import mention_of_detail
from factcheck.match.whose.parts import DOER, OTHER, SUFFERER, part
from factcheck.match.whose.roles import attached, held_now
from factcheck.model import DateValue, Kind, Mention, Relation
from factcheck.reading import Reading, Sentence, Term
from factcheck.reading.side import OWNS, Side
from factcheck.reading.voice import nominal, passive

Plays = Mapping[str, Sequence[Mention]]
"""By the part in a claim's act, where a sentence names whoever plays it in the claim."""


def implied(question: Question, source: Reading, found: Places) -> Places:
    """The places with those added that imply a claim's act."""
    added = list(found)
    for place, named in firms(question):
        for number, hits in found[named].items():
            told = tuple(
                replace(h, why=f"“{h.mention.text}” is its name") for h in hits if h.relation is Relation.EQUAL
            )
            added[place] = {**added[place], number: (*added[place].get(number, ()), *told)}
    for place, element in enumerate(question.elements):
        for id in element.term.concepts if element.term else ():
            for sentence in source.sentences if id in IMPLYING else ():
                known = added[place].get(sentence.number, ())
                if hits := implying(id, element, sentence, question, source, found):
                    added[place] = {**added[place], sentence.number: (*known, *hits)}
                elif known and element.role is Role.ACT and all(within_value(h.mention, sentence) for h in known):
                    added[place] = {**added[place], sentence.number: ()}  # "spent six years in jail": of no sentence
    return tuple(added)


def firms(question: Question) -> Iterator[tuple[int, int]]:
    """The words of a claim that only say that the name right behind is a firm's, and that: "the company Olm" is Olm."""
    rows = list(enumerate(question.elements))
    text, small = question.reading.text, slots(question.reading.language)
    definite = {word.rstrip("'’") for word in small.article - small.indefinite}
    named = {e.detail.start: n for n, e in rows if e.role is Role.NAME and e.detail.kind in FIRM_NAMES}
    for place, word in rows:
        firm = word.term is not None and bool(word.term.concepts) and FIRM.issuperset(word.term.concepts)
        before = re.findall(r"\w+", text[: word.detail.start].lower())[-1:]
        name = named.get(word.detail.end + 1)
        if firm and name is not None and not definite.isdisjoint(before):
            yield place, name


FIRM = frozenset({"company", "group-body"})
"""What a name may be presented as that is no more than what it is known to be."""

FIRM_NAMES = frozenset({Kind.TERM, Kind.ORGANISATION})


def implying(
    id: str, act: Element, sentence: Sentence, question: Question, source: Reading, found: Places
) -> tuple[Hit, ...]:
    """Where a sentence has what implies an act by its concept."""
    rule, words = IMPLYING[id]
    if act.term in question.heads:
        return ()  # "is a member of Tavira"
    if all(words.isdisjoint({kind for id in term.concepts for kind in (id, *kinds(id))}) for term in sentence.terms):
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


def bereaved(side: Side, plays: Plays) -> Iterator[Term]:
    """ "Ek's widow": Ek, who dies in the claim, is dead."""
    dying = [somebody for part_played in (DOER, SUFFERER, "") for somebody in plays.get(part_played, ())]
    for term in side.sentence.terms:
        if "widow" in term.concepts and any(belongs(mention_of(term), somebody, side) for somebody in dying):
            yield term


def opened(side: Side, plays: Plays) -> Iterator[Term]:
    """ "The trial opened on 3 June": it began. What begins in the claim is an event, and opens here by itself."""
    begins = (*plays.get(DOER, ()), *plays.get(SUFFERER, ()))
    begun = [m for m in begins if (t := side.term_at(m.start)) and not EVENTS.isdisjoint(t.concepts)]
    for term in side.sentence.terms:
        done = mention_of(term)
        by_itself = "open" in term.concepts and not nominal(done, side) and not passive(done, side)
        if by_itself and any(m.end <= done.start and part(m, done, side) in (DOER, SUFFERER) for m in begun):
            yield term


EVENTS = frozenset(
    {"trial", "summit", "festival", "exhibition", "conference", "championship", "negotiate", "trade-fair"}
)
"""What begins when it opens."""


def spanned(side: Side, plays: Plays) -> Iterator[Term]:
    """ "The fair takes place from 3 to 7 May": it begins, and it ends, in that time, which no other date tells of."""
    days = [m for m in side.sentence.mentions if m.kind is Kind.DATE]
    whole = len(days) == 1 and isinstance(days[0].value, DateValue) and end_points(days[0].value) is not None
    lasting = (*plays.get(DOER, ()), *plays.get(SUFFERER, ()), *plays.get("", ()))
    for term in side.sentence.terms if whole else ():
        goes_on = not ON.isdisjoint(term.concepts) and term.end <= days[0].start
        done = mention_of(term)
        if goes_on and not nominal(done, side) and any(part(m, done, side) in (DOER, SUFFERER) for m in lasting):
            yield term


ON = frozenset({"last-duration", "happen", "organise", "host-event"})
"""Acts that fill a time from end to end."""


def begun(side: Side, plays: Plays) -> Iterator[Term]:
    yield from opened(side, plays)
    yield from spanned(side, plays)


def dated(side: Side, plays: Plays) -> Iterator[Term]:
    """ "The mill dates from 1890"."""
    days = [m for m in side.sentence.mentions if m.kind is Kind.DATE]
    for term in side.sentence.terms:
        own = all(part(m, mention_of(term), side) == DOER for m in plays.get(SUFFERER, ()))
        if "date-back" in term.concepts and own and any(0 <= day.start - term.end <= RIGHT_BESIDE for day in days):
            yield term


def burnt(side: Side, plays: Plays) -> Iterator[Term]:
    """ "A fire destroyed the mill": it burned down. What burns in the claim is destroyed here, and by a fire."""
    fires = [mention_of(t) for t in side.sentence.terms if "fire" in t.concepts]
    lost = (*plays.get(SUFFERER, ()), *plays.get(DOER, ()))
    for term in side.sentence.terms:
        done = mention_of(term)
        if DESTROYED.isdisjoint(term.concepts) or nominal(done, side):
            continue
        by_fire = any(part(fire, done, side) == DOER for fire in fires)
        if by_fire and any(part(thing, done, side) in (SUFFERER, OTHER) for thing in lost):
            yield term


DESTROYED = frozenset({"destroy"})


def by_noun(nouns: frozenset[str]) -> Callable[[Side, Plays], Iterator[Term]]:
    """The rule that who is called by one of some nouns does it: "Anna Ek, director of the museum", heads it.

    Who does it in the claim is who is called so here, and of what the act is done to there.
    """

    def holding(side: Side, plays: Plays) -> Iterator[Term]:
        named = [thing for plays_as, those in plays.items() if plays_as != DOER for thing in those]
        things = [thing for thing in named if thing.text[0].isupper() or nouns is not PLAYERS]  # no "handball player"
        for term in side.sentence.terms:
            noun = mention_of(term)
            if nouns.isdisjoint({kind for id in term.concepts for kind in (id, *kinds(id))}) or not held_now(
                noun, side
            ):
                continue
            theirs = any(attached(noun, doer, side.sentence, side.text) for doer in plays.get(DOER, ()))
            if theirs and any(belongs(noun, m, side) and not of_another_s(noun, m, side) for m in things):
                yield term

    return holding


def of_another_s(noun: Mention, thing: Mention, side: Side) -> bool:
    """Whether a noun is of somebody who is something to a thing: "a subsidiary of the rival of Lund"."""
    between = (t for t in side.sentence.terms if noun.end <= t.start < thing.start)
    return any(CONCEPTS[id].kind == "relation" for t in between for id in t.concepts)


DIRECTORS = frozenset({"director", "film-director"})
HEADS = DIRECTORS | {"head-chief", "director-general", "secretary-general", "ceo", "president", "chairperson"}
"""Who is at the head of what the office is of."""

PLAYERS, TEACHERS, OWNED = frozenset({"player"}), frozenset({"teacher"}), frozenset({"subsidiary"})
"""Who plays for a club, who teaches at a school, and what belongs to a firm."""

GETTING = frozenset({"obtain", "give", "hand-body", "incur-penalty"})
"""What is said of whoever gets a sentence, or of the court that gives it."""

IMPLYING: Mapping[str, tuple[Callable[[Side, Plays], Iterator[Term]], frozenset[str]]] = {
    "buy": (bought, frozenset({"pay"})),
    "sentence": (punished, GETTING | {"imprison"}),
    "prison-sentence": (punished, GETTING | {"imprison"}),
    "die": (bereaved, frozenset({"widow"})),
    "dead": (bereaved, frozenset({"widow"})),
    "start": (begun, ON | {"open"}),
    "end": (spanned, ON),
    "build": (dated, frozenset({"date-back"})),
    "create": (dated, frozenset({"date-back"})),
    "lead": (by_noun(HEADS), HEADS),
    "direct-film": (by_noun(DIRECTORS), DIRECTORS),
    "play-sport": (by_noun(PLAYERS), PLAYERS),
    "teach": (by_noun(TEACHERS), TEACHERS),
    "burn": (burnt, DESTROYED),
    "member": (by_noun(OWNED), OWNED),
}
"""By a claim's act: what implies it, and the concepts without which nothing does."""
