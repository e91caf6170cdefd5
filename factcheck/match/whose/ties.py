"""Whether what a sentence holds is said of the claim's own people and things, or of somebody's or something else's.

"The deal is worth 30 million and the loan 45 million" has both figures, and each belongs to one thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from operator import itemgetter

from factcheck.compare import Likeness, compare
from factcheck.lang.concepts import CONCEPTS
from factcheck.lang.slots import slots
from factcheck.match.against.clashes import apart, gap, known
from factcheck.match.hits import Hit, Places, mention_of
from factcheck.match.look import Look
from factcheck.match.measures import measured_alike
from factcheck.match.question import Element, Question, Role
from factcheck.match.whose.parties import mention_of_detail
from factcheck.model import Kind, Mention, Relation
from factcheck.reading import NAME_KINDS, TELLING, Sentence, part_before
from factcheck.reading.segments import chunks
from factcheck.reading.side import Side
from factcheck.reading.voice import nominal

AMOUNTS = frozenset({Kind.MONEY, Kind.QUANTITY, Kind.PERCENT, Kind.DURATION})
"""Kinds of values that a thing has; a day is an act's, and has its own rules."""


def another_s(
    question: Question, sentence: Sentence, found: Places, hits: Sequence[Hit | None], text: str
) -> dict[int, Hit | None]:
    """The amounts of a claim that here are another thing's, with the one that is the claimed thing's own."""
    amounts = [
        (place, element, hit)
        for place, (element, hit) in enumerate(zip(question.elements, hits, strict=True))
        if hit and hit.sentence == sentence.number and element.detail.kind in AMOUNTS
    ]
    ends = dict(turned_round(amounts, question, sentence, text)) | dict(from_the_end(amounts, question, sentence, text))
    reached = {hit.mention.start for _, e, hit in amounts if claimed_as_reached(e, question)}
    return ends | {
        place: own
        for place, element, hit in amounts
        if place not in ends and not (hit.mention.start in reached and led_to_here(hit.mention, sentence, text))
        for own in nearer(element, hit, sentence, question, found, text)
    }


CHANGE_REACH = 12
"""How many code points may lie between the two ends of a change: "from 40 million to 52"."""


def turned_round(
    amounts: Sequence[tuple[int, Element, Hit]], question: Question, sentence: Sentence, text: str
) -> Iterator[tuple[int, Hit | None]]:
    """The ends of a change that goes the other way here: "from 52 to 40" is not "from 40 to 52"."""
    for (_, start, first), (place, end, last) in permutations(amounts, 2):
        if start.detail.kind is not end.detail.kind:
            continue
        claimed = question.reading.text[start.detail.end : end.detail.start]
        here = text[last.mention.end : first.mention.start]
        if leads(claimed, question.reading.language) and leads(here, sentence.language):
            why = f"the change goes from {last.mention.text} to {first.mention.text}"
            yield place, Hit(last.sentence, last.mention, Relation.CONFLICTS, why=why)


def from_the_end(
    amounts: Sequence[tuple[int, Element, Hit]], question: Question, sentence: Sentence, text: str
) -> Iterator[tuple[int, Hit | None]]:
    """What a claim says a change reached, and here is where it began: "fell to 52" of "fell from 52 to 40"."""
    for place, element, hit in amounts:
        if (
            sum(e.detail.kind is element.detail.kind for _, e, _ in amounts) > 1
            or not claimed_as_reached(element, question)
            or led_to_here(hit.mention, sentence, text)
        ):
            continue
        others = [m for m in sentence.mentions if m.kind is hit.mention.kind and led_to_here(m, sentence, text)]
        if len(others) == 1 and apart(others[0], hit.mention) <= CHANGE_REACH:
            against = compare(element.detail.value, others[0].value)
            denies = against.likeness is Likeness.CONFLICTS
            yield place, Hit(hit.sentence, others[0], Relation.CONFLICTS, why=against.why) if denies else None


def of_the_start(look: Look) -> Iterator[int]:
    """The same of a bare figure, which is a word and no value: "fell to 97" of "fell to 58, from 97 a week earlier"."""
    for place in look.here:
        element, stands = look.element(place), look.stands(place)
        bare = element.term is not None and element.detail.text.isdigit()
        if (
            bare
            and stands
            and led_to(element.detail.start, look.question.reading.text, 0, look.question.reading.language)
        ):
            others = [t for t in look.sentence.terms if t.text.isdigit() and t.start not in {m.start for m in stands}]
            reached = any(led_to_here(mention_of(t), look.sentence, look.text) for t in others)
            if reached and not any(led_to_here(m, look.sentence, look.text) for m in stands):
                yield place


def led_to(start: int, text: str, opened: int, language: str) -> bool:
    """Whether "to" stands right before a figure, in what opens at `opened`."""
    before = text[opened:start].lower().split()[-1:]
    return bool(before) and before[0] in slots(language).to


def led_to_here(mention: Mention, sentence: Sentence, text: str) -> bool:
    return led_to(mention.start, text, sentence.passage.start, sentence.language)


