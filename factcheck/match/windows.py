"""A sentence with what it and its neighbours say of each element of a claim: what is stated, denied or left open.

What the sentence says of somebody or something else is taken out again: `ties`, `roles` and `pairs` tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from factcheck.compare import Likeness, compare
from factcheck.lang.concepts import concepts, lemma, opposites
from factcheck.lang.fold import fold
from factcheck.lang.mood import phrases, wish
from factcheck.lang.slots import slots
from factcheck.match.against.clashes import (
    A_CLAUSE,
    apart,
    clash,
    gap,
    opposite,
    removed,
    says_where,
    stated_elsewhere,
    subject_here,
)
from factcheck.match.against.polarity import borrowable, heard, plainly_denied
from factcheck.match.changes import changed
from factcheck.match.hits import BEFORE_AND_AFTER, BY_ADJECTIVE, SUCCESSIVE, Hit, Places, first, people
from factcheck.match.look import Look
from factcheck.match.question import CARRIED, Element, Question, Role, carried, names_deed
from factcheck.match.shown import shown
from factcheck.match.superseded import given_up, superseded
from factcheck.match.whose.adjuncts import of_an_adjunct, of_another_place
from factcheck.match.whose.ages import of_another_age
from factcheck.match.whose.asides import of_a_noun_beside
from factcheck.match.whose.bearers import borne_by_another
from factcheck.match.whose.compounds import of_a_compound, of_a_namesake, of_a_prefixed, of_a_sham
from factcheck.match.whose.converses import beaten
from factcheck.match.whose.deeds import deeds
from factcheck.match.whose.gaps import of_a_gapped_clause
from factcheck.match.whose.holders import of_the_noun_beside
from factcheck.match.whose.kin import told as told_from_the_end
from factcheck.match.whose.lands import by_adjective
from factcheck.match.whose.lent import brought_in, is_so, setting
from factcheck.match.whose.meant import Meant, Sort, meant
from factcheck.match.whose.occasions import of_another_occasion, reports_apart
from factcheck.match.whose.pairs import not_theirs, same_item, whole_of_a_part
from factcheck.match.whose.parties import holds, mention_of_detail, other_doers
from factcheck.match.whose.roles import called_elsewhere, misplaced
from factcheck.match.whose.speakers import of_the_speaker
from factcheck.match.whose.ties import (
    AMOUNTS,
    another_s,
    elsewhere_done,
    of_the_start,
    spoken_for,
    told_by_another_act,
)
from factcheck.model import Kind, Mention, Name, Quantity, Relation, Span
from factcheck.reading import Reading, Sentence, Term
from factcheck.reading.side import Side
from factcheck.reading.voice import nominal

BEFORE, AFTER = 2, 1
"""How many sentences before and after are taken in for what a sentence leaves unsaid ("They did so that evening")."""


BESIDE_RULES = (
    of_a_noun_beside,
    of_the_noun_beside,
    of_a_gapped_clause,
    of_an_adjunct,
    of_another_place,
    of_a_compound,
    of_a_namesake,
    of_a_prefixed,
    of_a_sham,
    of_another_occasion,
    of_the_speaker,
    of_the_start,
)
"""What takes out what is said of a noun that only stands beside the claim's own."""


@dataclass(frozen=True, slots=True)
class Window:
    """A sentence with what it and its neighbours say of each element; None where they say nothing.

    `own` says of each element whether the sentence itself speaks of it, `crowded` whether it is about somebody else.
    `words` is what it holds of the claim, of whomever or whatever it says it.
    """

    sentence: Sentence
    hits: tuple[Hit | None, ...]
    clashes: tuple[Hit | None, ...]
    own: tuple[bool, ...]
    crowded: bool
    words: tuple[Hit | None, ...] = ()


