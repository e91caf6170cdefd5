"""How far a denial reaches: what contradicts a claim that denies, and what of a passage's denial is of something else.

Who "was not arrested in May" may have been arrested in June; a plan, another bound or a wider place denies nothing.
"""

from __future__ import annotations

from factcheck.lang.concepts import CONCEPTS
from factcheck.lang.mood import Cue, marks
from factcheck.lang.slots import slots
from factcheck.match.against.polarity import corrected
from factcheck.match.hits import Hit, mention_of
from factcheck.match.question import Element, Question, Role
from factcheck.match.tenses import perfect
from factcheck.match.whose.roles import employing
from factcheck.match.whose.ties import AMOUNTS
from factcheck.match.windows import ENOUGH_TERMS, Window, presents, rows_of, share
from factcheck.model import Amount, DateValue, Kind, Mention, Quantity, Relation, Value
from factcheck.reading import Term
from factcheck.reading.side import Side
from factcheck.reading.voice import helped, nominal


def falls_within(question: Question, seen: Window, denial: Cue) -> bool:
    """Whether what a passage states is among what the claim denies: every word that the denial reaches is stated.

    Who "was not arrested in May" may have been arrested in June; what only tells who that is denies nothing.
    """
    rows = rows_of(question, seen, set(Role))
    reached = [row for row in rows if reaches(denial, row[0])]
    told = [row for row in rows if not reaches(denial, row[0])]
    return (
        denial.rule != "without"
        and all(hit and (hit.precise or yearless(hit)) for e, hit in reached if e.weight)
        and all(hit and hit.precise for e, hit in told if e.role is not Role.TERM)
        and share([row for row in told if row[0].role is Role.TERM and not presents(row[0], question)]) >= ENOUGH_TERMS
    )


def no_longer_had(question: Question, seen: Window, text: str) -> bool:
    """Whether a claim only says that somebody has something, and a passage that it is lost, missing or given away.

    Of a figure it is told by the verb that has it for an object: "the school expelled 300 pupils" has not 300 pupils.
    """
    claim = question.reading
    having = not slots(claim.language).have.isdisjoint(claim.text.lower().split())
    employers = [e for e in question.elements if e.term and employing(e.term)]
    acting = any(e.role is Role.ACT and e not in employers for e in question.elements)
    if not (having or employers) or acting or any(map(perfect, claim.sentences)):
        return False
    counts = [hit.mention for _, hit in rows_of(question, seen, {Role.VALUE}) if hit and hit.mention.kind in COUNTED]
    if counts:
        return any(had_otherwise(count, Side(seen.sentence, text)) for count in counts)
    claimed = {id for sentence in claim.sentences for t in sentence.terms for id in t.concepts}  # "had a loss"
    return any(not PARTED_WITH.isdisjoint(t.concepts) and claimed.isdisjoint(t.concepts) for t in seen.sentence.terms)


def had_otherwise(count: Mention, side: Side) -> bool:
    """Whether things that are counted are only what a verb does something to, which is not having them.

    "The 300 pupils" that are spoken of as known are there.
    """
    small = slots(side.language)
    ahead = side.words(side.sentence.passage.start, count.start)
    if ahead and ahead[-1].group().lower() in (small.article - small.indefinite) | small.possessive:
        return False
    before = [t for t in side.sentence.terms if t.end <= count.start][-1:]
    governing = [t for t in before if t.verbal and not nominal(mention_of(t), side)]
    between = {word.group().lower() for t in before for word in side.words(t.end, count.start)}
    if governing and "," not in between:
        return HAVING.isdisjoint(governing[0].concepts)
    if before and not small.have.isdisjoint(between):
        behind = (t for t in side.sentence.terms if t.start >= count.end and small.closing)
        return any(t.verbal and HAVING.isdisjoint(t.concepts) for t in behind)  # "hat 300 Kühe verkauft"
    suffered = next((t for t in side.sentence.terms if t.start >= count.end and not t.attribute), None)
    return bool(not before and suffered and suffered.verbal and helped(mention_of(suffered), side))


COUNTED = frozenset({Kind.QUANTITY})
"""Kinds of values that count things which somebody may have."""

HAVING = frozenset(
    "own-hold employ consist accommodate receive-guest manage coordinate function-act reach-amount lead be-among "
    "count-act teach serve-food boast".split()
)
"""What is done with things that one has."""


UNHAD = frozenset("lack lose deprive exclude ban cut-act disqualify-office".split())
"""Concepts that deny what they are said of: what is lost or missing is not had, what is banned is not done."""

PARTED_WITH = UNHAD | frozenset("sell destroy theft need-verb demand-market abandon close".split())
"""What is done to a thing that one has no more, or has not yet."""


