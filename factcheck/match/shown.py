"""What shows a word of a claim that a sentence does not have: talks in a place show the visit, two figures the rise.

An apposition shows what somebody is to what it names: "Anna Berg, 35, of Oslo" lives there, "Jan Lund, head of the
mill" works for it, "Olm and his wife, Ada" are married.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from factcheck.lang.concepts import CONCEPTS, kinds
from factcheck.lang.fold import fold
from factcheck.lang.slots import slots
from factcheck.match.against.clashes import SHOWS_PRESENCE, VISITING, lies_in, subject_before
from factcheck.match.hits import Hit, Places, first, mention_of
from factcheck.match.question import Element, Question, Role
from factcheck.model import Amount, Kind, Mention, Name, Qualifier, Relation
from factcheck.reading import NAME_KINDS, Sentence, Term
from factcheck.reading.side import Side
from factcheck.reading.voice import passive


def shown(element: Element, sentence: Sentence, question: Question, found: Places, text: str) -> Hit | None:
    """What shows a word that the sentence does not have."""
    for shows in (presence, located, hosted, moved):
        if hit := shows(element, sentence, question, found):
            return hit
    if hit := killed(element, sentence, question, found, text):
        return hit
    hits = (
        *planned(element, sentence, question, found),
        *awarded(element, sentence, question, found),
        *wedded(element, sentence, question, found, text),
        *apposed(element, sentence, question, found, text),
        *professed(element, sentence, question, found, text),
    )
    return next(iter(hits), None)


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


def killed(element: Element, sentence: Sentence, question: Question, found: Places, text: str) -> Hit | None:
    """For "the flood killed six", "six were killed in the flood": the count of the dead, where nobody is blamed."""
    if element.term is None or "kill" not in element.term.concepts:
        return None
    opening = min(question.elements, key=lambda e: e.detail.start)
    claims = [Side(s, question.reading.text) for s in question.reading.sentences]
    suffered = any(passive(mention_of(element.term), claim) for claim in claims)
    if suffered and element.term.text != opening.detail.text:
        opening = next((e for e in question.elements if e is not element and befalls(e)), opening)
    if not befalls(opening) or opening is element:
        return None
    causes = [hit.mention for hit in found[question.elements.index(opening)].get(sentence.number, ())]
    for e, by_number in zip(question.elements, found, strict=True):
        for hit in by_number.get(sentence.number, ()) if e.detail.kind is Kind.QUANTITY else ():
            dying = [t for t in sentence.terms if "die" in t.concepts]
            dead = any(hit.mention.start <= t.start < hit.mention.end for t in dying)
            dead = dead or any(died_of(t, hit.mention, cause) for t in dying for cause in causes)
            dead = dead or (
                suffered
                and any(died(t, hit.mention, text) and one_clause(t, m, sentence, text) for t in dying for m in causes)
            )
            if dead and hit.relation is not Relation.CONFLICTS:
                return Hit(sentence.number, hit.mention, Relation.COMPATIBLE, why=f"“{hit.mention.text}” shows it")
    return None


def befalls(element: Element) -> bool:
    """Whether a word of a claim names what happens to people: "the blast", "the flood"."""
    return element.term is not None and any(CONCEPTS[id].kind in HAPPENING for id in element.term.concepts)


def died(dying: Term, dead: Mention, text: str) -> bool:
    """Whether so many died, no comma between: "two workers lost their lives"."""
    between = text[min(dying.end, dead.end) : max(dying.start, dead.start)]
    return len(between) <= BESIDE_COUNT and "," not in between


def one_clause(dying: Term, cause: Mention, sentence: Sentence, text: str) -> bool:
    between = text[min(dying.end, cause.end) : max(dying.start, cause.start)]
    return not (set(",;:") & set(between) or slots(sentence.language).together.intersection(between.lower().split()))


BESIDE_COUNT = 30
"""How many code points may lie between a count of people and the word that they died."""


def died_of(died: Term, dead: Mention, cause: Mention) -> bool:
    """Whether so many died in or of something right behind: "30 people died in the floods"."""
    return 0 < died.start - dead.end <= RIGHT_BEHIND and 0 < cause.start - died.end <= RIGHT_BEHIND


RIGHT_BEHIND = 14
"""How many code points lie between a count and "died", and between that and its cause ("sont mortes dans les …")."""

HAPPENING = frozenset({"act", "disaster", "health", "weather"})
"""Kinds of concepts that kill without anybody's doing, or by a deed that the claim names: "the blast", "the flood"."""


