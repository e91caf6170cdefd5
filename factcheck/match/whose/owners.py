"""What is somebody's own is not that somebody: "Berg's father signed" does not say that Berg did."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.lang.concepts import CONCEPTS
from factcheck.lang.slots import slots
from factcheck.match.hits import Hit, Places, mention_of
from factcheck.match.question import Element, Question, Role
from factcheck.match.whose.parties import Row, mention_of_detail
from factcheck.match.whose.possessives import possessive_before, somebody_between
from factcheck.model import Kind, Mention
from factcheck.reading import Term
from factcheck.reading.side import OWNS, Side
from factcheck.reading.voice import names_doer, nominal


def owners(
    rows: list[Row], question: Question, side: Side, found: Places, hits: list[Hit | None]
) -> Iterator[tuple[int, None]]:
    """The claim's doers and sufferers who only own here what the sentence speaks of."""
    claimed = [Side(sentence, question.reading.text) for sentence in question.reading.sentences]
    heard = [hit.mention for hit in hits if hit and hit.sentence == side.sentence.number]
    counted = [(e.detail.start, e.detail.end) for e in question.elements if e.role is Role.VALUE]
    told = [e.term for _, e in rows if e.term and not any(a <= e.detail.start < b for a, b in counted)]
    if any(CONCEPTS[id].kind == "relation" for term in told for id in term.concepts):
        return  # whose wife somebody is, others tell
    if (opening := min(rows, key=lambda row: row[1].detail.start, default=None)) and opening[1].role is Role.TERM:
        here = [hit.mention for hit in found[opening[0]].get(side.sentence.number, ())]
        if here and bare(opening[1], claimed) and all(only_of(mention, heard, side) for mention in here):
            yield opening[0], None
    for place, name in rows:
        if name.role is not Role.NAME or name.detail.kind is Kind.PLACE or not bare(name, claimed):
            continue
        here = [hit.mention for hit in found[place].get(side.sentence.number, ())]
        owned = [thing for m in here if (thing := owned_by(m, side)) and not joined_to(thing, heard, side)]
        if here and len(owned) == len(here) and all(parts_from(name, thing) for thing in owned):
            yield place, None


def told_another_s(rows: list[Row], question: Question, side: Side, found: Places) -> Iterator[tuple[int, None]]:
    """The owners whom a claim names, where what is theirs is "its" here and that may be of somebody else.

    "Lund sued Falk after a fire destroyed its mill" does not say whose mill it was.
    """
    number = side.sentence.number
    claimed = [Side(sentence, question.reading.text) for sentence in question.reading.sentences]
    for place, name in rows:
        things = [thing for claim in claimed if (thing := claimed_as_theirs(name, claim))] if named_owner(name) else []
        owned = (n for n, e in rows if any(e.detail.start == thing.start for thing in things))
        said = [hit.mention for n in owned for hit in found[n].get(number, ())]
        owning = [at for thing in said if (at := possessive_before(thing, side)) is not None]
        here = [hit.mention for hit in found[place].get(number, ())]
        known = len(owning) < len(said) or any(m.start in owning for m in here)
        between = [somebody_between(m, at, side) for m in here for at in owning if m.end <= at]
        if between and all(between) and not known:
            yield place, None


def named_owner(name: Element) -> bool:
    return name.role is Role.NAME and name.detail.kind is not Kind.PLACE


def claimed_as_theirs(name: Element, claim: Side) -> Term | None:
    """What a claim says to be somebody's."""
    mention = mention_of_detail(name)
    if owning := OWNS.match(claim.text, mention.end):
        return head_behind(owning.end(), claim)
    return head_before(mention, claim) if claim.sentence.parts.get(mention.start) == "of" else None


def only_of(thing: Mention, heard: list[Mention], side: Side) -> bool:
    """Whether a thing is only what the subject is of or about: "repairs to the bridge cost", "the bridge's pillars"."""
    if owning := OWNS.match(side.text, thing.end):
        subject = head_behind(owning.end(), side)
    else:
        before = [t for t in side.sentence.terms if t.end <= thing.start and side.sentence.passage.start <= t.start]
        subject = before[-1] if before and governed(before[-1], thing, side) else None
    if subject is None or subject.valued or subject.attribute or not MEASURES.isdisjoint(subject.concepts):
        return False
    return not (joined_to(subject, heard, side) or gathers(subject, thing, side))


def gathers(subject: Term, thing: Mention, side: Side) -> bool:
    """Whether a noun only says that there are several: what "a team of biologists" finds, biologists find."""
    between = [word.group().lower() for word in side.words(subject.end, thing.start)]
    return not GATHERED.isdisjoint(subject.concepts) and len(between) == 1 and between[0] in slots(side.language).of


GATHERED = frozenset({"team", "group-body", "crew", "gang", "delegation"})
"""Several people as one."""