def window(question: Question, source: Reading, found: Places, number: int) -> Window:
    """What one sentence says of a claim: each element by itself, less what it says of somebody or something else."""
    sentence = source.sentences[number]
    found = reports_apart(question, sentence, found, source.text)
    side = Side(sentence, source.text)
    noun = meant(sentence, source)
    if noun and noun.noun.sort is Sort.OWNER and not told_at(noun.noun.place, number, found):
        noun = None
    crowded = spoken_for(question, sentence, found) and not (noun and names_meant(noun, question, found))
    hits, clashes = by_themselves(question, source, found, number, crowded)
    for place, own_word in of_the_meant(noun, question, found) if noun else ():
        hits[place] = hits[place] or (None if clashes[place] else own_word)
    for place, rival in another_s(question, sentence, found, hits, source.text).items():
        hits[place], clashes[place] = None, rival
    for place, said in list(changed(question, sentence, hits, clashes, source.text)):
        conflicts = said is not None and said.relation is Relation.CONFLICTS
        hits[place], clashes[place] = (None, said) if conflicts else (said, None)
    for place, instead in list(superseded(question, sentence, hits, source.text)):
        hits[place], clashes[place] = None, instead
    for place, lies in by_adjective(question, side, found):
        lent = from_neighbours(question.elements[place], found[place], sentence, source, crowded) if lies else None
        hits[place] = lent if lent and lent.why != BY_ADJECTIVE else None
    for place, denying in misplaced(question, source, found, hits).items():
        hits[place], clashes[place] = None, denying
    for place in list(of_another_age(question, side, found, hits, clashes)):
        hits[place], clashes[place] = None, None
    for place in (
        *brought_in(question, sentence, hits, source, found, noun),
        *called_elsewhere(question, source, found, hits),
    ):
        hits[place] = of_another(hits[place], question.elements[place])
    for place, denying in other_doers(question, side, found):
        if not own_hit(hits[place], number):
            hits[place], clashes[place] = None, denying
    clashes = [
        None
        if denying
        and (
            whole_of_a_part(denying.mention, sentence, source.text)
            or told_by_another_act(element, denying, question, sentence, found, source.text)
        )
        else denying
        for element, denying in zip(question.elements, clashes, strict=True)
    ]
    for place, carrying in carriers(question, side, hits):
        hits[place] = carrying
    hits = once_each(question, hits)
    words = tuple(hits)
    told = [(place, e) for place, e in enumerate(question.elements) if own_hit(hits[place], number)]
    claimed = [Side(s, question.reading.text) for s in question.reading.sentences]
    for place, _ in list(deeds(told, claimed, side, found)):
        hits[place] = None
    for place, denying in not_theirs(question, sentence, found, hits, source.text).items():
        hits[place], clashes[place] = None, denying
    for place in list(borne_by_another(question, sentence, hits, source.text)):
        hits[place], clashes[place] = None, None
    look = Look(question, sentence, found, hits, source.text)
    for rule in BESIDE_RULES:
        for place in list(rule(look)):
            hits[place] = None
    for place, said in told_from_the_end(question, sentence, source, found):
        conflicts = said.relation is Relation.CONFLICTS
        hits[place], clashes[place] = (None, said) if conflicts else (said, None)
    settings = setting(question, claimed, side, words)
    own = tuple(
        first(by_number.get(number, ()), conflicting=False) is not None
        or own_hit(hit, number)
        or own_hit(hits[place], number)
        or place in settings
        or (noun is not None and hit is not None and noun.is_of(hit.sentence, hit.mention))
        for place, (by_number, hit) in enumerate(zip(found, words, strict=True))
    )
    dated = dated_by_act(question, sentence, hits, source.text)
    return Window(heard(sentence, dated), dated, tuple(clashes), own, crowded, words)


def of_the_meant(noun: Meant, question: Question, found: Places) -> Iterator[tuple[int, Hit]]:
    """What the sentences before say of the one that a noun means: what it is called, and what it is like."""
    for place, (element, by_number) in enumerate(zip(question.elements, found, strict=True)):
        if element.role in (Role.TERM, Role.NAME):
            told = (hit for hits in by_number.values() for hit in hits if noun.is_of(hit.sentence, hit.mention))
            if hit := first(told, conflicting=False):
                yield place, hit


def told_at(place: Span, number: int, found: Places) -> bool:
    """Whether a word of the claim is told at a place of a sentence."""
    return any(hit.mention.start == place.start for by in found for hit in by.get(number, ()))


def names_meant(noun: Meant, question: Question, found: Places) -> bool:
    """Whether a claim is about the one that the noun means with which a sentence opens."""
    return any(True for _ in of_the_meant(noun, question, found))


