"""What belongs to which where a sentence speaks of several: each act to its own subject, each figure to its own thing.

"Sales rose 3% in Norway and 5% in Sweden", "Acme closed a plant, while Bolt opened two": every word of "sales rose 5%
in Norway" and "Bolt closed a plant" is there, and neither is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.clashes import apart, gap, known
from factcheck.compare import Likeness, compare
from factcheck.hits import Hit, Places, mention_of
from factcheck.lang.slots import slots
from factcheck.model import Kind, Mention, Qualifier, Relation, Span
from factcheck.question import TELLING, Element, Question, Role
from factcheck.reading import NAME_KINDS, Sentence, part_before, words_of
from factcheck.roles import MUTUAL, PASSIVE_REACH
from factcheck.segments import Segment, chunks, content, segments
from factcheck.ties import AMOUNTS

Verdicts = Iterator[tuple[int, Hit | None]]
"""The places of the claim's elements that are another's here, each with what denies it, or None."""


def not_theirs(
    question: Question, sentence: Sentence, found: Places, hits: Sequence[Hit | None], text: str
) -> dict[int, Hit | None]:
    """The elements that the sentence holds, but says of somebody or something else."""
    here = [place for place, hit in enumerate(hits) if hit and hit.sentence == sentence.number]
    if len(here) < 2:
        return {}
    return {
        **dict(of_a_base(question, sentence, hits, here, text)),
        **dict(of_another_subject(question, sentence, found, hits, here, text)),
        **dict(crossed(question, sentence, found, hits, here, text)),
    }


# --- acts and their subjects ---


def of_another_subject(
    question: Question, sentence: Sentence, found: Places, hits: Sequence[Hit | None], here: Sequence[int], text: str
) -> Verdicts:
    """Acts and values in a clause that has a subject of its own, where the claim's subject stands in another."""
    elements = question.elements
    first = first_predicate(question)
    parts = segments(sentence, text) if first is not None else []
    for place in here:
        told, hit = elements[place], hits[place]
        said = told.role in (Role.ACT, Role.VALUE) or told.detail.start == first
        if hit is None or first is None or not said or told.detail.start < first:
            continue
        clause = next((part for part in parts if part.holds(hit.mention.start)), None)
        for subject in subjects(elements, first) if clause else ():
            stands = [
                h.mention for h in found[subject].get(sentence.number, ()) if h.relation is not Relation.CONFLICTS
            ]
            if (
                clause
                and stands
                and not (told.role is Role.ACT and gapped(stands, sentence, text))
                and another_subject(
                    elements[subject], told, question, stands, hit.mention, clause, parts, sentence, found, text
                )
            ):
                yield place, None


def first_predicate(question: Question) -> int | None:
    """Where the claim first says something: at an act that no article makes a noun ("the fall"), or at a figure.

    Where it has neither, at the first word behind a name.
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


def subjects(elements: Sequence[Element], first: int) -> Iterator[int]:
    """The names before the claim's first act, and the first word before it where there is no name."""
    before = [(n, e) for n, e in enumerate(elements) if e.detail.end and e.detail.end <= first]
    names = [n for n, e in before if e.role is Role.NAME]
    words = [n for n, e in before if e.term and e.weight and not e.term.attribute and not TIMES & set(e.term.concepts)]
    return iter(names or words)


TIMES = frozenset({"before", "after"})
"""Concepts of words that open a claim and are nobody's name."""


def another_subject(
    subject: Element,
    told: Element,
    question: Question,
    stands: Sequence[Mention],
    said: Mention,
    clause: Segment,
    parts: Sequence[Segment],
    sentence: Sentence,
    found: Places,
    text: str,
) -> bool:
    """Whether a clause says its act or value of another subject than the claim's, which stands elsewhere."""
    if subject.term and any(
        clause.holds(hit.mention.start)
        for e, hits in zip(question.elements, found, strict=True)
        if e.term and e.detail.end <= told.detail.start and not e.term.attribute
        for hit in hits.get(sentence.number, ())
        if hit.relation is not Relation.CONFLICTS
    ):
        return False
    if any(clause.holds(m.start) for m in stands):
        return follows(subject, question, stands, said, clause, sentence, found)
    within = any(part.relative and part.holds(m.start) for part in parts for m in stands)
    if told.role is Role.VALUE and (clause.relative or within):
        return False  # a day or a figure of the clause around is that of the relative clause too
    if any(clause.holds(at) and at < said.start for at in pronouns(sentence, text)):
        return False
    if clause.relative:
        return any(
            alike(subject, m) and max(n.end for n in stands) <= m.start < clause.start
            for m in strangers(sentence, found)
        )
    return opened_by_another(subject, stands, said, clause, sentence, found)