def claimed_as_reached(element: Element, question: Question) -> bool:
    return led_to(element.detail.start, question.reading.text, 0, question.reading.language)


def leads(between: str, language: str) -> bool:
    """Whether what stands between two amounts leads from the first to the second: "to", "à"."""
    return 0 < len(between) <= CHANGE_REACH and bool(slots(language).to & set(between.lower().split()))


def nearer(
    element: Element, hit: Hit, sentence: Sentence, question: Question, found: Places, text: str
) -> list[Hit | None]:
    """The other amount that stands nearer to what the claim gives its amount to; nothing where none does."""
    if done := acts_of(element, sentence, question, found):
        return [None] if by_another_act(hit.mention, done, sentence, text) else []
    agreeing = [
        h.mention for hits in found for h in hits.get(sentence.number, ()) if h.relation is not Relation.CONFLICTS
    ]
    rivals = [m for m in sentence.mentions if m.kind is element.detail.kind and m not in agreeing]
    rivals = measured_alike(element, rivals, question, sentence, text)
    rivals = [m for m in rivals if part_before(m, sentence.mentions, text, sentence.language) is None]
    anchors = anchors_of(element, sentence, question, found)
    closest = [min(rivals, key=lambda rival: apart(rival, anchor)) for anchor, _ in anchors if rivals]
    if not closest or not all(
        apart(own, anchor) < apart(hit.mention, anchor) and (anchor.start < own.start) is before
        for own, (anchor, before) in zip(closest, anchors, strict=True)
    ):
        return []
    if paired(element, hit, closest[0], sentence, question, found, text):
        return []
    against = compare(element.detail.value, closest[0].value)
    if against.likeness is not Likeness.CONFLICTS or len(set(closest)) > 1:
        return [None]
    return [Hit(sentence.number, closest[0], Relation.CONFLICTS, why=against.why)]


def paired(
    element: Element, hit: Hit, rival: Mention, sentence: Sentence, question: Question, found: Places, text: str
) -> bool:
    """Whether another value or name of the claim stands in one item with its amount: "4.7 % in March, 3.8 % in May".

    Or right behind it, nearer than to the rival: "to 3.2 % in May from 2.9 % in April".
    """
    item = next((span for span in chunks(sentence, text) if span.start <= hit.mention.start < span.end), None)
    others = [
        other.mention
        for e, hits in zip(question.elements, found, strict=True)
        if e is not element and e.term is None
        for other in hits.get(sentence.number, ())
        if other.relation is not Relation.CONFLICTS
    ]
    beside = any(0 < m.start - hit.mention.end <= BESIDE and apart(m, hit.mention) < apart(m, rival) for m in others)
    if item is None or item.start <= rival.start < item.end:
        return beside
    return beside or any(item.start <= m.start < item.end for m in others)


BESIDE = 6
"""How many code points may lie between an amount and the day or place right behind it ("2.9 % in April")."""


def told_by_another_act(
    element: Element, denying: Hit, question: Question, sentence: Sentence, found: Places, text: str
) -> bool:
    """Whether a figure that would deny a claim's is another verb's, and the claim's own is not said here.

    Who "laid off 40 people" may well employ 300. A sum is told by many verbs: what is invested in a thing it costs.
    """
    if element.detail.kind not in AMOUNTS - {Kind.MONEY}:
        return False
    near = [
        by_number.get(sentence.number)
        for e, by_number in zip(question.elements, found, strict=True)
        if e.term and e.term.verbal and 0 < element.detail.start - e.detail.end <= VERB_REACH
    ]
    before = [t for t in sentence.terms if 0 < denying.mention.start - t.end <= VERB_REACH and not t.attribute]
    last = max(before, key=lambda t: t.start, default=None)
    known = {hit.mention.start for by_number in found for hit in by_number.get(sentence.number, ())}
    if last is None or not near or any(near) or nominal(mention_of(last), Side(sentence, text)):
        return False
    return last.act and last.start not in known and TELLING.isdisjoint(last.concepts)


VERB_REACH = 6
"""How many code points may lie between a verb and its figure: "in", "de los"."""

ACT_REACH = 30
"""How many code points may lie between an act and its amount in a claim."""


def acts_of(element: Element, sentence: Sentence, question: Question, found: Places) -> list[Mention]:
    """Where the sentence has the act that stands by an amount in the claim; nothing where none weighs.

    An "and" parts them: in "three died and 58 were injured" the 58 did not die.
    """
    acts = [
        (
            not joins(element, e, question),
            gap(element.detail, e.detail),
            [h.mention for h in hits.get(sentence.number, ()) if not h.opposite],
        )
        for e, hits in zip(question.elements, found, strict=True)
        if e.role is Role.ACT and e.weight and gap(element.detail, e.detail) <= ACT_REACH
    ]
    return min(acts, key=itemgetter(0, 1), default=(False, 0, []))[2]


def joins(first: Element, last: Element, question: Question) -> bool:
    """Whether no "and" and no comma stands between two words of a claim."""
    first, last = sorted((first, last), key=lambda e: e.detail.start)
    between = question.reading.text[first.detail.end : last.detail.start]
    return "," not in between and slots(question.reading.language).together.isdisjoint(between.lower().split())


