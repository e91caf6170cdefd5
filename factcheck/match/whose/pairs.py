"""What belongs to which where a sentence speaks of several: each act to its own subject, each figure to its own thing.

"Sales rose 3% in Norway and 5% in Sweden", "Acme closed a plant, while Bolt opened two": every word of "sales rose 5%
in Norway" and "Bolt closed a plant" is there, and neither is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from factcheck.compare import Likeness, compare
from factcheck.extract import numbers
from factcheck.lang.concepts import CONCEPTS
from factcheck.lang.fold import fold
from factcheck.lang.slots import slots
from factcheck.match.against.clashes import apart, gap
from factcheck.match.hits import Hit, Places, compare_places, mention_of
from factcheck.match.look import Look, does
from factcheck.match.measures import measured_alike
from factcheck.match.question import Element, Question, Role
from factcheck.match.whose.owners import MEASURES, head_behind
from factcheck.match.whose.parties import MUTUAL, mention_of_detail
from factcheck.match.whose.parts import DOER, LATER, heads_object_clause, part
from factcheck.match.whose.theirs import of_an_aide, of_another_statement, of_the_owner
from factcheck.match.whose.ties import AMOUNTS, happens_in
from factcheck.model import DateValue, Kind, Mention, Name, Relation, Span
from factcheck.reading import (
    NAME_KINDS,
    TELLING,
    Sentence,
    Term,
    is_content,
    opens_whole,
    part_before,
    portion_of,
    pronouns,
    words_of,
)
from factcheck.reading.reaches import Reach
from factcheck.reading.segments import Segment, chunks, content, predicates, segments
from factcheck.reading.side import OWNS, Side
from factcheck.reading.voice import nominal, passive

Denials = Iterator[tuple[int, Hit | None]]
"""The places of the claim's elements that are another's here, each with what denies it, or None."""


def not_theirs(
    question: Question, sentence: Sentence, found: Places, hits: Sequence[Hit | None], text: str
) -> dict[int, Hit | None]:
    """The elements that the sentence holds, but says of somebody or something else."""
    look = Look(question, sentence, found, hits, text)
    if len(look.here) < 2:
        return {}
    rules = (
        of_a_whole,
        of_a_part,
        of_another_subject,
        of_one_of_two_subjects,
        of_another_doer,
        of_another_object,
        of_another_act,
        of_another_place,
        of_inner_noun,
        of_the_object,
        of_another_item,
        of_another_rank,
        of_the_other_half,
        of_another_statement,
        of_an_aide,
        of_the_owner,
    )
    return {place: denying for rule in rules for place, denying in rule(look)}


# --- acts and their subjects ---


def of_another_subject(look: Look) -> Denials:
    """Acts and values in a clause that has a subject of its own, where the claim's subject stands in another."""
    first = first_predicate(look.question)
    for place in look.here if first is not None else ():
        told = look.element(place)
        predicates = told.role in (Role.ACT, Role.VALUE) or told.detail.start == first
        hit = look.hits[place]
        if first is None or not predicates or told.detail.start < first or (hit and hit.converse):
            continue
        if told.role is Role.ACT and noun(told.detail.start, look.question) and told_in_relative(look, place, first):
            continue
        if any(another_subject(look, subject, place) for subject in subjects(look.question, first)):
            yield place, None


def told_in_relative(look: Look, place: int, first: int) -> bool:
    """Whether a relative clause right behind a noun has what the claim says: "an offer, which the mayor rejected"."""
    acts = [look.said(n).start for n in look.here if look.element(n).detail.start == first]
    end = look.said(place).end
    behind = (part for part in look.clauses if part.under and 0 < part.start - end <= RELATIVE_BEHIND)
    return any(part.holds(at) for part in behind for at in acts)


RELATIVE_BEHIND = 2
"""How many code points may lie between a noun and its relative clause."""


def of_one_of_two_subjects(look: Look) -> Denials:
    """The one of two subjects of a claim of whom the sentence says another thing: "Ek died and Moe was hurt"."""
    first = first_predicate(look.question)
    acts = [n for n in look.here if look.element(n).detail.start == first]
    both = joined(subjects(look.question, first), look.question) if first is not None and acts else []
    clause = next((part for part in look.clauses if acts and part.holds(look.said(acts[0]).start)), None)
    if (
        len(both) < 2
        or clause is None
        or clause.relative
        or not any(clause.holds(m.start) for n in both for m in look.stands(n))
    ):
        return
    words = words_of(look.text, look.sentence.passage)
    said = predicates(look.sentence, words, look.small)
    for place in both:
        stands = look.stands(place)
        own = [part for part in look.clauses if any(part.holds(m.start) for m in stands)]
        if stands and clause not in own and all(tells_otherwise(part, stands, said, look) for part in own):
            yield place, None