def by_themselves(
    question: Question, source: Reading, found: Places, number: int, crowded: bool
) -> tuple[list[Hit | None], list[Hit | None]]:
    """For each element what agrees with it in a sentence or is lent by its neighbours, and what denies it."""
    sentence = source.sentences[number]
    hits, clashes = list[Hit | None](), list[Hit | None]()
    for element, by_number in zip(question.elements, found, strict=True):
        agreeing = closest(element, by_number.get(number, ()), sentence, question, found, source.text)
        if agreeing and not (agreeing.precise or agreeing.other) and element.role is Role.TERM:
            nearby = from_neighbours(element, by_number, sentence, source, crowded)
            if nearby and nearby.precise and not spoken_for(question, source.sentences[nearby.sentence], found):
                agreeing = nearby
        if (agreeing is None or not agreeing.precise) and element.term is not None:
            agreeing = shown(element, sentence, question, found, source.text) or agreeing
        denying = None
        if agreeing is None or (not agreeing.precise and element.detail.kind is Kind.PLACE):
            denying = clash(element, by_number.get(number, ()), sentence, question, found, source.text)
            agreeing = None if denying else agreeing
        if agreeing is None and element.term is not None:
            agreeing = opposite(element, by_number.get(number, ()), sentence, question, found, source.text)
            other_side = agreeing and beaten(element.term, agreeing.mention, Side(sentence, source.text))
            agreeing = undone(agreeing, element, question, found) if agreeing and not other_side else None
        own_only = in_one(element, question) or elsewhere_done(element, sentence, question, found)
        own_only = own_only or carries_something(element, question) or predicate(element, question)
        if agreeing is None and denying is None and not own_only:
            agreeing = from_neighbours(element, by_number, sentence, source, crowded)
            if agreeing is None and element.detail.kind is Kind.DATE and continues(sentence, source):
                denying = date_before(element, by_number, source.sentences[number - 1], question, found)
        if element.term and element.term.somebody and not (agreeing and agreeing.precise) and denying is None:
            agreeing = presented(element, question, found) or agreeing
        if agreeing is None and denying is None:
            agreeing = of_nobody(element, question, sentence)
        hits.append(agreeing)
        clashes.append(denying)
    return hits, clashes


def of_another(hit: Hit | None, element: Element) -> Hit | None:
    """What neighbours lent wrongly: a name is not spoken of here, a word is, of something else than the claim's."""
    return replace(hit, precise=False, other=True) if hit and element.role is Role.TERM else None


def undone(hit: Hit, element: Element, question: Question, found: Places) -> Hit:
    """The opposite of a word that the claim denies as a place that says the same: "harmless" for "not dangerous".

    Of an act only beside a value of the claim: a bank that cut its rates in June may have raised them in May.
    """
    rows = zip(question.elements, found, strict=True)
    values = [by.get(hit.sentence, ()) for e, by in rows if e.role is Role.VALUE]
    one_time = element.role is not Role.ACT or any(
        h.precise and h.relation is not Relation.CONFLICTS for v in values for h in v
    )
    lasting = element.term is None or SUCCESSIVE.isdisjoint(element.term.concepts)
    if not (hit.opposite and one_time and lasting and plainly_denied(element, question)):
        return hit
    why = "the opposite of what the claim denies"
    return replace(hit, relation=Relation.COMPATIBLE, opposite=False, firm=False, undone=True, why=why)


def once_each(question: Question, hits: Sequence[Hit | None]) -> list[Hit | None]:
    """The hits, where one word of the passage is found for two of the claim that turn: it states one of them only.

    "Gains rose" is not said by "losses rose", nor "growth fell" by "sales fell".
    """
    taken: dict[int, str] = {}
    rows = list(zip(question.elements, hits, strict=True))
    for element, hit in sorted(rows, key=lambda row: not own_word(*row)):
        if hit and turning(element):
            taken.setdefault(hit.mention.start, lemma_of(element))
    return [
        replace(hit, relation=Relation.COMPATIBLE, precise=False, why="one word here for two of the claim")
        if hit and not hit.opposite and turning(e) and taken[hit.mention.start] != lemma_of(e)
        else hit
        for e, hit in rows
    ]


def turning(element: Element) -> bool:
    """Whether a word names an act that has an opposite."""
    return element.role is Role.ACT and element.term is not None and any(map(opposites, element.term.concepts))


def lemma_of(element: Element) -> str:
    return element.term.lemma if element.term else ""


def own_word(element: Element, hit: Hit | None) -> bool:
    """Whether what was found for an element is its own word, in whatever form."""
    return hit is not None and str(hit.mention.value) == lemma_of(element)