MEASURES = frozenset({"cost", "rate", "number-count", "quantity", "total", "average", "height-size", "volume-thing"})
"""What is told of a thing by giving its figure: the price of oil rose where oil rose."""


def governed(head: Term, thing: Mention, side: Side) -> bool:
    """Whether nothing but a preposition and articles lead to a thing from a noun that opens its clause or an aside."""
    small = slots(side.language)
    between = [word.group().lower() for word in side.words(head.end, thing.start)]
    like = {t.start for t in side.sentence.terms if t.attribute}
    opening = side.words(side.sentence.passage.start, head.start)
    if not head.verbal or nominal(mention_of(head), side):
        opening = opening[max((n for n, word in enumerate(opening, 1) if word.group() == ","), default=0) :]
    ahead = {word.group().lower() for word in opening if word.start() not in like} - small.lapsed
    led = small.of | small.to | small.place | small.party
    return bool(led.intersection(between)) and set(between) <= led | small.article and ahead <= small.article


def joined_to(thing: Term, heard: list[Mention], side: Side) -> bool:
    """Whether a noun is of the claim, or stands in one list with such: "the childhood and youth of Berg"."""
    small = slots(side.language)
    listed = small.together | small.article
    return any(
        mention.start == thing.start
        or (mention.end <= thing.start and {w.group().lower() for w in side.words(mention.end, thing.start)} <= listed)
        for mention in heard
    )


def bare(name: Element, claimed: list[Side]) -> bool:
    """Whether a claim speaks of somebody, and not of what is theirs, nor where they are."""
    mention = mention_of_detail(name)
    return all(
        side.sentence.parts.get(mention.start, "by") == "by" and not OWNS.match(side.text, mention.end)
        for side in claimed
        if side.sentence.passage.start <= mention.start < side.sentence.passage.end
    )


def owned_by(name: Mention, side: Side) -> Term | None:
    """The noun of which a name only says whose it is: "Berg's father", "le père de Berg"; None for an act of theirs.

    What follows a name behind a mark is said of the name: "the attention of Berg, who founded a firm".
    """
    if side.text[name.end : name.end + 2].strip()[:1] in (",", "(") or excepted(name, side):
        return None
    thing = head_behind(owning.end(), side) if (owning := OWNS.match(side.text, name.end)) else head_before(name, side)
    return None if thing is None or (told_of(thing) and not names_doer(thing, side.language)) else thing


def excepted(name: Mention, side: Side) -> bool:
    return any(cue.rule == "except" and cue.scope.start <= name.start < cue.scope.end for cue in side.sentence.cues)


def head_behind(start: int, side: Side) -> Term | None:
    """The last noun of the words right behind a place that touch each other; none behind somebody: "rival leads"."""
    head, end = None, start
    for term in side.sentence.terms:
        if term.start < end:
            continue
        person = head is not None and (head.somebody or head.office)
        if person or side.text[end : term.start].strip() or term.act or tells_act(term):
            break
        head, end = (head if term.attribute else term), term.end
    return head


def head_before(name: Mention, side: Side) -> Term | None:
    """The noun before the "of" that leads to a name, or the person before a "for": "an aide to the minister Berg"."""
    small, start = slots(side.language), name.start
    before = [t for t in side.sentence.terms if t.end <= start]
    while before and (before[-1].office or before[-1].somebody) and not side.words(before[-1].end, start):
        start = before.pop().start  # a title
    if not before or before[-1].attribute or before[-1].valued:
        return None
    head, between = before[-1], {word.group().lower() for word in side.words(before[-1].end, start)}
    leading = small.of | (small.whither if head.somebody or head.office else frozenset())
    return head if between & leading and between <= leading | small.article else None


def tells_act(term: Term) -> bool:
    """Whether a word is a verb or a noun of an act in every meaning that it has."""
    return bool(term.concepts) and all(CONCEPTS[id].kind in ("act", "verb") for id in term.concepts)


def told_of(thing: Term) -> bool:
    """Whether what is somebody's is said of themselves: what they do or suffer, their age, their body."""
    return not OF_ONESELF.isdisjoint(thing.concepts) or tells_act(thing)


OF_ONESELF = frozenset({"age", "birthday", "career", "human-body", "name-call", "share-stock", "voice"})
"""What is no other thing than whose it is: whose body is found is found."""


ANOTHER = frozenset({"spokesperson", "competitor", "rival", "predecessor"})
"""Who is somebody else than the one whose they are, and does nothing in their name."""


def parts_from(name: Element, thing: Term) -> bool:
    """Whether what is owned does nothing for its owner: a board acts for a company, nobody for a person."""
    if name.detail.kind is Kind.PERSON:
        return True
    kinds = {CONCEPTS[id].kind for id in thing.concepts}
    acting = not {"office", "institution"}.isdisjoint(kinds)
    return not ANOTHER.isdisjoint(thing.concepts) or (not acting and (thing.somebody or "relation" in kinds))