def of_another_doer(look: Look) -> Denials:
    """Those counted who do it in the claim, where another does it here: "Ek died after a fight with two dogs"."""
    side = Side(look.sentence, look.text)
    claims = [Side(sentence, look.question.reading.text) for sentence in look.question.reading.sentences]
    acts = [n for n in look.here if (t := look.element(n).term) and not t.attribute and not t.named]
    for place in look.here:
        counted = look.element(place)
        if counted.detail.kind is not Kind.QUANTITY:
            continue
        here = look.stands(place)
        for act in acts:
            between = look.question.reading.text[counted.detail.end : look.element(act).detail.start]
            does_it = "," not in between and any(
                part(mention_of_detail(counted), of_it, claim) == DOER
                for claim in claims
                for of_it in [mention_of_detail(look.element(act))]
            )
            done = [m for m in look.stands(act) if does_it and not nominal(m, side)]
            if done and here and all(behind_its_doer(m, deed, side) for m in here for deed in done):
                yield place, None


def behind_its_doer(counted: Mention, act: Mention, side: Side) -> bool:
    """Whether an act has somebody before it who does it, and those counted only stand behind."""
    before = [m for m in side.sentence.mentions if m.kind in NAME_KINDS and m.end <= act.start]
    before += [mention_of(t) for t in side.sentence.terms if t.end <= act.start and not (t.act or t.attribute)]
    return part(counted, act, side) == LATER and any(part(m, act, side) == DOER for m in before)


def joined(places: Sequence[int], question: Question) -> list[int]:
    """The subjects between which nothing but an "and" and articles stand in a claim: "the driver and a passenger"."""
    small = slots(question.reading.language)
    rows = sorted((question.elements[n].detail.start, question.elements[n].detail.end, n) for n in places)
    found: set[int] = set()
    for (_, end, one), (start, _, two) in pairwise(rows):
        between = question.reading.text[end:start].lower().split()
        if small.together.intersection(between) and small.together | small.article >= set(between):
            found |= {one, two}
    return [n for n in places if n in found]


def tells_otherwise(clause: Segment, stands: Sequence[Mention], said: Sequence[int], look: Look) -> bool:
    """Whether a clause opens with somebody, and says of them what the claim does not."""
    own = [at for at in said if clause.holds(at)]
    opens = any(clause.holds(m.start) and all(m.start < at for at in own) for m in stands)
    return opens and bool(own) and not clause.relative and look.heard.isdisjoint(own)


def first_predicate(question: Question) -> int | None:
    """Where the claim first says something: at an act that no article makes a noun ("the fall"), or at a figure.

    Where it has neither, and does not say what something is, at the first word behind a name.
    """
    elements = question.elements
    acts = [e.detail.start for e in elements if e.role is Role.ACT and e.detail.end]
    verbs = [start for start in acts if not noun(start, question)] or acts
    values = [e.detail.start for e in elements if e.role is Role.VALUE and e.detail.kind is not Kind.DATE]
    named = min((e.detail.end for e in elements if e.role is Role.NAME and e.detail.end), default=None)
    copula = slots(question.reading.language).copula
    classed = any(not copula.isdisjoint(sentence.words) for sentence in question.reading.sentences)
    words = [] if named is None or classed else [e.detail.start for e in elements if e.term and e.weight]
    behind = min((start for start in words if start > (named or 0)), default=None)
    return min((*verbs, *(start for start in values if start)), default=behind)


def noun(start: int, question: Question) -> bool:
    """Whether a word opens the claim, or stands behind an article or an "of"."""
    small = slots(question.reading.language)
    before = question.reading.text[:start].replace("’", "'").replace("'", "' ").split()
    return not before or before[-1].lower() in small.article | small.of


TIMES = frozenset({"before", "after"})
"""Concepts of words that open a claim and are nobody's name."""


def subjects(question: Question, first: int) -> list[int]:
    """The names before where the claim first says something, and the words before it where there is no name."""
    before = [(n, e) for n, e in enumerate(question.elements) if e.detail.end and e.detail.end <= first]
    names = [n for n, e in before if e.role is Role.NAME]
    words = [n for n, e in before if e.term and e.weight and not e.term.attribute and not TIMES & set(e.term.concepts)]
    return names or words


def another_subject(look: Look, subject: int, place: int) -> bool:
    """Whether a clause says its act or value of another subject than the claim's, which stands elsewhere."""
    said, stands = look.said(place), look.stands(subject)
    clause = next((part for part in look.clauses if part.holds(said.start)), None)
    if clause is None or not stands or (look.element(place).role is Role.ACT and gapped(look, stands)):
        return False
    if any(clause.holds(m.start) for m in stands):
        return follows(look, subject, said, clause)
    if look.element(subject).term and named_in(look, clause, before=look.element(place)):
        return False
    inner = any(part.relative and part.holds(m.start) for part in look.clauses for m in stands)
    if look.element(place).role is Role.VALUE and inner:
        return False  # a day or a figure of the clause around is that of the relative clause too
    words = words_of(look.text, look.sentence.passage)
    if any(clause.holds(at) and at < said.start for at, _ in pronouns(words, look.sentence.language)):
        return False
    if clause.under:
        return led_by_another(look, subject, clause) and not apart_in_claim(look.question, subject, place)
    if clause.relative:
        named = [m for m in (*stands, *look.strangers) if not look.bracketed(m)]
        before = [m for m in named if m.end <= clause.start and alike(look.element(subject), m)]
        kind = look.element(subject).detail.kind
        before = [m for m in before if m.kind is kind or not look.part(m)]  # "Berg, head of the Lund Bank, who"
        return max(before, key=lambda m: m.end, default=None) in look.strangers
    return opened_by_another(look, subject, said, clause)


