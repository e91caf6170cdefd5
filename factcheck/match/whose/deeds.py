"""Whose deed a noun tells: after the arrest of Berg it is Berg who was arrested, and nobody else of the sentence.

A deed that a noun names may stand beside what somebody else does: "Lund left the bank on Monday after the arrest of
Berg". The one is not the other's, and the day is that of the verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.lang.slots import slots
from factcheck.match.hits import Places, mention_of
from factcheck.match.question import LIGHT, Element, Role
from factcheck.match.whose.parties import Row, agrees
from factcheck.match.whose.parts import owner_of
from factcheck.model import Kind, Mention, Span
from factcheck.reading import Term
from factcheck.reading.side import Side
from factcheck.reading.voice import agent, names_doer, nominal, of_something

AFTER = frozenset({"before", "after", "owing-to"})
"""Concepts of words before a deed that only tells when or why something else was done."""

WHOSE = 80
"""How many code points behind a deed may tell whose it is ("the arrest of the former bank director Anna Berg")."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed that a noun names, with the place of those whose it is; `aside` where it only tells when or why."""

    noun: Mention
    whose: Span
    aside: bool

    def told_of(self, mention: Mention) -> bool:
        return self.whose.start <= mention.start < self.whose.end


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with where it speaks of each element of a claim, and the deeds that nouns tell in it."""

    rows: Sequence[Row]
    here: Side
    stands: Mapping[int, list[Mention]]
    deeds: tuple[Deed, ...]

    @property
    def heard(self) -> set[int]:
        return {mention.start for mentions in self.stands.values() for mention in mentions}

    @property
    def people(self) -> list[Mention]:
        return [mention for place, e in self.rows if somebody(e) for mention in self.stands[place]]


def deeds(rows: Sequence[Row], claimed: Sequence[Side], here: Side, found: Places) -> Iterator[tuple[int, None]]:
    """The acts, days and people of a claim that are another's deed here, or no part of the deed that a noun tells."""
    stands = {n: [h.mention for h in found[n].get(here.sentence.number, ()) if agrees(h)] for n, _ in rows}
    told = tuple(deed for t in here.sentence.terms if (deed := deed_of(mention_of(t), here)))
    scene = Scene(rows, here, stands, told)
    for place in (*known_before(scene, claimed), *of_others(scene), *of_another_act(scene)):
        yield place, None


def known_before(scene: Scene, claimed: Sequence[Side]) -> Iterator[int]:
    """What a claim says that somebody did, by a verb, where the sentence only takes up a deed told before."""
    heard = scene.heard
    for place, act in scene.rows:
        verbal = act.term is not None and not any(nominal(mention_of(act.term), side) for side in claimed)
        mine = scene.stands[place]
        if act.role is not Role.ACT or not verbal or not mine or not any(somebody(e) for _, e in scene.rows):
            continue
        if all(known(noun, scene.here, heard) for noun in mine):
            yield place


def of_others(scene: Scene) -> Iterator[int]:
    """The acts that are a stranger's deed, and the days and places that stand before a deed told aside."""
    for place, act in scene.rows:
        mine = [deed for m in scene.stands[place] for deed in scene.deeds if deed.noun.start == m.start]
        if act.role is not Role.ACT or not mine or len(mine) < len(scene.stands[place]):
            continue
        if all(of_a_stranger(d, scene.here, scene.heard) and not any(map(d.told_of, scene.people)) for d in mine):
            yield place
        elif all(deed.aside for deed in mine):
            first = min(deed.noun.start for deed in mine)
            yield from (n for n, e in scene.rows if told_before(e, scene.stands[n], first, scene.here))


def of_another_act(scene: Scene) -> Iterator[int]:
    """The people who only stand in a deed told aside, behind what the claim says that they did."""
    others = [deed for deed in scene.deeds if deed.aside and deed.noun.start not in scene.heard]
    acts = [mention.start for place, e in scene.rows if e.role is Role.ACT for mention in scene.stands[place]]
    for place, element in scene.rows:
        within = [deed for m in scene.stands[place] for deed in others if deed.told_of(m)]
        alone = bool(within) and len(within) == len(scene.stands[place])
        if element.detail.kind is Kind.PERSON and alone and acts and max(acts) < min(d.noun.start for d in within):
            yield place