def gapped(stands: Sequence[Mention], sentence: Sentence, text: str) -> bool:
    """Whether a name stands in an item of a list that has a figure, and the verb of the item before."""
    for span in chunks(sentence, text):
        named = any(span.start <= m.start < span.end for m in stands)
        figures = any(span.start <= m.start < span.end for m in sentence.mentions if m.kind in AMOUNTS)
        if named and figures and not any(t.act and span.start <= t.start < span.end for t in sentence.terms):
            return True
    return False


def opened_by_another(
    subject: Element, stands: Sequence[Mention], said: Mention, clause: Segment, sentence: Sentence, found: Places
) -> bool:
    """Whether a clause opens with another name in the subject's part, or where that is a word, with another word."""
    if subject.role is Role.NAME:
        part = {sentence.parts.get(m.start, "") for m in stands}
        return any(
            clause.holds(m.start) and m.start < said.start and sentence.parts.get(m.start, "") in part
            for m in strangers(sentence, found)
        )
    before = (t for t in content(clause, sentence) if t.start < said.start and not t.attribute)
    return any(not known(mention_of(term), sentence, found) for term in before)


def done_by_one(question: Question) -> bool:
    """Whether the claim has its subject do the act: it is neither suffered nor mutual."""
    acts = [e.term for e in question.elements if e.role is Role.ACT and e.term]
    passive = any(sentence.passives for sentence in question.reading.sentences)
    return not passive and all(MUTUAL.isdisjoint(term.concepts) and TELLING.isdisjoint(term.concepts) for term in acts)


def follows(
    subject: Element,
    question: Question,
    stands: Sequence[Mention],
    said: Mention,
    clause: Segment,
    sentence: Sentence,
    found: Places,
) -> bool:
    """Whether the claim's subject only follows what is said, and somebody else stands before it: "Berg beat Lund"."""
    if subject.role is not Role.NAME or any(
        m.start < said.start or sentence.parts.get(m.start) == "by" for m in stands
    ):
        return False
    if any(0 < said.start - start <= PASSIVE_REACH for start in sentence.passives) or not done_by_one(question):
        return False
    return any(
        alike(subject, m) and clause.holds(m.start) and said.start - m.end >= 0 and not sentence.parts.get(m.start)
        for m in strangers(sentence, found)
    )


def agreed(mention: Mention, sentence: Sentence, found: Places) -> bool:
    """Whether a value of the sentence is one that the claim gives."""
    return any(
        hit.mention.start == mention.start and hit.relation is not Relation.CONFLICTS
        for hits in found
        for hit in hits.get(sentence.number, ())
    )


def acts_between(first: Mention, last: Mention, sentence: Sentence) -> bool:
    return any(t.act and first.end <= t.start < last.start for t in sentence.terms)


def pronouns(sentence: Sentence, text: str) -> Iterator[int]:
    """Where a sentence has a word that may stand for the subject of the clause before."""
    small = slots(sentence.language)
    return (start for word, start, _ in words_of(text, sentence.passage) if word.lower() in small.pronoun)


def alike(subject: Element, mention: Mention) -> bool:
    """Whether a name may be what the subject is: a place beside a place, anybody beside anybody."""
    return (mention.kind is Kind.PLACE) == (subject.detail.kind is Kind.PLACE)


def strangers(sentence: Sentence, found: Places) -> list[Mention]:
    """The names of a sentence that the claim does not speak of, whoever only tells it apart."""
    cited = [cue.scope for cue in sentence.cues if cue.qualifier is Qualifier.ATTRIBUTED]
    return [
        m
        for m in sentence.mentions
        if m.kind in NAME_KINDS
        and not known(m, sentence, found)
        and not any(scope.start <= m.start < scope.end for scope in cited)
    ]


# --- figures and their things ---


def crossed(
    question: Question, sentence: Sentence, found: Places, hits: Sequence[Hit | None], here: Sequence[int], text: str
) -> Verdicts:
    """A value of one item of a list beside the name of another, which has a value of its own."""
    values = [n for n in here if question.elements[n].role is Role.VALUE]
    things = [n for n in here if question.elements[n].role is Role.NAME]
    items = chunks(sentence, text) if values else []
    for place in values:
        element, hit = question.elements[place], hits[place]
        rivals = [m for m in sentence.mentions if m.kind is element.detail.kind and not agreed(m, sentence, found)]
        if hit is None or not rivals:
            continue
        item = item_of(hit.mention.start, items)
        beside = element.detail.kind is Kind.DATE or any(
            n != place
            and question.elements[n].term is None
            and (h := hits[n])
            and item_of(h.mention.start, items) == item
            for n in here
        )
        for thing in things if beside else [*things, *nearest_word(element, question, here)]:
            own = own_value(question.elements[thing], thing, item, items, rivals, sentence, found, text)
            if own is not None:
                against = compare(element.detail.value, own.value)
                denies = against.likeness is Likeness.CONFLICTS
                yield place, Hit(sentence.number, own, Relation.CONFLICTS, why=against.why) if denies else None