def led_by_another(look: Look, subject: int, clause: Segment) -> bool:
    """Whether a clause under another has another subject; "the company" may be the firm that tells it."""
    noun = min((t for t in content(clause, look.sentence)), key=lambda t: t.start, default=None)
    first = min((m.start for m in look.sentence.mentions if clause.holds(m.start)), default=clause.start)
    if any(m.start == first for m in look.strangers) and (noun is None or first <= noun.start):
        return True
    person = look.element(subject).detail.kind is Kind.PERSON
    return noun is not None and (person or noun.somebody)


def apart_in_claim(question: Question, subject: int, place: int) -> bool:
    """Whether the claim too has an act apart from its subject: in a clause of its own, or as a noun."""
    told, mine = question.elements[place].detail.start, question.elements[subject].detail.start
    if noun(told, question):
        return True
    parts = [part for sentence in question.reading.sentences for part in segments(sentence, question.reading.text)]
    return any(part.holds(told) and not part.holds(mine) for part in parts)


def gapped(look: Look, stands: Sequence[Mention]) -> bool:
    """Whether a name stands in an item of a list that has a figure, and the verb of the item before."""
    return any(
        any(span.start <= m.start < span.end for m in look.sentence.mentions if m.kind in AMOUNTS)
        and not look.acts(span.start, span.end)
        for span in map(look.item, (m.start for m in stands))
    )


def named_in(look: Look, clause: Segment, before: Element) -> bool:
    """Whether a clause has one of the words that stand before an act in the claim."""
    return any(
        clause.holds(m.start)
        for place, e in enumerate(look.question.elements)
        if e.term and e.detail.end <= before.detail.start and not e.term.attribute
        for m in look.stands(place)
    )


def opened_by_another(look: Look, subject: int, said: Mention, clause: Segment) -> bool:
    """Whether a clause opens with another name in the subject's part, or where that is a word, with another word."""
    if look.element(subject).role is Role.NAME:
        parts = {look.part(m) for m in look.stands(subject)}
        return any(clause.holds(m.start) and m.start < said.start and look.part(m) in parts for m in look.strangers)
    before = (t.start for t in content(clause, look.sentence) if t.start < said.start and not t.attribute)
    named = (m.start for m in look.strangers if clause.holds(m.start) and m.end <= said.start and not look.part(m))
    return any(start not in look.heard for start in (*before, *named))


def follows(look: Look, subject: int, said: Mention, clause: Segment) -> bool:
    """Whether the claim's subject only follows what is said, and somebody else stands before it: "Berg beat Lund"."""
    stands = look.stands(subject)
    if look.element(subject).role is not Role.NAME or any(m.start < said.start for m in stands):
        return False
    side = Side(look.sentence, look.text)
    if any(look.part(m) == "by" for m in stands) or nominal(said, side):
        return False  # "shot by Berg", "the resignation of Berg"
    if passive(said, side) or not done_by_one(look.question) or any(part(m, said, side) == DOER for m in stands):
        return False
    return any(
        alike(look.element(subject), m) and clause.holds(m.start) and m.end <= said.start and not look.part(m)
        for m in look.strangers
    )


def done_by_one(question: Question) -> bool:
    """Whether the claim has its subject do the act: it is neither suffered nor mutual."""
    sides = [Side(sentence, question.reading.text) for sentence in question.reading.sentences]
    acts = [(e, e.term) for e in question.elements if e.role is Role.ACT and e.term]
    return not any(
        not (MUTUAL | TELLING).isdisjoint(term.concepts) or any(passive(mention_of_detail(e), side) for side in sides)
        for e, term in acts
    )


def of_another_object(look: Look) -> Denials:
    """What an act is done to in the claim, and here is another one's: "married Berg after leaving Lund"."""
    acts = [n for n in look.here if (term := look.element(n).term) and (term.act or term.verbal)]
    for place in look.here:
        thing = look.element(place)
        if (
            thing.role is Role.VALUE
            or thing.role is Role.ACT
            or (thing.term and (thing.term.attribute or not thing.weight))
        ):
            continue
        for act in (n for n in acts if n != place and governs(look.element(n), thing, look.question)):
            stands = [m for m in look.stands(place) if m.start >= look.said(act).end]
            if stands and len(stands) == len(look.stands(place)) and done_to_another(look, thing, act, stands[0]):
                yield place, None


def of_another_act(look: Look) -> Denials:
    """What another act of the sentence has behind it, where the claimed one has its own: "left Lund, shut the mill".

    Only where the sentence holds all that the claim says: what is missing of it is told by itself.
    """
    if any(hit is None and e.weight for e, hit in zip(look.question.elements, look.hits, strict=True)):
        return
    for place in look.here:
        thing = look.element(place)
        act = act_of(thing, look)
        if act is None or (thing.term and (thing.term.attribute or not thing.weight)):
            continue
        stands = [look.said(place), *look.stands(place)]
        others = [n for n in look.here if n != place and act_of(look.element(n), look) not in (act, None)]
        theirs = {m.start for n in others for m in look.stands(n)}
        said = look.said(act)
        again = look.stands(act) if thing.role is not Role.VALUE else others_reach(look, said, look.stands(act))
        done = [said, *again]
        if all(by_another(look, thing, m, by, look.heard - theirs) for m in stands for by in done):
            yield place, None