TRADES = {
    "sing": "singer",
    "play-sport": "player",
    "teach": "teacher",
    "write": "writer",
    "football": "footballer",
    "american-football": "american-football-player",
    "baseball": "baseball-player",
    "basketball": "basketball-player",
    "chess": "chess-player",
    "hockey": "hockey-player",
    "rugby": "rugby-player",
    "tennis": "tennis-player",
    "volleyball": "volleyball-player",
}
"""What is done by trade, or played, and who does it."""


def professed(element: Element, sentence: Sentence, question: Question, found: Places, text: str) -> Iterator[Hit]:
    """For what somebody does, nothing but the thing told besides: "is a handball player" states "plays handball".

    Not where it is or may be over ("was", "former"): the claim may say that it goes on.
    """
    acts = [e for e in question.elements if e.role is Role.ACT and traded(e)]
    if not (acts and traded(element) and sentence.classes and subject_before(sentence, question, found)):
        return
    small = slots(sentence.language)
    if not small.past.isdisjoint(sentence.words) or any("former" in t.concepts for t in sentence.terms):
        return
    things = [
        (e, by.get(sentence.number, ()))
        for e, by in zip(question.elements, found, strict=True)
        if e not in acts and e.role is not Role.NAME
    ]
    one = len(question.elements) == len(things) + len(acts) + 1
    for term in sentence.classes if one else ():
        told = {kind for id in term.concepts for kind in (id, *kinds(id))}
        behind = {t.start for t in sentence.terms if t.start > term.end and led(text[term.end : t.start], small.of)}
        said = {t.start for t in sentence.classes} | behind
        whole = all(not told.isdisjoint(traded(e)) or any(h.mention.start in said for h in hits) for e, hits in things)
        if whole and not told.isdisjoint(traded(element)) and not told.isdisjoint(traded(acts[0])):
            yield Hit(sentence.number, mention_of(term), Relation.COMPATIBLE, why=f"what a “{term.text}” does")


def traded(element: Element) -> set[str]:
    """Those who do by trade what a word names."""
    return {TRADES[id] for id in element.term.concepts if id in TRADES} if element.term else set()


def led(between: str, small: frozenset[str]) -> bool:
    """Whether nothing but one small word stands between two words: "joueuse de handball"."""
    return between.strip().lower() in small


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
    lying = {place.start for place in lies_in(sentence, question, found)}
    for e, by_number in zip(question.elements, found, strict=True):
        for hit in by_number.get(sentence.number, ()) if e.detail.kind is Kind.PLACE else ():
            there = hit.mention
            beside = any(0 < there.start - m.end <= IN_REACH for m in things)
            if there.start in lying or (beside and sentence.parts.get(there.start) == "in"):
                return Hit(sentence.number, there, Relation.COMPATIBLE, why=f"it is said to be in {there.text}")
    return None


def hosted(element: Element, sentence: Sentence, question: Question, found: Places) -> Hit | None:
    """For a place that "hosts" what happens: that it happens there, behind "in" in the sentence itself."""
    if element.term is None or HOSTING.isdisjoint(element.term.concepts):
        return None
    rows = zip(question.elements, found, strict=True)
    here = [(e, [h for h in by.get(sentence.number, ()) if h.relation is not Relation.CONFLICTS]) for e, by in rows]
    before = [(e, hits) for e, hits in here if e.detail.start < element.detail.start and e.weight]
    behind = [(e.term, hits) for e, hits in here if e.detail.start > element.detail.start and e.term and e.weight]
    event, said = behind[0] if behind else (element.term, [])
    happens = any(CONCEPTS[id].kind in EVENTS or id in GATHERINGS for id in event.concepts)
    if not (said and happens) or len(before) != 1 or before[0][0].detail.kind is not Kind.PLACE:
        return None
    there = next((h.mention for h in before[0][1] if sentence.parts.get(h.mention.start) == "in"), None)
    return Hit(sentence.number, there, Relation.COMPATIBLE, why=f"it is in {there.text}") if there else None