def shared_out(amount: Mention, act: Mention, sentence: Sentence, text: str) -> bool:
    """Whether a share is one of what an act's noun names: "51 percent of the votes"."""
    small = slots(sentence.language)
    between = text[amount.end : act.start].lower().split()
    return amount.kind is Kind.PERCENT and bool(between) and small.of | small.article >= set(between)


def by_another_act(amount: Mention, done: Sequence[Mention], sentence: Sentence, text: str) -> bool:
    """Whether another act is nearer to an amount, and the claimed one has one of its own: "killed 12, hurt 30"."""
    acts = [mention_of(t) for t in sentence.terms if t.act and not t.valued and TELLING.isdisjoint(t.concepts)]
    acts = [act for act in acts if not shared_out(amount, act, sentence, text)]
    nearest = min(acts, key=lambda act: apart(act, amount), default=None)
    if nearest is None or any(nearest.start == act.start for act in done):
        return False
    kinds = AMOUNTS - {Kind.DURATION} | {amount.kind}  # an age is no figure of an act
    figures = [m for m in sentence.mentions if m.kind in kinds]
    figures += [mention_of(t) for t in sentence.terms if t.text[0].isdigit() and not t.valued]
    return bool(figures) and all(min(figures, key=lambda figure: apart(figure, act)) != amount for act in done)


def anchors_of(element: Element, sentence: Sentence, question: Question, found: Places) -> list[tuple[Mention, bool]]:
    """Where the sentence has the thing nearest to a value in the claim, and whether it stands before it there."""
    things = [
        (gap(element.detail, e.detail), e.detail.start < element.detail.start, hits.get(sentence.number, ()))
        for e, hits in zip(question.elements, found, strict=True)
        if e.term is not None and not e.term.act and e.weight
    ]
    stated = (
        [(h.mention, before) for h in hits if h.precise and not h.opposite]
        for _, before, hits in sorted(things, key=itemgetter(0))
    )
    return next(filter(None, stated), [])


PLACE_REACH = 24
"""How many code points may lie between an act and its place: "travelled back to Lima"."""


def elsewhere_done(element: Element, sentence: Sentence, question: Question, found: Places) -> bool:
    """Whether the sentence itself gives another place right behind the word to which the claim gives its place."""
    claimed = mention_of_detail(element)
    if not any(happens_in(claimed, s) for s in question.reading.sentences):
        return False
    done = [
        hit.mention.end
        for e, hits in zip(question.elements, found, strict=True)
        if e.term and 0 <= element.detail.start - e.detail.end <= PLACE_REACH
        for hit in hits.get(sentence.number, ())
    ]
    places = [m.start for m in sentence.mentions if happens_in(m, sentence)]
    return any(0 <= start - end <= PLACE_REACH for end in done for start in places)


def happens_in(mention: Mention, sentence: Sentence) -> bool:
    """Whether a name is that of a place, known as one or led by an "in"."""
    led = mention.kind is Kind.TERM and sentence.parts.get(mention.start) == "in"
    return mention.kind is Kind.PLACE or led


def spoken_for(question: Question, sentence: Sentence, found: Places) -> bool:
    """Whether the sentence is about somebody whom the claim does not name: a person, or what stands before its act.

    "… is a town" is said of whatever the sentence names.
    """
    strangers = [m for m in sentence.mentions if m.kind in NAME_KINDS and not known(m, sentence, found)]
    rows = zip(question.elements, found, strict=True)
    said = [(e.role, hit.mention.start) for e, hits in rows for hit in hits.get(sentence.number, ())]
    done = [start for role, start in said if role is Role.ACT]
    done = done or [term.start for term in sentence.terms if term.act][:1]
    done = done or sorted(start for role, start in said if role is Role.TERM)[:1]
    act = max(done, default=sentence.passage.start)
    heard = {hit.mention.start for hits in found for hit in hits.get(sentence.number, ())}
    if opens_unknown(sentence, act, heard) or opens_relative(sentence, act, heard):
        return True
    return any(m.kind is Kind.PERSON or question.heads or (m.kind is not Kind.PLACE and m.end < act) for m in strangers)


def opens_unknown(sentence: Sentence, act: int, heard: set[int]) -> bool:
    """Whether a word that means nothing known opens the sentence before its act: "Lund sold …", "Lund was jailed"."""
    return any(
        term.start == sentence.passage.start and term.text[0].isupper() and term.start not in heard
        for term in sentence.terms[:1]
        if not term.concepts and term.territory is None and not any(term.end <= t.start < act for t in sentence.terms)
        if term.text.lower() not in slots(sentence.language).nobody
    )


def opens_relative(sentence: Sentence, act: int, heard: set[int]) -> bool:
    """Whether somebody's relative, whom the claim does not speak of, stands before the act: "her husband sold …"."""
    return any(
        term.end < act and term.start not in heard and any(CONCEPTS[id].kind == "relation" for id in term.concepts)
        for term in sentence.terms
    )