def act_of(thing: Element, look: Look) -> int | None:
    """The act behind which the claim has a thing, a day or a place; where nothing precedes, its only act behind it."""
    claim = Side(look.question.reading.sentences[0], look.question.reading.text)
    rows = [(n, look.element(n)) for n in look.here]
    verbs = [n for n, e in rows if e is not thing and (does(e) or is_verb(e))]
    acts = [n for n in verbs if not nominal(mention_of_detail(look.element(n)), claim)]
    before = [n for n in acts if look.element(n).detail.end <= thing.detail.start]
    if thing.role is Role.ACT or (thing.role is Role.VALUE and thing.detail.kind is not Kind.DATE):
        return None
    if before:
        last = max(before, key=lambda n: look.element(n).detail.end)
        return None if is_verb(look.element(last)) and belongs(thing, claim) else last
    led = [word.group().lower() for word in claim.words(0, thing.detail.start)[-1:]]
    placed = thing.detail.kind is Kind.DATE or not slots(claim.language).place.isdisjoint(led)
    return acts[0] if len(acts) == 1 and (placed or framed(thing, look.element(acts[0]), claim)) else None


def is_verb(element: Element) -> bool:
    return element.term is not None and element.term.only_verb


def belongs(thing: Element, claim: Side) -> bool:
    """Whether an "of" leads to a thing: "describes the roof of its mill" describes no mill."""
    small = slots(claim.language)
    ahead = [word.group().lower() for word in claim.words(0, thing.detail.start)]
    return next((word in small.of for word in reversed(ahead) if word not in small.article | small.possessive), False)


def framed(thing: Element, act: Element, claim: Side) -> bool:
    """Whether "has" stands before a thing and its act behind it: "hat das Haus gekauft"."""
    before = claim.words(0, thing.detail.start)
    small = slots(claim.language)
    return (
        bool(small.closing)
        and any(word.group().lower() in small.having for word in before)
        and not passive(mention_of_detail(act), claim)
    )


def by_another(look: Look, thing: Element, stands: Mention, done: Mention, known: AbstractSet[int]) -> bool:
    """Whether a thing stands in the stretch of another act, and the claimed one has another of the kind in its own."""
    theirs, mine = reach_of(look, stands), reach_of(look, done)
    if theirs is None or mine is None or theirs is mine or not any(at <= done.start for at in mine.said):
        return False
    told = [at for at in theirs.said if (at < stands.start or look.small.closing) and at not in look.things]
    own = complements(look, mine, done)
    placed = antecedent(look, mine)
    aside = [m for m in own if circumstance(look, m)] + [m for m in [placed] if m]
    if not told or placed == stands or heads_object_clause(stands, done, Side(look.sentence, look.text)):
        return False
    if circumstance(look, stands) or claimed_in(look, thing):
        later = bool(own) and done.start < stands.start
        return bool(aside) or (later and (is_year(stands) or beside(look, max(told), stands)))
    first = next((m for m in own if m.kind in NAME_KINDS and look.part(m) != "in"), None)
    return first is not None and first.start not in known and not may_name(look, first, thing)


def others_reach(look: Look, said: Mention, stands: Sequence[Mention]) -> list[Mention]:
    """The places outside the stretch of a mention: "sentenced to six years in prison" is one act, and has one time."""
    return [m for m in stands if reach_of(look, m) is not reach_of(look, said)]


def reach_of(look: Look, mention: Mention) -> Reach | None:
    return next((reach for reach in look.reaches if reach.holds(mention.start)), None)


def claimed_in(look: Look, thing: Element) -> bool:
    """Whether a claim says that something happened in a place, known as one or not."""
    claimed = mention_of_detail(thing)
    return any(happens_in(claimed, s) for s in look.question.reading.sentences)


def is_year(mention: Mention) -> bool:
    """Whether a date is a whole year: two acts of one sentence seldom share it, as they may a day."""
    return isinstance(mention.value, DateValue) and mention.value.timex.isdigit()


def of_another_place(look: Look) -> Denials:
    """A place that only tells of whom or whence, where the act has another: "the mayor of Lund signed it in Holm"."""
    for place in look.here:
        thing = look.element(place)
        claimed = [s.parts.get(thing.detail.start) for s in look.question.reading.sentences]
        if thing.role is not Role.NAME or "in" not in claimed:
            continue
        stands = look.stands(place)
        told = max(m.end for m in stands)
        done = [look.said(n).start for n in look.here if does(look.element(n)) and look.said(n).start > told]
        behind = told if look.small.closing else max(done, default=told)
        others = [m for m in look.sentence.mentions if m.start > behind and look.part(m) == "in"]
        others = [m for m in others if m.start not in look.heard and not one_in_other(stands[0], m)]
        if done and others and all(look.part(m) not in ("in", "near") for m in stands):
            yield place, None


def one_in_other(a: Mention, b: Mention) -> bool:
    """Whether of two places one is known to lie in the other."""
    mine, theirs = a.value, b.value
    return isinstance(mine, Name) and isinstance(theirs, Name) and compare_places(mine, theirs) is not None