def item_of(at: int, items: Sequence[Span]) -> Span:
    return next((span for span in items if span.start <= at < span.end), items[-1])


def nearest_word(element: Element, question: Question, here: Sequence[int]) -> list[int]:
    """The word, no act, that stands nearest before a value in the claim: what the value is of."""
    words = [
        (gap(e.detail, element.detail), n)
        for n, e in enumerate(question.elements)
        if n in here and e.detail.end <= element.detail.start
        if (e.role is Role.TERM and e.weight) or (e.role is Role.ACT and noun(e.detail.start, question))
    ]
    return [n for _, n in sorted(words)[:1]]


def own_value(
    thing: Element,
    place: int,
    item: Span,
    items: Sequence[Span],
    rivals: Sequence[Mention],
    sentence: Sentence,
    found: Places,
    text: str,
) -> Mention | None:
    """The value that stands in the thing's own item, where the claimed one stands in another thing's; else None."""
    stands = [h.mention for h in found[place].get(sentence.number, ()) if h.relation is not Relation.CONFLICTS]
    if not stands or any(item.start <= m.start < item.end for m in stands):
        return None
    if not others_item(thing, item, sentence, found):
        return None
    for mention in stands:
        span = item_of(mention.start, items)
        own = [m for m in rivals if span.start <= m.start < span.end]
        if own and not shared(mention, span, item, sentence, text):
            return min(own, key=lambda m: apart(m, mention))
    return None


def others_item(thing: Element, item: Span, sentence: Sentence, found: Places) -> bool:
    """Whether an item of a list has a thing of its own: a name of the kind, or a word where the thing is a word."""
    if thing.role is Role.NAME:
        place = thing.detail.kind is Kind.PLACE
        return any(
            item.start <= m.start < item.end and (m.kind is Kind.PLACE) == place for m in strangers(sentence, found)
        )
    own = Segment((item,))
    return any(not known(mention_of(t), sentence, found) and not t.attribute for t in content(own, sentence))


def shared(mention: Mention, span: Span, item: Span, sentence: Sentence, text: str) -> bool:
    """Whether a name is the subject that a later item shares: it opens its clause, no preposition before it."""
    small = slots(sentence.language)
    before = {word.lower() for word in text[span.start : mention.start].split()}
    acts = any(t.act and mention.end <= t.start < span.end for t in sentence.terms)
    opens = not before & (small.stop - small.article) and sentence.parts.get(mention.start, "") == ""
    return (
        opens
        and acts
        and span.start < item.start
        and not any(t.act and item.start <= t.start < item.end for t in sentence.terms)
    )


def of_a_base(
    question: Question, sentence: Sentence, hits: Sequence[Hit | None], here: Sequence[int], text: str
) -> Verdicts:
    """The whole of which an act concerns only a part: who keeps 340 of 410 workers does not keep 410."""
    elements = question.elements
    for place in here:
        hit = hits[place]
        if hit is None or hit.mention.kind not in (Kind.QUANTITY, Kind.PERCENT):
            continue
        if any((h := hits[n]) and 0 <= h.mention.start - hit.mention.end <= 2 for n in here):
            continue  # "one of the three persons arrested"
        part = part_before(hit.mention, sentence.mentions, text, sentence.language)
        done = [
            h.mention.start
            for n in here
            if n != place and (h := hits[n]) and elements[n].term and elements[n].weight
            if 0 <= elements[place].detail.start - elements[n].detail.end <= NEXT_TO
        ]
        if part is not None and any(start < part.start for start in done):
            yield place, None


NEXT_TO = 12
"""How many code points may lie between a verb and the figure that it has for an object ("will keep some 410")."""


def whole_of_a_part(mention: Mention, sentence: Sentence, text: str) -> bool:
    """Whether a figure is the whole of which another figure tells a part: it is no other value of the part."""
    return (
        mention.kind in (Kind.QUANTITY, Kind.PERCENT)
        and part_before(mention, sentence.mentions, text, sentence.language) is not None
    )


def same_item(a: Mention, b: Mention, sentence: Sentence, text: str) -> bool:
    """Whether two mentions stand in one item of a list."""
    return any(span.start <= a.start < span.end and span.start <= b.start < span.end for span in chunks(sentence, text))