def dated_by_act(question: Question, sentence: Sentence, hits: list[Hit | None], text: str) -> tuple[Hit | None, ...]:
    """The hits without a date of the sentence that belongs to something else: another date stands nearer to the act."""
    acts = [hit for e, hit in zip(question.elements, hits, strict=True) if e.role is Role.ACT and hit]
    acts = acts or verb_beside_date(question, hits)
    hits = [None if hit and of_a_life(hit.mention, question, sentence) else hit for hit in hits]
    counted = counted_from(question, sentence, hits, text)
    hits = [None if hit and hit.mention.kind is Kind.DATE and hit.mention.end <= counted else hit for hit in hits]
    dates = [m for m in sentence.mentions if m.kind is Kind.DATE]
    if not acts or len(dates) < 2:
        return tuple(hits)
    beside = [*acts, *(hit for e, hit in zip(question.elements, hits, strict=True) if hit and e.detail.kind in AMOUNTS)]
    past_days = given_up(question, sentence, text)
    own_days = [m for m in dates if m not in past_days] or dates
    aside = fronted(own_days, sentence, text)
    nearest = min(
        own_days,
        key=lambda m: min(
            removed(m, hit.mention, text) + parted(m, hit.mention, sentence, text) - aside.get(m, 0) for hit in beside
        ),
    )
    if any(hit and hit.mention == nearest for hit in hits):
        return tuple(hits)  # the claim gives that day too, and this one besides
    named = [hit.mention for e, hit in zip(question.elements, hits, strict=True) if hit and e.role is Role.NAME]
    own = [m for m in named if not same_item(m, nearest, sentence, text)]
    return tuple(
        None
        if hit
        and hit.mention.kind is Kind.DATE
        and hit.mention in dates
        and elsewhere(hit.mention, nearest)
        and not any(same_item(hit.mention, m, sentence, text) for m in own)
        else hit
        for hit in hits
    )


def parted(date: Mention, act: Mention, sentence: Sentence, text: str) -> int:
    """How much further off a date is for an "and" between it and an act behind: "found in 1892 and bought in 1931"."""
    together = slots(sentence.language).together
    between = text[date.end : act.start].lower().split() if date.end <= act.start else []
    return A_CLAUSE if not together.isdisjoint(between) else 0


def verb_beside_date(question: Question, hits: Sequence[Hit | None]) -> list[Hit]:
    """Where a claim without an act is heard to say what happened on its date: the word right before it."""
    dates = [e.detail for e in question.elements if e.detail.kind is Kind.DATE and e.detail.end]
    rows = [(e, hit) for e, hit in zip(question.elements, hits, strict=True) if e.term and e.weight and hit]
    return [hit for e, hit in rows if any(0 < date.start - e.detail.end <= BEFORE_DATE for date in dates)]


BEFORE_DATE = 6
"""How many code points may lie between a word and the date behind it ("recorded in 1987")."""


def own_hit(hit: Hit | None, number: int) -> bool:
    return hit is not None and hit.sentence == number