HOSTING = frozenset({"receive-guest", "host-event"})
EVENTS = frozenset({"act", "sport", "elections"})
GATHERINGS = frozenset({"summit", "conference", "festival", "exhibition", "congress", "ceremony"})
"""Concepts that happen somewhere: a place that hosts guests is not where they are told of."""


def awarded(element: Element, sentence: Sentence, question: Question, found: Places) -> Iterator[Hit]:
    """For a prize that was won: that it was received, right before the prize; and the other way round."""
    if element.term is None or GETTING.isdisjoint(element.term.concepts):
        return
    prizes = [
        hit.mention.start
        for e, by_number in zip(question.elements, found, strict=True)
        if e.term and not PRIZES.isdisjoint(e.term.concepts) and e.detail.start > element.detail.start
        for hit in by_number.get(sentence.number, ())
    ]
    for term in sentence.terms:
        if not GETTING.isdisjoint(term.concepts) and any(0 < at - term.end <= PRIZE_REACH for at in prizes):
            yield Hit(
                sentence.number, mention_of(term), Relation.COMPATIBLE, why=f"“{term.text}” of the prize shows it"
            )


GETTING = frozenset({"win", "obtain"})
PRIZES = frozenset({"award", "nobel-prize", "medal", "trophy"})

PRIZE_REACH = 16
"""How many code points may lie between "received" and the prize ("a reçu le premier prix")."""


def planned(element: Element, sentence: Sentence, question: Question, found: Places) -> Iterator[Hit]:
    """For "plans to build": any words that say that the building is intended."""
    cues = (cue for s in question.reading.sentences for cue in s.cues if cue.qualifier is Qualifier.INTENDED)
    told = next((cue for cue in cues if cue.start == element.detail.start), None)
    if told is None or element.detail.end >= told.end:
        return
    acts = [
        hit.mention
        for e, by_number in zip(question.elements, found, strict=True)
        if e.role is Role.ACT and e.detail.start - element.detail.start > 0
        for hit in by_number.get(sentence.number, ())[:1]
        if hit.relation is not Relation.CONFLICTS
    ][:1]
    for cue in sentence.cues:
        if cue.qualifier is Qualifier.INTENDED and any(cue.scope.start <= act.start < cue.scope.end for act in acts):
            said = Mention(Kind.TERM, cue.start, cue.end, cue.text, Name(fold(cue.text)))
            yield Hit(sentence.number, said, Relation.COMPATIBLE, why=f"intended here too: “{cue.text}”")


def wedded(element: Element, sentence: Sentence, question: Question, found: Places, text: str) -> Iterator[Hit]:
    """For "is the wife of", "is married to": what says so of the two whom the claim names, in whatever order."""
    if element.term is None or SPOUSES.isdisjoint(element.term.concepts) or values(question):
        return
    people = [
        next((h.mention for h in by_number.get(sentence.number, ()) if h.relation is not Relation.CONFLICTS), None)
        for e, by_number in zip(question.elements, found, strict=True)
        if e.role is Role.NAME
    ]
    if len(people) != 2 or None in people:
        return
    one, other = sorted((m for m in people if m), key=lambda m: m.start)
    if spouse := spouse_between(Apposition(one, other, sentence, text)):
        why = f"“{text[one.start : other.end]}” shows it"
        yield Hit(sentence.number, mention_of(spouse), Relation.COMPATIBLE, why=why)