def antecedent(look: Look, reach: Reach) -> Mention | None:
    """The place right before a clause that "where" opens: what it tells was done there."""
    if not reach.where:
        return None
    before = [m for m in look.sentence.mentions if m.kind is Kind.PLACE and m.end <= reach.span.start]
    last = max(before, key=lambda m: m.end, default=None)
    return last if last and reach.span.start - last.end <= TOUCHING else None


TOUCHING = 2
"""How many code points lie between a place and the clause about it: a comma and a space."""


def circumstance(look: Look, mention: Mention) -> bool:
    """Whether a mention tells when or where something is done."""
    return mention.kind in (Kind.DATE, Kind.DURATION, Kind.PLACE) or look.part(mention) == "in"


def complements(look: Look, reach: Reach, act: Mention) -> list[Mention]:
    """What stands behind an act in its stretch; where the verb comes last, what stands there before it too."""
    helping = [at for at in reach.said if at < act.start]
    goes_on = reach.span.start > look.sentence.passage.start
    first = min(helping, default=reach.span.start if goes_on else act.end) if look.small.closing else act.end
    nouns = [mention_of(t) for t in content(Segment((reach.span,)), look.sentence) if not t.attribute]
    behind = [m for m in (*look.sentence.mentions, *nouns) if m.start >= first and reach.holds(m.start)]
    return sorted((m for m in behind if m.start != act.start), key=lambda m: m.start)


def may_name(look: Look, noun: Mention, thing: Element) -> bool:
    """Whether a noun may stand for the one that the claim names: "the town", "the company", "the minister"."""
    side = Side(look.sentence, look.text)
    term = side.term_at(noun.start)
    before = side.words(look.sentence.passage.start, noun.start)[-1:]
    definite = any(word.group().lower() in look.small.article - look.small.indefinite for word in before)
    if thing.role is not Role.NAME or term is None or not definite:
        return False
    named = [CONCEPTS[id] for id in term.concepts]
    return term.somebody or any(it.root == "organisation" or it.kind == "geography" for it in named)


def beside(look: Look, start: int, stands: Mention) -> bool:
    """Whether nothing but small words stands between an act and what follows it."""
    words = Side(look.sentence, look.text).words(start, stands.start)[1:]
    return not any(is_content(word.group(), look.sentence.language) for word in words)


def of_inner_noun(look: Look) -> Denials:
    """What an act is done to in the claim, and here only tells of its object: "signed a copy of the treaty"."""
    acts = [n for n in look.here if (term := look.element(n).term) and (term.act or term.verbal)]
    for place in look.here:
        thing = look.element(place)
        if thing.role is Role.VALUE or thing.role is Role.ACT or (thing.term and thing.term.attribute):
            continue
        for act in (n for n in acts if n != place and governs(look.element(n), thing, look.question)):
            stands = [m for m in look.stands(place) if m.start >= look.said(act).end]
            if stands and len(stands) == len(look.stands(place)) and all(inside(look, act, m) for m in stands):
                yield place, None


def inside(look: Look, act: int, thing: Mention) -> bool:
    """Whether right behind an act stands something of its own that is only a part of the thing, or only the thing's."""
    return owning(look, act, thing) or part_of(look, act, thing) or led_from(look, act, thing)


def owning(look: Look, act: int, thing: Mention) -> bool:
    """Whether what an act is done to is the thing's: "destroyed the church's roof"."""
    side = Side(look.sentence, look.text)
    owns = OWNS.match(look.text, thing.end)
    owned = head_behind(owns.end(), side) if owns else None
    ahead = {word.group().lower() for word in side.words(look.said(act).end, thing.start)}
    return owned is not None and owned.start not in look.heard and ahead <= look.small.article


def part_of(look: Look, act: int, thing: Mention) -> bool:
    """Whether an act is done to a share of the thing: "bought 40% of the firm"; not "all of it"."""
    side = Side(look.sentence, look.text)
    shares = [
        m for m in look.sentence.mentions if m.kind is Kind.PERCENT and look.said(act).end <= m.start < thing.start
    ]
    named = Side(look.sentence, look.text).term_at(thing.start)
    if not shares or any(str(m.value) == WHOLE for m in shares):
        return False
    if named and not SHARES.isdisjoint(named.concepts):
        return False
    around = [*side.words(look.said(act).end, shares[0].start), *side.words(shares[0].end, thing.start)]
    led = {word.group().lower() for word in around}
    return bool(led & look.small.of) and led <= look.small.of | look.small.article


def led_from(look: Look, act: int, thing: Mention) -> bool:
    """Whether right behind an act stands a noun of its own, and a preposition leads from there to the thing."""
    behind = [t for t in look.sentence.terms if look.said(act).end <= t.start < thing.start]
    plain = {word for t in behind if t.attribute for word in t.text.lower().split()}
    head = next((t for t in behind if not t.attribute), None)
    small, side = look.small, Side(look.sentence, look.text)
    done = any(t.act and t is not head for t in behind)
    if head is None or done or head.start in look.heard or head.valued or head.named:
        return False
    ahead = {word.group().lower() for word in side.words(look.said(act).end, head.start)}
    led = {word.group().lower() for word in side.words(head.end, thing.start)}
    leads = any(word not in small.article and not is_content(word, look.sentence.language) for word in led)
    joined = small.together | small.relative | small.contrast
    whole = MEASURES | {"star-in"} | {id for id in head.concepts if CONCEPTS[id].root == "place"}
    return (
        (bool(ahead & small.article) or not SHARES.isdisjoint(head.concepts))
        and ahead <= small.article | plain
        and (leads or (bool(small.genitive and led) and led <= small.of))
        and led.isdisjoint(joined)
        and all(word.strip("'’").isalpha() for word in led)
        and whole.isdisjoint(head.concepts)
    )