def known(noun: Mention, here: Side, heard: set[int]) -> bool:
    """Whether a deed is only known from before, and something else is done: "Berg welcomed the resignation"."""
    term = here.term_at(noun.start)
    if term is None or not term.act or names_doer(term, here.language) or not nominal(noun, here):
        return False
    small = slots(here.language)
    words = here.words(here.sentence.passage.start, noun.start)
    while words and (one := here.term_at(words[-1].start())) and one.attribute:
        words.pop()
    end = here.sentence.passage.end
    led = [word.group().lower() for word in words[-2:]]
    definite = bool(led) and led[-1] in small.article - small.indefinite - small.of
    definite = definite and small.party.isdisjoint(led)  # "puso a la venta"
    of = any(word.group().lower() in small.of for word in here.words(noun.end, min(noun.end + WHOSE, end)))
    to_do = bool(small.third) and noun.text.endswith(tuple(small.doing))  # "chegou a comprar"
    if not definite or to_do or of or owner_of(noun, here) or agent(noun, here) is not None:
        return False
    return any(
        doing(t) and t.start not in heard and LIGHT.isdisjoint(t.concepts) and not nominal(mention_of(t), here)
        for t in here.sentence.terms
        if not t.named and t.lemma not in small.carrying | small.performing
    )


def somebody(element: Element) -> bool:
    """Whether an element names people, or a body of people."""
    named = element.role is Role.NAME and element.detail.kind is not Kind.PLACE
    return named or (element.term is not None and element.term.somebody)


def told_before(element: Element, stands: Sequence[Mention], deed: int, here: Side) -> bool:
    """Whether a day or place stands only before a deed told aside, by another act: "left Lund after the arrest"."""
    if element.detail.kind not in (Kind.DATE, Kind.PLACE) or not stands or not all(m.end <= deed for m in stands):
        return False
    return any(doing(t) and not nominal(mention_of(t), here) for t in here.sentence.terms if t.start < deed)


def doing(term: Term) -> bool:
    """Whether a word may tell that something is done; of one that the table has not, its letters do not deny it."""
    return term.verbal or (not term.concepts and term.text.islower() and not (term.territory or term.valued))


def deed_of(noun: Mention, side: Side) -> Deed | None:
    """The deed that a noun names, with whose it is; None where it is no such noun, or tells of nobody."""
    term = side.term_at(noun.start)
    if term is None or not term.act or names_doer(term, side.language) or not nominal(noun, side):
        return None
    owner = owner_of(noun, side)
    before = Span(owner.start, owner.end) if owner else None
    whose = behind(noun, side) if of_something(noun, side) else before
    return Deed(noun, whose, aside(noun, side)) if whose else None


def behind(noun: Mention, side: Side) -> Span | None:
    """The stretch behind the "of" of a deed, to the next mark or small word."""
    small = slots(side.language)
    named = {m.end for m in side.sentence.mentions if m.kind is Kind.PERSON}
    verbal = small.having | small.copula | small.passive
    end, told = noun.end, False
    for word in side.words(noun.end, noun.end + WHOSE):
        said = word.group().lower()
        if said in small.company:
            return None  # "the talks of the ministers with Berg" are theirs and his
        done = (end in named and said not in small.together) or (told and said in small.article - small.of)
        if (
            done
            or said in verbal - small.article - small.of
            or said in ",;:.()"
            or said in small.stop - small.of - small.article - small.together
        ):
            break
        if (term := side.term_at(word.start())) and term.act and not names_doer(term, side.language):
            break
        end, told = word.end(), told or term is not None
    return Span(noun.end, end) if end > noun.end else None


def aside(noun: Mention, side: Side) -> bool:
    """Whether a deed only tells when or why: behind "after", "because of" and its articles."""
    small = slots(side.language)
    ahead = [t for t in side.sentence.terms if t.end <= noun.start]
    plain = small.article | small.of | small.possessive
    for word in reversed(side.words(max(side.sentence.passage.start, noun.start - WHOSE), noun.start)):
        term = side.term_at(word.start())
        if word.group().lower() in small.amid or any(t.end == word.end() for t in ahead if AFTER & set(t.concepts)):
            return True
        if word.group().lower() not in plain and not (term and term.attribute):
            return False
    return False


def of_a_stranger(deed: Deed, side: Side, heard: set[int]) -> bool:
    """Whether a deed is somebody's of whom the claim does not speak; a name tells more than the noun before it."""
    people = [m.start for m in side.sentence.mentions if m.kind is Kind.PERSON and deed.told_of(m)]
    nouns = [t.start for t in side.sentence.terms if t.somebody and not t.named and deed.told_of(mention_of(t))]
    told = people or nouns
    return bool(told) and heard.isdisjoint(told)