def values(question: Question) -> bool:
    """Whether a claim gives a value, a day above all: how things were on it no lasting relation tells."""
    return any(e.role is Role.VALUE for e in question.elements)


def apposed(element: Element, sentence: Sentence, question: Question, found: Places, text: str) -> Iterator[Hit]:
    """What two things are to each other, where the second stands in apposition to the first, in the claim's order.

    Only what lasts: on which day somebody lived or married somewhere no apposition tells.
    """
    tells = next((TOLD[id] for id in (element.term.concepts if element.term else ()) if id in TOLD), None)
    if tells is None or values(question) or (tells is belongs and element.term in question.heads):
        return  # "is a member of Lund"
    before, behind = (
        [
            hit.mention
            for e, by_number in zip(question.elements, found, strict=True)
            if e is not element and e.weight and (e.detail.start < element.detail.start) is first
            for hit in by_number.get(sentence.number, ())[:1]
            if hit.relation is not Relation.CONFLICTS
        ]
        for first in (True, False)
    )
    named = [m for m in before if m.kind in NAME_KINDS]
    said = [Apposition(one, other, sentence, text) for one in named[-1:] for other in behind[:1]]
    owned = [Apposition(one, other, sentence, text) for one in behind[:1] for other in before[-1:]]
    for pair in (*filter(tells, said), *(filter(owns, owned) if tells is belongs else ())):
        why = f"“{text[pair.one.start : pair.other.end]}” shows it"
        yield Hit(sentence.number, pair.other, Relation.COMPATIBLE, why=why)


@dataclass(frozen=True, slots=True)
class Apposition:
    """Two things of a claim in a sentence, and what stands between them."""

    one: Mention
    other: Mention
    sentence: Sentence
    text: str

    @property
    def terms(self) -> list[Term]:
        return [t for t in self.sentence.terms if self.one.end <= t.start < self.other.start and not t.valued]

    @property
    def words(self) -> list[str]:
        """The words between the two behind one comma, an age apart; none where somebody or a verb stands there too."""
        between = self.text[self.one.end : self.other.start]
        ages = [
            m for m in self.sentence.mentions if m.kind is Kind.DURATION and self.one.end <= m.start < self.other.start
        ]
        for age in ages:
            between = between.replace(f", {age.text}", "", 1)
        strangers = any(
            m.kind in NAME_KINDS and self.one.end <= m.start < self.other.start for m in self.sentence.mentions
        )
        acts = any(t.act and not t.office for t in self.terms)
        if strangers or acts or not 0 < len(between) <= APPOSED or not between.startswith(","):
            return []
        said = between[1:].strip().lower()
        return [] if any(mark in said for mark in ",;:()") else said.replace("’", "'").replace("'", "' ").split()


def of_place(said: Apposition) -> bool:
    """ "Anna Berg, 35, of Oslo"."""
    small = slots(said.sentence.language)
    return said.other.kind is not Kind.PERSON and bool(said.words) and set(said.words) <= small.of | small.place


def with_office(said: Apposition) -> bool:
    """ "Jan Lund, the head of the mill": an office or a post, held now, that is of what follows."""
    small = slots(said.sentence.language)
    words = said.words
    held = small.lapsed | small.unheld
    people = [
        t for t in said.terms if t.office or t.somebody or any(CONCEPTS[id].kind == "relation" for id in t.concepts)
    ]
    office = bool(people) and (people[-1].office or "head-chief" in people[-1].concepts)
    likened = bool(people) and any(t.attribute and t.start > people[-1].start for t in said.terms)  # "critical of"
    posts = office or (bool(people) and not likened and not POSTS.isdisjoint(people[-1].concepts))
    led = any(word in small.of | small.place | small.employed | small.article for word in words[-1:])
    return posts and led and held.isdisjoint(words) and all(NO_LONGER.isdisjoint(t.concepts) for t in said.terms)