WHOLE = "100 %"
"""All of it, as a share."""

SHARES = frozenset({"share-stock", "share-part"})
"""What is bought of a firm without buying it: "bought shares in the firm"."""


def done_to_another(look: Look, thing: Element, act: int, stands: Mention) -> bool:
    """Whether an act has an object of its own, and another act stands before the claim's object."""
    done = look.said(act)
    if thing.role is Role.NAME:
        others = [m.start for m in look.strangers if alike(thing, m) and done.end <= m.start < stands.start]
    else:
        clause = next((part for part in look.clauses if part.holds(done.start)), None)
        apart = clause is not None and not clause.relative and not clause.holds(stands.start)
        others = [t.start for t in content(clause, look.sentence) if t.start > done.end] if clause and apart else []
    return any(start not in look.heard for start in others[:1]) and look.acts(others[0], stands.start)


def governs(act: Element, name: Element, question: Question) -> bool:
    """Whether a name follows an act in the claim with nothing but an article between them."""
    between = question.reading.text[act.detail.end : name.detail.start]
    article = slots(question.reading.language).article
    return between[:1].isspace() and all(word.lower() in article for word in between.split())


BESIDE = 12
"""How many code points may lie between an adjective and its noun ("drones israéliens")."""


def of_the_object(look: Look) -> Denials:
    """The land that does it in the claim, and here only qualifies what it is done to: "bought Israeli drones"."""
    acts = [look.element(n).detail for n in look.here if look.element(n).role is Role.ACT]
    for place in look.here:
        land = look.element(place)
        if land.detail.kind is not Kind.PLACE or not any(land.detail.end <= act.start for act in acts):
            continue
        first = min(act.start for act in acts)
        things = [m for n in look.here if look.element(n).detail.start > first for m in look.stands(n)]
        stands = look.stands(place)
        if stands and all(
            m.kind is Kind.TERM and any(0 < apart(m, thing) <= BESIDE for thing in things) for m in stands
        ):
            yield place, None


def alike(subject: Element, mention: Mention) -> bool:
    """Whether a name may be what the subject is: a place beside a place, anybody beside anybody."""
    return (mention.kind is Kind.PLACE) == (subject.detail.kind is Kind.PLACE)


# --- figures and their things ---


def of_another_item(look: Look) -> Denials:
    """A value of one item of a list beside the name of another, which has a value of its own."""
    for place in look.here:
        element = look.element(place)
        if element.role is not Role.VALUE:
            continue
        mention = look.said(place)
        rivals = [m for m in look.sentence.mentions if m.kind is element.detail.kind and m.start not in look.heard]
        rivals = measured_alike(element, rivals, look.question, look.sentence, look.text)
        if shares(look, mention, place):
            yield place, None
        for thing in things(look, place) if rivals else ():
            own = ranked(look, thing, mention, rivals) or own_value(look, thing, mention, rivals)
            if own is not None:
                against = compare(element.detail.value, own.value)
                denies = against.likeness is Likeness.CONFLICTS
                yield place, Hit(look.sentence.number, own, Relation.CONFLICTS, why=against.why) if denies else None


def things(look: Look, place: int) -> list[int]:
    """What a value may be of: the names, and the nearest word before it where nothing else stands in its item."""
    value, item = look.element(place).detail, look.item(look.said(place).start)
    names = [n for n in look.here if look.element(n).role is Role.NAME]
    beside = any(n != place and not look.element(n).term and look.item(look.said(n).start) == item for n in look.here)
    if beside or value.kind is Kind.DATE:
        return names
    before = [(n, e) for n in look.here if (e := look.element(n)).term and e.detail.end <= value.start]
    words = [(n, e) for n, e in before if (e.role is Role.TERM and e.weight) or noun(e.detail.start, look.question)]
    nearest = sorted((gap(e.detail, value), n) for n, e in words)
    return [*names, *(n for _, n in nearest[:1])]


def own_value(look: Look, thing: int, said: Mention, rivals: Sequence[Mention]) -> Mention | None:
    """The value in the thing's own item, where the claimed one stands in the item of another thing; else None."""
    item, stands = look.item(said.start), look.stands(thing)
    if any(item.start <= m.start < item.end or leads_to(look, m, item) for m in stands):
        return None
    if not others_item(look, thing, item):
        return None
    for mention in stands:
        span = look.item(mention.start)
        own = [m for m in rivals if span.start <= m.start < span.end]
        if own and not shared(look, mention, span, item):
            return min(own, key=lambda m: apart(m, mention))
    return None


def leads_to(look: Look, thing: Mention, item: Span) -> bool:
    """Whether an item is a clause about the thing right before it: "in the storm, which killed 12"."""
    words = [w.group().lower() for w in Side(look.sentence, look.text).words(thing.end, item.end) if w.group() != ","]
    close = not any(t.start < item.start for t in look.sentence.terms if t.start >= thing.end)
    return close and not look.small.relative.isdisjoint(words[:1])