def fronted(dates: Sequence[Mention], sentence: Sentence, text: str) -> dict[Mention, int]:
    """By how much a date that opens its sentence stands nearer than the comma behind it tells: "In May, Berg sold"."""
    return {m: A_CLAUSE + A_CLAUSE // 2 for m in dates if opens(m, sentence, text) and text[m.end : m.end + 1] == ","}


OPENS = 2
"""How many words may stand before a date that opens its sentence ("Am Abend des 5. Mai" has more)."""


def counted_from(question: Question, sentence: Sentence, hits: Sequence[Hit | None], text: str) -> int:
    """Where a sentence begins to tell from what its day is counted, if all else of the claim stands behind that; or 0.

    "He came back on Monday, a day after the rally in Olm" has no rally in Olm on Monday.
    """
    passage = sentence.passage
    offsets = [word.start for word, _ in phrases("days_off", text, passage.start, passage.end, sentence.language)]
    rows = zip(question.elements, hits, strict=True)
    starts = [hit.mention.start for e, hit in rows if hit and e.weight and e.detail.kind is not Kind.DATE]
    return max((at for at in offsets if starts and at < min(starts)), default=0)


def of_a_life(date: Mention, question: Question, sentence: Sentence) -> bool:
    """Whether a date in brackets only says when somebody was born or died, of which the claim does not speak."""
    told = {id for t in sentence.terms if (t.start, t.end) == (date.start, date.end) for id in t.concepts}
    asked = {id for e in question.elements if e.term for id in e.term.concepts}
    return date.kind is Kind.DATE and bool(told) and told.isdisjoint(asked)


def elsewhere(mention: Mention, nearest: Mention) -> bool:
    """Whether the date nearest to the act is another day than the one that agrees."""
    return mention != nearest and compare(mention.value, nearest.value).likeness is Likeness.CONFLICTS


def date_before(
    element: Element, by_number: dict[int, tuple[Hit, ...]], before: Sentence, question: Question, found: Places
) -> Hit | None:
    """The other day that the sentence before gives, where it speaks of the claim's people and nothing gives theirs."""
    if stated_elsewhere(element, question, found) or not subject_here(before, question, found):
        return None
    return first(by_number.get(before.number, ()), conflicting=True)


def closest(
    element: Element, hits: tuple[Hit, ...], sentence: Sentence, question: Question, found: Places, text: str
) -> Hit | None:
    """The best agreeing hit; of several as good, the one nearest to what the element stands beside in the claim."""
    number = sentence.number
    if element.detail.kind is Kind.PLACE:  # Chad by itself does not say "in Africa" of Chad
        hits = tuple(
            hit for hit in hits if hit.relation is Relation.EQUAL or not another(hit, element, number, question, found)
        )
    best = first(hits, conflicting=False)
    equal = [hit for hit in hits if best and hit.rank == best.rank and not hit.opposite]
    if element.role is Role.ACT and len(equal) > 1:  # what was wished for, and what came of it
        equal = [hit for hit in equal if not only_wished(hit, sentence)] or equal
        if not nominal(mention_of_detail(element), Side(question.reading.sentences[0], question.reading.text)):
            equal = [hit for hit in equal if not as_noun(hit.mention, Side(sentence, text))] or equal
        best = equal[0]
    if len(equal) < 2:
        return best
    may_act = element.role is Role.ACT or (element.term is not None and not element.term.concepts)
    if may_act and (governing := done_to_it(element, equal, question, found, sentence, text)):
        return governing
    others = [(gap(element.detail, e.detail), place) for place, e in enumerate(question.elements) if e is not element]
    for _, place in sorted(others):
        beside = [hit.mention for hit in found[place].get(number, ()) if hit.relation is not Relation.CONFLICTS]
        if beside:
            return min(equal, key=lambda hit: min(apart(hit.mention, other) for other in beside))
    return best


def done_to_it(
    element: Element, acts: Sequence[Hit], question: Question, found: Places, sentence: Sentence, text: str
) -> Hit | None:
    """Of several acts of the claim's subject the one whose object is the claim's: "left Rome and never left Oslo".

    It stands before its object; where verbs close their clause, on either side of it.
    """
    starts = [
        (e.detail.start, [h.mention for h in by.get(sentence.number, ()) if h.relation is not Relation.CONFLICTS])
        for e, by in zip(question.elements, found, strict=True)
        if e.role is not Role.VALUE and e is not element
    ]
    subjects = [here for at, here in starts if at < element.detail.start]
    things = [here for at, here in starts if at > element.detail.start]
    if not (things and things[0] and subjects and all(subjects)):
        return None
    after, thing = max(min(m.start for m in here) for here in subjects), things[0][0]
    closing = slots(sentence.language).closing
    own = (hit for hit in acts if after < hit.mention.start and (closing or hit.mention.start < thing.start))
    return min(own, key=lambda hit: removed(hit.mention, thing, text), default=None)


def as_noun(act: Mention, side: Side) -> bool:
    """Whether an act stands as a noun; where nouns have capitals a small letter tells a verb: "zu verkaufen"."""
    return nominal(act, side) and not (slots(side.language).closing and act.text[0].islower())


def only_wished(hit: Hit, sentence: Sentence) -> bool:
    """Whether an act stands under a word that says it was wanted or planned; a mere future is none."""
    at = hit.mention.start
    return any(c.scope.start <= at < c.scope.end and wish(c, sentence.language) for c in sentence.cues)


def another(hit: Hit, element: Element, number: int, question: Question, found: Places) -> bool:
    """Whether a name is the very one that some other element of the claim is found by."""
    return any(
        other.relation is Relation.EQUAL and other.mention == hit.mention
        for e, by_number in zip(question.elements, found, strict=True)
        if e is not element and e.role is Role.NAME
        for other in by_number.get(number, ())
    )


def neighbours(sentence: Sentence, source: Reading) -> Iterator[Sentence]:
    """The sentences before and after, nearest first: of the same paragraph, or the end of the one before."""
    order = [-1, *range(-2, -BEFORE - 1, -1), *range(1, AFTER + 1)]
    for step in order:
        number = sentence.number + step
        if 0 <= number < len(source.sentences):
            other = source.sentences[number]
            ahead = other.passage.paragraph - sentence.passage.paragraph
            if ahead == 0 or (step < 0 and ahead == -1):
                yield other


def from_neighbours(
    element: Element, by_number: dict[int, tuple[Hit, ...]], sentence: Sentence, source: Reading, crowded: bool
) -> Hit | None:
    """What the neighbours say of an element that the sentence leaves unsaid; acts and attributes it must have itself.

    A sentence `crowded` with somebody whom the claim does not name is about them: nobody is brought in from outside.
    """
    if element.role is Role.ACT or (element.term and (element.term.attribute or ordering(element.term))):
        return None
    if element.role is Role.VALUE and not undated(element, sentence):
        return None
    if element.role is Role.NAME and element.detail.kind is not Kind.PLACE and crowded:
        return None
    for near in neighbours(sentence, source):
        if element.role is Role.NAME and near.number > sentence.number:
            continue  # nobody is spoken of before being named
        hit = first(by_number.get(near.number, ()), conflicting=False)
        if (
            hit
            and near.number > sentence.number
            and (opens(hit.mention, near, source.text) or of_its_own(hit.mention, near))
        ):
            continue
        if hit and (element.term is None or borrowable(hit, element.term, near)):
            return hit
    return None


def of_its_own(mention: Mention, sentence: Sentence) -> bool:
    """Whether a date is that of what its own sentence tells: "The board decides in May", and not "It closed in May"."""
    return (
        mention.kind is Kind.DATE and sentence.pronoun is None and any(t.act and not t.valued for t in sentence.terms)
    )


def opens(mention: Mention, sentence: Sentence, text: str) -> bool:
    """Whether a date opens its sentence, which then tells of that day and of nothing before: "In 2014 it had burnt"."""
    before = text[sentence.passage.start : mention.start].split()
    return mention.kind is Kind.DATE and len(before) <= OPENS


def presented(element: Element, question: Question, found: Places) -> Hit | None:
    """Where the source presents a name as the claim does ("the goalkeeper Ivo Rand"): so it is in the whole text."""
    name = presents(element, question)
    rows = list(zip(question.elements, found, strict=True))
    names, words = (next((by for e, by in rows if e is one), {}) for one in (name, element))
    return next(
        (
            word
            for number, stands in names.items()
            for word in words.get(number, ())
            if word.precise and word.relation is not Relation.CONFLICTS
            if any(stand.relation is Relation.EQUAL and beside(word.mention, stand.mention) for stand in stands)
        ),
        None,
    )


def presents(element: Element, question: Question) -> Element | None:
    """The name behind a word that only tells who it is: "the Norwegian architect Karin Olm"."""
    parts = {start for sentence in question.reading.sentences for start in sentence.parts}
    names = (e for e in question.elements if e.role is Role.NAME and e.detail.start not in parts)
    return next((e for e in names if 0 < e.detail.start - element.detail.end <= PRESENTED), None)


def beside(word: Mention, name: Mention) -> bool:
    """Whether a word stands right before a name, or in apposition behind it."""
    return 0 < name.start - word.end <= PRESENTED or 0 < word.start - name.end <= APPOSED


PRESENTED = 16
"""How many code points may lie between a word and the name that it presents."""

APPOSED = 6
"""How many code points may lie between a name and what says behind it who it is ("Ivo Rand, the goalkeeper")."""


def carriers(question: Question, side: Side, hits: Sequence[Hit | None]) -> Iterator[tuple[int, Hit]]:
    """The claim's verbs that only carry an act ("took a decision"), where that is done here too, and not told of.

    It is done by a verb of its own ("decided") or by one that carries it; who awaits a decision takes none.
    """
    claimed = question.reading.sentences
    acts = {e.detail.start: hit for e, hit in zip(question.elements, hits, strict=True) if e.term and hit}
    for place, element in enumerate(question.elements):
        act = next((a for s in claimed if element.term and (a := carried(element.term, s))), None)
        hit = acts.get(act.start) if act else None
        if hits[place] or hit is None or hit.opposite or hit.sentence != side.sentence.number:
            continue
        if act and in_act(hit.mention, side, deed=names_deed(act)):
            yield place, replace(hit, relation=Relation.COMPATIBLE, why="in the act itself")


def in_act(said: Mention, side: Side, *, deed: bool) -> bool:
    """Whether what a claim's verb carries is done here: a deed by a verb of its own, all else by another such verb."""
    small = slots(side.language)
    if deed and not nominal(said, side):
        return True
    return led(said, side, small.carrying if deed else small.performing)


def predicate(element: Element, question: Question) -> bool:
    """Whether a word of a claim is what somebody or something "is", and no noun: "was honoured" must be said there."""
    if element.term is None or element.term in question.classed:
        return False
    claimed = (Side(s, question.reading.text) for s in question.reading.sentences if holds(s, element))
    return any(is_so(element, claim) for claim in claimed)


def carries_something(element: Element, question: Question) -> bool:
    """Whether a word of a claim only carries what stands behind it: "made" of another sentence made another thing."""
    return element.term is not None and any(carried(element.term, s) for s in question.reading.sentences)


def led(act: Mention, side: Side, light: frozenset[str]) -> bool:
    """Whether one of some verbs stands right before a noun, and nothing that ends a clause between."""
    before = reversed(side.words(act.start - 2 * CARRIED, act.start))
    ahead = takewhile(lambda word: word.group() not in ",;:." and act.start - word.end() <= CARRIED, before)
    return any(fold(lemma(word.group(), side.language)) in light for word in ahead)


def of_nobody(element: Element, question: Question, sentence: Sentence) -> Hit | None:
    """What a sentence says of nobody it says of the people of the claim, however many: "nobody was hurt"."""
    value, term = element.detail.value, element.term
    counted = isinstance(value, Quantity) and people(concepts(value.unit, question.reading.language))
    if not counted and not (term and people(term.concepts) and not term.office):
        return None
    nobody = slots(sentence.language).nobody
    cues = (c for c in sentence.cues if not nobody.isdisjoint(c.text.lower().replace("’", "'").split()))
    cue = next(cues, None)
    if cue is None:
        return None
    said = Mention(Kind.TERM, cue.start, cue.end, cue.text, Name(cue.text))
    return Hit(sentence.number, said, Relation.COMPATIBLE, precise=False, why=NOBODY)


NOBODY = "nobody here"
"""Why people of a claim are told of where a sentence says something of nobody."""


def in_one(element: Element, question: Question) -> bool:
    """Whether a claim's word or name must stand in the sentence itself, for the next may say it of another thing.

    So must the land of which something is said to be, and all of a claim that says no more than that, or than where
    something is: "Berg is Danish", "Berg is in Denmark".
    """
    whole = any(head.territory for head in question.heads) or any(says_where(e, question) for e in question.elements)
    land = element.term is not None and bool(element.term.territory) and element.term in question.classed
    return whole or land


def ordering(term: Term) -> bool:
    """Whether a word tells what came first: "after the strike" of another sentence orders what that one tells."""
    return not BEFORE_AND_AFTER.isdisjoint(term.concepts)


def undated(element: Element, sentence: Sentence) -> bool:
    """Whether the element is a date and the sentence has none: a day carries on, an amount does not."""
    return element.detail.kind is Kind.DATE and not any(m.kind is Kind.DATE for m in sentence.mentions)


def continues(sentence: Sentence, source: Reading) -> bool:
    """Whether a sentence carries on the one before: same paragraph, no date of its own."""
    before = source.sentences[sentence.number - 1] if sentence.number else None
    return (
        before is not None
        and before.passage.paragraph == sentence.passage.paragraph
        and not any(m.kind is Kind.DATE for m in sentence.mentions)
    )


# --- what a window holds of a claim ---

ENOUGH_TERMS = 0.5
"""Share of a claim's words that a passage must hold to support it where values and names are stated too."""

Row = tuple[Element, Hit | None]


def rows_of(question: Question, seen: Window, roles: set[Role]) -> list[Row]:
    return [(e, hit) for e, hit in zip(question.elements, seen.hits, strict=True) if e.role in roles]


def share(rows: list[Row], *, precise: bool = False) -> float:
    """How much of the rows' weight is matched, at least as precisely as claimed if so asked; 1 where there are none."""
    whole = sum(element.weight for element, _ in rows)
    held = sum(element.weight for element, hit in rows if hit and (hit.precise or not precise))
    return held / whole if whole else 1.0