def belongs(said: Apposition) -> bool:
    """ "Jan Lund, head of the mill", and "Novik, a subsidiary of the German group Lund"."""
    small = slots(said.sentence.language)
    words = [word for word in said.words if word not in small.article - small.of]
    owned = bool(said.terms) and "subsidiary" in said.terms[0].concepts and words[:1] == [said.terms[0].text.lower()]
    whose = [word for word in words if word in small.of]
    return with_office(said) or of_party(said) or (owned and len(whose) == 1 and words[1] in small.of)


def owns(said: Apposition) -> bool:
    """ "Jan Lund, owner of the mill": the mill belongs to him."""
    small = slots(said.sentence.language)
    owner = bool(said.terms) and "owner" in said.terms[-1].concepts
    led = not set(said.words[-1:]).isdisjoint(small.of | small.article)
    return owner and led and small.lapsed.isdisjoint(said.words)


def of_party(said: Apposition) -> bool:
    """ "Jan Lund, whose Labour Party won"."""
    small = slots(said.sentence.language)
    party = any(t.start == said.other.start and "political-party" in t.concepts for t in said.sentence.terms)
    whose = not small.relative.isdisjoint(said.words)
    return party and whose and small.relative | small.article >= set(said.words)


def spouse_between(said: Apposition) -> Term | None:
    """The word by which the second is the first one's husband or wife: "Olm and his wife, Ada", "Olm's wife, Ada"."""
    between = said.text[said.one.end : said.other.start]
    spouses = [t for t in said.terms if not SPOUSES.isdisjoint(t.concepts)]
    small = slots(said.sentence.language)
    words = set(re.findall(r"\w+", between.lower()))
    people = [m for m in said.sentence.mentions if m.kind in NAME_KINDS - {Kind.PLACE}]
    strangers = any(said.one.end <= m.start < said.other.start for m in people)
    if strangers or len(between) > APPOSED or len(spouses) != 1 or not small.lapsed.isdisjoint(words):
        return None
    others = [t for t in said.terms if t not in spouses and not t.named]
    own = not small.possessive.isdisjoint(said.text[said.one.end : spouses[0].end].lower().split()[-2:])
    alone = not others or (own and not any(t.somebody or t.start > spouses[0].start for t in others))
    denied = any(
        c.qualifier is Qualifier.NEGATED and c.scope.start <= spouses[0].start < c.scope.end for c in said.sentence.cues
    )
    return spouses[0] if alone and not denied and said.other.start - spouses[0].end <= NEXT else None


def along(said: Apposition) -> bool:
    """ "Lanaria, on the west coast of Norvia": only words of where stand between a thing and its place."""
    small = slots(said.sentence.language)
    where = all(CONCEPTS[id].kind in WHERE for t in said.terms for id in t.concepts[:1])
    led = said.words[-1:] and said.words[-1] in small.of | small.place | small.article
    return (
        bool(led)
        and said.one.kind is not Kind.PERSON
        and said.other.kind is Kind.PLACE
        and where
        and all(t.concepts for t in said.terms)
    )


TOLD: Mapping[str, Callable[[Apposition], bool]] = {
    "live-reside": of_place,
    "work-act": with_office,
    "use-act": with_office,
    "member": belongs,
    "located": along,
}
"""By the concept of a claim's word: what must stand between the two for a sentence to show it."""

NO_LONGER = frozenset({"former", "retire"})
"""What tells that somebody holds a post no more."""

POSTS = frozenset(
    "employee head-chief captain expert engineer economist scientist spokesperson accountant computer-scientist pilot "
    "driver nurse teacher journalist editor-person technician clerk-office meteorologist curator".split()
)
"""What somebody is where they work: no lawyer, customer or visitor of a firm."""
SPOUSES = frozenset({"wife", "husband", "marry", "woman"})
"""Concepts of what is said of a husband or wife: "la femme de Berg" is his wife."""

WHERE = frozenset({"geography"})

APPOSED = 60
"""How many code points may lie between a name and what it is in apposition to."""

NEXT = 4
"""How many code points may lie between "wife" and her name."""


IN_REACH = 6
"""How many code points may lie between a thing and its place: "the park in Florida"."""