def others_item(look: Look, thing: int, item: Span) -> bool:
    """Whether an item of a list has a thing of its own: a name of the kind, or a word where the thing is a word."""
    element = look.element(thing)
    if element.role is Role.NAME:
        return any(item.start <= m.start < item.end and alike(element, m) for m in look.strangers)
    return any(t.start not in look.heard and not t.attribute for t in content(Segment((item,)), look.sentence))


def shared(look: Look, mention: Mention, span: Span, item: Span) -> bool:
    """Whether a name is the subject that a later item shares: it opens its clause, no preposition before it."""
    before = {word.lower() for word in look.text[span.start : mention.start].split()}
    opens = not before & (look.small.stop - look.small.article) and not look.part(mention)
    acts = look.acts(mention.end, span.end) and not look.acts(item.start, item.end)
    return opens and acts and span.start < item.start


def ranked(look: Look, thing: int, said: Mention, rivals: Sequence[Mention]) -> Mention | None:
    """The value of the thing's own rank, where "respectively" pairs two lists off; None where it is the claimed one."""
    if look.small.respective.isdisjoint(look.sentence.words):
        return None
    values = sorted((said, *rivals), key=lambda m: m.start)
    element = look.element(thing)
    if element.role is Role.NAME:
        listed = [m.start for m in look.sentence.mentions if m.kind in NAME_KINDS and alike(element, m)]
    else:
        listed = [t.start for t in content(Segment(tuple(look.items)), look.sentence) if t.start < values[0].start]
    listed = listed[-len(values) :]
    at = next((listed.index(m.start) for m in look.stands(thing) if m.start in listed), None)
    return values[at] if at is not None and len(listed) == len(values) and values[at] != said else None


def of_another_rank(look: Look) -> Denials:
    """A thing of another rank than the claim's own, where "respectively" pairs off who did what."""
    ranks = {n: where for n in look.here if (where := rank_of(look, n))}
    before = [(n, where) for n, where in ranks.items() if where[0] == 0]
    named = [where for n, where in before if look.element(n).role is Role.NAME] or [where for _, where in before]
    for place, (half, rank) in ranks.items():
        if half == 1 and named and all(rank != own for _, own in named):
            yield place, None


def of_the_other_half(look: Look) -> Denials:
    """What two clauses say of two, each of the other one: "Berg came first and Lund last", where Lund came first."""
    claim = look.question.reading.sentences[0]
    halves = chunks(claim, look.question.reading.text)
    rows = [n for n in look.here if len(look.stands(n)) == 1 and look.element(n).detail.end]
    if len(halves) != 2 or len(look.question.reading.sentences) > 1:
        return
    mine = {n: halves[0].end <= look.element(n).detail.start for n in rows}
    theirs = {n: look.item(look.said(n).start).start for n in rows}
    names = [n for n in rows if look.element(n).role is Role.NAME]
    said = [n for n in rows if n not in names]
    where = [{theirs[n] for n in part if mine[n] is half} for part in (names, said) for half in (False, True)]
    of_first, of_second, said_first, said_second = where
    if (
        of_first == said_second
        and of_second == said_first
        and len(of_first) == len(of_second) == 1
        and of_first != of_second
    ):
        yield from ((n, None) for n in said)


def rank_of(look: Look, place: int) -> tuple[int, int] | None:
    """In which of two paired lists an element stands, and as how many-eth: a name, or what its item opens with."""
    if look.small.respective.isdisjoint(look.sentence.words) or len(look.stands(place)) != 1:
        return None
    # A list may open with words of its own between commas ("…, respectively, the"): they are no item.
    items = [span for span in look.items if any(span.start <= t.start < span.end for t in content_of(look))]
    said = look.said(place).start
    at = next((n for n, span in enumerate(items) if span.start <= said < span.end), None)
    half, joined = (len(items) + 1) // 2, len(items) % 2
    if at is None or len(items) < 3:
        return None
    if joined and at == half - 1:  # the last of the first list, its act, and the first of the second
        acts = [t.end for t in look.sentence.terms if t.act and items[at].start <= t.start < items[at].end]
        behind = bool(acts) and said >= acts[0]
        opens = next((t.start for t in content_of(look) if acts and t.start >= acts[0]), None)
    else:
        behind = at >= half
        opens = next((t.start for t in content_of(look) if items[at].start <= t.start), None)
    if behind:
        return (1, at - half + joined) if said == opens else None
    return (0, at)


def content_of(look: Look) -> list[Term]:
    """The sentence's terms without the word that pairs its lists off."""
    return [t for t in look.sentence.terms if fold(t.text) not in look.small.respective]


def shares(look: Look, said: Mention, place: int) -> bool:
    """Whether another detail of the claim is told of a part of a count only: "900 jobs, of which 20 here"."""
    for opener in look.small.share:
        for found in re.finditer(rf"\b{re.escape(opener)}\b", look.text[said.end : look.sentence.passage.end].lower()):
            at = said.end + found.start()
            item = next(span for span in reversed(look.items) if span.start <= at)
            told = [look.said(n) for n in look.here if n != place and not look.element(n).term]
            return any(at < m.start and item.start <= m.start < item.end for m in told)
    return False