def denied_by_word(question: Question, seen: Window, *, claimed: bool) -> bool:
    """Whether a word of one side denies what the other denies with "no": "lost its keel", "has no keel".

    It is the claim's where `claimed`, else the passage's. It must stand right before something of both, with one word
    between at most, and on that side only.
    """
    pairs = [(e.detail.start, h.mention.start) for e, h in rows_of(question, seen, set(Role)) if h]
    asked = [term for sentence in question.reading.sentences for term in sentence.terms]
    terms, others = (asked, seen.sentence.terms) if claimed else (seen.sentence.terms, asked)
    met = {mine if claimed else theirs for mine, theirs in pairs}
    language = question.reading.language if claimed else seen.sentence.language
    ahead = 2 if slots(language).closing else 0  # only a verb that closes its clause stands behind what it denies
    return any(
        not UNHAD.isdisjoint(term.concepts)
        and not any(set(term.concepts) & set(other.concepts) for other in others)
        and any(near.start in met for near in (*terms[max(place - ahead, 0) : place], *terms[place + 1 : place + 3]))
        for place, term in enumerate(terms)
    )


def both_deny(question: Question, here: Cue) -> bool:
    """Whether a claim says that somebody denies something, and a passage that they reject it: "rejects the charges"."""
    asked = question.reading  # whose own words of denial are among its elements, and no longer among its cues
    said = (marks(asked.text, s.passage.start, s.passage.end, s.language) for s in asked.sentences)
    return here.rule == DENIAL and any(cue.rule == DENIAL for cues in said for cue in cues)


DENIAL = "denial"
"""The rule of verbs of denial: denied, rejects, dément."""


def yearless(hit: Hit) -> bool:
    """Whether a passage gives the day or month without its year, which may well be the claim's."""
    value = hit.mention.value
    return isinstance(value, DateValue) and value.timex.startswith("XXXX-") and hit.relation is Relation.COMPATIBLE


def reaches(denial: Cue, element: Element) -> bool:
    """Whether a denial of the claim bears on one of its elements."""
    return denial.scope.start <= element.detail.start < denial.scope.end


def of_wider_place(question: Question, seen: Window) -> bool:
    """Whether the passage gives an amount for the whole of which the claim names a part: a land's is not its city's."""
    amounts = any(c and e.detail.kind in AMOUNTS for e, c in zip(question.elements, seen.clashes, strict=True))
    places = (hit for e, hit in rows_of(question, seen, {Role.NAME}) if e.detail.kind is Kind.PLACE)
    return amounts and any(hit and not hit.precise for hit in places)


def of_a_part_there(question: Question, seen: Window) -> bool:
    """Whether a passage gives a smaller figure of what a firm has in one place, and the claim one of all that it has.

    Who "employs 1,200 people in Norway" may employ 5,000.
    """
    had = any(e.term and not HOLDING.isdisjoint(e.term.concepts) for e in question.elements)
    if not had or any(part == "in" for s in question.reading.sentences for part in s.parts.values()):
        return False
    known = {said.mention.start for said in (*seen.hits, *seen.clashes) if said}
    there = [start for start, part in seen.sentence.parts.items() if part == "in" and start not in known]
    return any(
        less(clash.mention.value, e.detail.value) and any(abs(at - clash.mention.start) <= NEAR_FIGURE for at in there)
        for e, clash in zip(question.elements, seen.clashes, strict=True)
        if clash
    )


def less(one: Value, two: Value) -> bool:
    """Whether a count or measure is surely less than another."""
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)):
        return False
    return one.amount.high is not None and two.amount.low is not None and one.amount.high < two.amount.low


HOLDING = frozenset({"employ", "employment", "owner", "produce", "sell"})
"""What a firm does in many places."""

NEAR_FIGURE = 40
"""How far from a figure, in code points, a place may stand in which alone it is true."""


def bounded(question: Question, seen: Window, denial: Cue) -> bool:
    """Whether a claim denies a bound that is not the passage's own: "not less than 2 %" is met by 2 %.

    A bound that a verb makes ("did not exceed 10 %") is denied with its verb.
    """
    rows = rows_of(question, seen, {Role.VALUE})
    verbs = {e.detail.end + 1 for e, hit in rows_of(question, seen, {Role.ACT}) if hit}
    return any(
        hit is not None and hit.relation is not Relation.EQUAL and amount.low != amount.high
        for e, hit in rows
        if reaches(denial, e) and e.detail.start not in verbs
        if isinstance(amount := getattr(e.detail.value, "amount", None), Amount)
    )


def ahead(question: Question, seen: Window) -> bool:
    """Whether the act lies ahead of what the passage tells: "published before its review" does not say it was done."""
    marks = [term.end for term in seen.sentence.terms if "before" in term.concepts]
    words = [hit.mention.start for e, hit in rows_of(question, seen, {Role.ACT, Role.TERM}) if hit]
    return any(0 < start - end <= BESIDE for end in marks for start in words)