# --- parts and wholes ---


NEXT_TO = 12
"""How many code points may lie between a verb and the figure that it has for an object ("will keep some 410")."""


def of_a_whole(look: Look) -> Denials:
    """The whole of which an act concerns only a part: who keeps 340 of 410 workers does not keep 410."""
    for place in look.here:
        mention, detail = look.said(place), look.element(place).detail
        part = part_before(mention, look.sentence.mentions, look.text, look.sentence.language)
        behind = [said for n in look.here if 0 <= (said := look.said(n)).start - mention.end <= 2]
        done = [
            look.said(n).start
            for n in look.here
            if (e := look.element(n)).term and e.weight and 0 <= detail.start - e.detail.end <= NEXT_TO
        ]
        if part is not None and not behind and any(start < part.start for start in done):
            yield place, None
        elif any(qualifies(look, said) for said in behind) or claimed_of_part(look, place):
            continue
        elif (part or is_short(look, mention)) and said_of_part(look, place):
            yield place, only_part(look, place, part) if part else None


def qualifies(look: Look, behind: Mention) -> bool:
    """Whether a verb right behind a noun only tells which are meant: "one of the three persons arrested was freed"."""
    if look.small.unbound:
        return behind.text.lower().endswith(tuple(look.small.unbound))
    said = predicates(look.sentence, words_of(look.text, look.sentence.passage), look.small)
    clause = next((part for part in look.clauses if part.holds(behind.start)), None)
    return any(clause is not None and clause.holds(at) and at != behind.start for at in said)


def is_short(look: Look, whole: Mention) -> bool:
    """Whether a word says that only some of a figure are meant, or a part is told behind: "of the 45 towns, seven"."""
    opened, language = look.sentence.passage.start, look.sentence.language
    rest = look.text[whole.end : look.sentence.passage.end]
    behind = any(rest[first:last].lower() not in look.small.article for first, last, _ in numbers(rest, language))
    return portion_of(whole.start, look.text, opened, language) or (
        behind and opens_whole(whole.start, look.text, opened, language)
    )


def claimed_of_part(look: Look, place: int) -> bool:
    """Whether the claim too tells of a part only: "most of the 30 members"."""
    text, language = look.question.reading.text, look.question.reading.language
    mentions = [m for sentence in look.question.reading.sentences for m in sentence.mentions]
    whole = mention_of_detail(look.element(place))
    part = part_before(whole, mentions, text, language)
    return part is not None or any(tells(whole.start, text, 0, language) for tells in (portion_of, opens_whole))


def said_of_part(look: Look, place: int) -> bool:
    """Whether what the claim says of its figure is said here, and not of the whole: "one of the 30 who signed"."""
    whole, figure = look.said(place), look.element(place).detail
    told = [(gap(e.detail, figure), n) for n in look.here if (e := look.element(n)).term and e.weight and n != place]
    told = [(far, n) for far, n in told if not figure.start <= look.element(n).detail.start < figure.end]
    if look.element(place).role is not Role.VALUE or not told:
        return False
    said = look.said(min(told)[1]).start
    if whole.start <= said < whole.end:
        return False  # "one of the three arrested persons"
    between = re.findall(r"[^\W\d_]+|,", look.text[whole.end : said].lower())
    pairs = {*between, *("," + word for comma, word in pairwise(between) if comma == ",")}
    return (look.small.relative | look.small.under).isdisjoint(pairs) and not (between and between[-1] in look.small.to)


def only_part(look: Look, place: int, part: Mention) -> Hit | None:
    """The part as what denies the claimed whole, where the sentence says that there are no more: "only two of the"."""
    before = look.text[look.sentence.passage.start : part.start].lower().split()[-1:]
    against = compare(look.element(place).detail.value, part.value)
    if look.small.merely.isdisjoint(before) or against.likeness is not Likeness.CONFLICTS:
        return None
    return Hit(look.sentence.number, part, Relation.CONFLICTS, why=against.why)


def of_a_part(look: Look) -> Denials:
    """What is said only of a part, where the claim's figure is the whole: "19 were hurt, three of them badly"."""
    shares = sorted(look.small.share)
    found = re.search(r"(?<!\w)(?:" + "|".join(map(re.escape, shares)) + r")(?!\w)", look.here_said) if shares else None
    if found is None:
        return
    part = look.item(look.sentence.passage.start + found.start())
    wholes = [n for n in look.here if look.element(n).role is Role.VALUE and look.said(n).kind in AMOUNTS]
    if not wholes or any(look.said(n).end > part.start for n in wholes):
        return
    of_part = [
        n for n in look.here if look.element(n).term and all(part.start <= m.start < part.end for m in look.stands(n))
    ]
    for place in (*of_part, *wholes) if of_part else ():
        yield place, None


def whole_of_a_part(mention: Mention, sentence: Sentence, text: str) -> bool:
    """Whether a figure is the whole of which another figure tells a part: it is no other value of the part."""
    return part_before(mention, sentence.mentions, text, sentence.language) is not None


def same_item(a: Mention, b: Mention, sentence: Sentence, text: str) -> bool:
    """Whether two mentions stand in one item of a list."""
    return any(span.start <= a.start < span.end and span.start <= b.start < span.end for span in chunks(sentence, text))