BESIDE = 8
"""How many code points may lie between "before" and what is still to be done ("before its review")."""


def of_another(question: Question, seen: Window) -> bool:
    """Whether what is denied is denied of another place than the claim's, or of what the claim's thing stood in for."""
    if corrected(seen.hits, seen.sentence):
        return True
    return in_another_place(question, seen) or done_to_another(question, seen)


def done_to_another(question: Question, seen: Window) -> bool:
    """Whether an act is denied of another thing than the claim's: who did not visit the hospital may visit the school.

    The claim's thing stands right behind its act and is not in the passage, where another stands behind the act.
    """
    rows = list(zip(question.elements, seen.hits, seen.clashes, strict=True))
    known = {said.mention.start for said in (*seen.hits, *seen.clashes) if said}
    for act, hit, _ in rows:
        if act.role is not Role.ACT or hit is None or hit.sentence != seen.sentence.number:
            continue
        behind = [row for row in rows if 0 < row[0].detail.start - act.detail.end <= OBJECT_REACH]
        thing = min(behind, key=lambda row: row[0].detail.start, default=None)
        theirs = (t for t in seen.sentence.terms if 0 < t.start - hit.mention.end <= OBJECT_REACH)
        other = min(theirs, key=lambda t: t.start, default=None)
        if thing and is_thing(thing[0].term) and not (thing[1] or thing[2]) and is_thing(other):
            return other is not None and other.start not in known
    return False


def only_of_a_kind(question: Question, seen: Window, denial: Cue) -> bool:
    """Whether a passage denies only one kind of what the claim names: who "sells no white bread" may sell bread."""
    known = {said.mention.start for said in (*seen.hits, *seen.clashes) if said}
    behind_it = (t for t in seen.sentence.terms if t.start >= denial.end and t.start not in known)
    terms = [t for t in behind_it if not t.named and t.text.islower()]
    for e, hit in zip(question.elements, seen.hits, strict=True):
        if (
            hit is None
            or not is_thing(e.term)
            or hit.mention.start < denial.end
            or hit.sentence != seen.sentence.number
        ):
            continue
        ahead = any(t.end + 1 == hit.mention.start and (t.attribute or is_thing(t)) for t in terms)
        behind = any(t.start == hit.mention.end + 1 and t.attribute for t in terms)
        if ahead or behind:
            return True
    return False


def is_thing(term: Term | None) -> bool:
    return term is not None and bool(term.concepts) and not (term.act or term.attribute or term.valued)


OBJECT_REACH = 6
"""How many code points may lie between a verb and the thing that it is done to: an article."""


def in_another_place(question: Question, seen: Window) -> bool:
    """Whether a passage says nothing of a place that the claim names, and names another one."""
    known = {said.mention.start for said in (*seen.hits, *seen.clashes) if said}
    rows = zip(question.elements, seen.hits, seen.clashes, strict=True)
    missing = any(e.detail.kind is Kind.PLACE and not (hit or clash) for e, hit, clash in rows)
    parts = seen.sentence.parts
    return missing and any(
        m.start not in known and (m.kind is Kind.PLACE or parts.get(m.start) == "in") for m in seen.sentence.mentions
    )


def told_apart(question: Question, seen: Window) -> bool:
    """Whether a passage that denies a claim differs from it in more than that: it tells of another one of the kind.

    What the second vote approved the first may have rejected; what is so of the new bridge was not so of the old one.
    """
    rows = list(zip(question.elements, seen.hits, seen.clashes, strict=True))
    denying = sum(1 for _, hit, clash in rows if clash or (hit and hit.opposite))
    ranked = any(clash and e.detail.kind is Kind.ORDINAL for e, _, clash in rows)
    done = min((e.detail.start for e, *_ in rows if e.role is Role.ACT), default=None)
    unsaid = [e.term for e, hit, clash in rows if e.term and not (hit or clash) and opens(e, done)]
    other = any(qualified_otherwise(term, seen) for term in unsaid)
    return other or (ranked and denying > 1) or in_another_place(question, seen)


def opens(element: Element, act: int | None) -> bool:
    """Whether a word of a claim stands before its act, where its subject is told; anywhere where there is no act."""
    return act is None or element.detail.start < act


def qualified_otherwise(term: Term, seen: Window) -> bool:
    """Whether a word that tells its thing apart from others has its contrary here ("old", "new"), or is a deputy's."""
    if not DEPUTIES.isdisjoint(term.concepts):
        return True
    contrary = {other for id in term.concepts for other in CONCEPTS[id].opposites | CONCEPTS[id].excludes}
    tells_apart = term.attribute or term.somebody
    return tells_apart and any(not contrary.isdisjoint(other.concepts) for other in seen.sentence.terms)


DEPUTIES = frozenset({"deputy-head"})
"""Words of who stands below somebody of the same title: what is so of the director is not so of the deputy director."""
