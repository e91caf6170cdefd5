"""Which side of a comparison each thing is on: "Lund is larger than Orvik" is not "Orvik is larger than Lund".

What stands before "than" is said to be more, what stands behind it is only what it is held against. In the same way
"before" and "after" part what was first from what was later, and "caused" the cause from what came of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from factcheck.lang.concepts import concepts
from factcheck.lang.slots import Slots, slots
from factcheck.match.against.polarity import negations
from factcheck.match.hits import BEFORE_AND_AFTER, Hit, Places, mention_of
from factcheck.match.question import Element, Question, Role
from factcheck.match.whose.parties import Row, agrees
from factcheck.model import Kind, Qualifier, Relation, Span
from factcheck.reading import NAME_KINDS, SENTENCES_KEPT, Term
from factcheck.reading.side import Side
from factcheck.reading.voice import by_somebody, nominal, passive

TURNED = "the other way round: what the claim sets first is here what it is held against"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A sentence that holds one thing against another.

    `against` is where the other stands; what is held against it stands in the sentence's `rest`. `sort` tells whether
    one is more, comes first, or causes the other. A `backward` one names the other first: "after", "was caused by". One
    that is `even` ("as tall as") says of both sides the same.
    """

    sort: Sort
    against: Span
    rest: Span
    backward: bool = False
    even: bool = False
    more: int = -1
    said: frozenset[str] = frozenset()

    def side(self, at: int) -> int:
        """-1 on the side of what is more, comes first or causes; 1 on that of the other; 0 on neither."""
        sense = -1 if self.backward else 1
        if self.against.start <= at < self.against.end:
            return sense
        return -sense if self.rest.start <= at < self.rest.end else 0


class Sort(Enum):
    """In what two things are held against each other."""

    MORE = auto()
    TIME = auto()
    CAUSE = auto()
    PLACE = auto()
    SAID = auto()


DECIDED = frozenset({Sort.MORE, Sort.TIME, Sort.PLACE})
"""What cannot be so both ways: a cause may well be the effect of its effect."""

ORDERED = frozenset({Sort.TIME, Sort.PLACE})
"""What may hold two things against each other of one subject: "wrote the book before the play"."""

CAUSES, ARISES = "cause-act", "result-verb"
"""Concepts of acts whose subject is the cause, and the effect."""


def compared_otherwise(
    rows: Sequence[Row], question: Question, here: Side, found: Places
) -> Iterator[tuple[int, Hit | None]]:
    """The claim's compared things where the sentence has each on the other's side; none where it says so of neither."""
    number = here.sentence.number
    for claim in (Side(sentence, question.reading.text) for sentence in question.reading.sentences):
        for mine in comparisons(claim):
            theirs = [c for c in comparisons(here) if c.sort is mine.sort]
            if mine.sort is Sort.MORE and not (theirs or mine.even):
                # What compares nothing does not say that the one is more than the other.
                named = (n for n, e in rows if called(e) and mine.side(e.detail.start) == 1)
                yield from ((n, None) for n in named)
                continue
            told = [(n, e, hits) for n, e in rows if (hits := [h for h in found[n].get(number, ()) if agrees(h)])]
            told = [row for row in told if mine.side(row[1].detail.start) and compared(row[1], mine, claim)]
            seen = {n: {side_of(hit.mention.start, theirs) for hit in hits} for n, _, hits in told}
            sides = {n: mine.side(e.detail.start) for n, e, _ in told}
            turned = [(n, hits[0]) for n, _, hits in told if seen[n] == {-sides[n]}]
            staying = [e.detail.start for n, e, _ in told if sides[n] in seen[n] and names_one(e, question, claim)]
            shared = shared_subject(mine, [e.detail.start for n, e, _ in told if seen[n] == {-sides[n]}])
            stays = any(not shared.start <= at < shared.end for at in staying)
            if mine.even or stays or len({sides[n] for n, _ in turned}) < 2:
                continue
            # What is not more than another may be as much or of less.
            unlike = any(c.even or (mine.sort is Sort.MORE and c.said.isdisjoint(mine.said)) for c in theirs)
            undecided = mine.sort not in DECIDED or bool(staying or negations(here.sentence)) or unlike
            for place, hit in turned:
                yield place, None if undecided else Hit(number, hit.mention, Relation.CONFLICTS, why=TURNED)


def called(element: Element) -> bool:
    """Whether an element is a name, or a word with a capital that may be one: "the Greens"."""
    return element.role is Role.NAME or (element.role is Role.TERM and element.detail.text[:1].isupper())


def of_another_degree(
    rows: Sequence[Row], question: Question, here: Side, found: Places
) -> Iterator[tuple[int, Hit | None]]:
    """What the claim has more of, or does more, where the sentence has or does less, and the other way round."""
    claims = [Side(sentence, question.reading.text) for sentence in question.reading.sentences]
    if any(map(of_two_things, (*claims, here))):
        return  # of which each may have fewer than the other
    claimed = {start: more for claim in claims for start, more in degrees(claim).items()}
    told = degrees(here) if claimed else {}
    for place, element in rows:
        more = claimed.get(element.detail.start)
        said = {told.get(hit.mention.start) for hit in found[place].get(here.sentence.number, ()) if agrees(hit)}
        if more is not None and said == {not more}:
            yield place, None


def of_two_things(side: Side) -> bool:
    """Whether a sentence holds two things against each other, and not one against what it was at another time."""
    dates = [m for m in side.sentence.mentions if m.kind is Kind.DATE]
    held = [c.against for c in comparisons(side) if c.sort is Sort.MORE]
    return any(not any(span.start <= m.start < span.end for m in dates) for span in held)


def degrees(side: Side) -> dict[int, bool]:
    """Where stands what there is more of (True) or less: the word behind it, else the act before ("earned more")."""
    small, found = slots(side.language), dict[int, bool]()
    terms = [t for t in side.sentence.terms if not t.valued]
    for word in side.words(side.sentence.passage.start, side.sentence.passage.end):
        more = word.group().lower() in small.further
        if not more and word.group().lower() not in small.fewer:
            continue
        behind = next((t for t in terms if 0 < t.start - word.end() <= DEGREE_REACH), None)
        before = [t for t in terms if t.verbal and 0 < word.start() - t.end <= DEGREE_REACH]
        what = behind or next(iter(before[-1:]), None)
        if what:
            found[what.start] = more
    return found


DEGREE_REACH = 4
"""How many code points may lie between "more" and what there is more of ("moins de voitures")."""


def shared_subject(mine: Comparison, turned: Sequence[int]) -> Span:
    """What stands before the first of two things of one subject: "wrote" and who did in "wrote it before the play"."""
    last = max((at for at in turned if mine.rest.start <= at < mine.rest.end), default=mine.rest.start)
    return Span(mine.rest.start, last if mine.sort in ORDERED else mine.rest.start)


def side_of(at: int, told: Sequence[Comparison]) -> int:
    """On which side of some comparisons a place is: what stands behind one "than" may stand before the next."""
    held = [c for c in told if c.against.start <= at < c.against.end]
    return next((c.side(at) for c in (*held, *told)), 0)


def compares(question: Question) -> bool:
    """Whether a claim says of one thing that it is more than another, which does nothing to it."""
    claimed = (Side(sentence, question.reading.text) for sentence in question.reading.sentences)
    return any(c.sort is Sort.MORE for side in claimed for c in comparisons(side))


def compared(element: Element, mine: Comparison, claim: Side) -> bool:
    """Whether an element may be one of two things compared: not what they have more of, nor what they do."""
    term = element.term
    if term is None or element.role is Role.NAME:
        return element.role is Role.NAME
    done = term.act and not nominal(mention_of(term), claim)
    between = (t for t in claim.sentence.terms if 0 <= mine.more < t.start < mine.against.start)
    behind = (t.start for t in between if not t.attribute)
    return bool(element.weight) and (mine.sort is not Sort.MORE or not (done or term.start == next(behind, -1)))


def names_one(element: Element, question: Question, claim: Side) -> bool:
    """Whether a name, or a noun with its article, is one of the two only: no "team" of "red team" and "blue team"."""
    term = element.term
    if term is None:
        return True
    if term.act or [e.term.lemma for e in question.elements if e.term].count(term.lemma) > 1:
        return False
    words = [word.group().lower() for word in claim.words(claim.sentence.passage.start, claim.sentence.passage.end)]
    small, place = slots(claim.language), len(claim.words(claim.sentence.passage.start, term.start))
    stood_for = not small.that_of.isdisjoint(words)  # "the park of Lund is larger than that of Orvik"
    return term.named or (not stood_for and not small.article.isdisjoint(words[max(0, place - 1) : place]))


@lru_cache(maxsize=SENTENCES_KEPT)
def comparisons(side: Side) -> tuple[Comparison, ...]:
    """The comparisons of a sentence, in their order."""
    small, language = slots(side.language), side.language
    start, last = side.sentence.passage.start, side.sentence.passage.end
    words = side.words(start, last)
    said = [word.group().lower() for word in words]
    found = []
    values = [m for m in side.sentence.mentions if m.kind not in NAME_KINDS]
    for place, word in enumerate(words):
        if any(m.start <= word.end() + 1 < m.end for m in values):
            continue  # "less than a year"
        when = next((id for id in concepts(said[place], language) if id in BEFORE_AND_AFTER), "")
        if not when and not sets_against(said, place, small):
            continue
        end = next((w.start() for w in words[place + 1 :] if w.group() in ",;:"), last)
        rest = Span(end, last) if place == 0 else Span(start, word.start())
        even = not when and said[place] in small.alike and small.times.isdisjoint(said[:place])
        sort = Sort.TIME if when else Sort.MORE
        more = max((w.start() for w in words[:place] if w.group().lower() in small.more | small.alike), default=-1)
        less = not when and not small.less.isdisjoint(w.group().lower() for w in words[:place] if w.start() >= more)
        end_of_what, terms = words[place - 1].end(), () if when else side.sentence.terms
        what = {key for t in terms for key in what_of(t, more, end_of_what)}
        backward = when == "after" or less
        found.append(Comparison(sort, Span(word.end(), end), rest, backward, even, more, frozenset(what)))
    return (*found, *causes(side), *reasons(words, side), *placed(words, side), *told(side))


def what_of(term: Term, more: int, end: int) -> Iterator[str]:
    """The keys of a word between "more" and "than", or of the one right before "than"."""
    if (more >= 0 and more <= term.start < end) or term.end == end:
        yield term.lemma
        yield from term.concepts


def causes(side: Side) -> Iterator[Comparison]:
    """Where a sentence says what came of what."""
    start, last = side.sentence.passage.start, side.sentence.passage.end
    for term in side.sentence.terms:
        act = mention_of(term)
        if {CAUSES, ARISES}.isdisjoint(term.concepts) or nominal(act, side):
            continue
        suffered = passive(act, side) or by_somebody(act, side)
        backward = suffered is (CAUSES in term.concepts)
        split, end = Span(term.start, term.end), last
        if slots(side.language).closing and suffered:  # "wurde durch eine Explosion verursacht"
            led = [word for word in side.words(start, term.start) if word.group().lower() in slots(side.language).by]
            split, end = (Span(led[-1].start(), led[-1].end()), term.start) if led else (split, last)
        yield Comparison(Sort.CAUSE, Span(split.end, end), Span(start, split.start), backward=backward)


def reasons(words: Sequence[re.Match[str]], side: Side) -> Iterator[Comparison]:
    """Where a sentence tells why: "left because the mill closed"."""
    start, last = side.sentence.passage.start, side.sentence.passage.end
    for place, word in enumerate(words):
        if word.group().lower() in slots(side.language).because:
            end = next((w.start() for w in words[place + 1 :] if w.group() in ",;:"), last)
            rest = Span(start, word.start()) if place else Span(end, last)
            yield Comparison(Sort.CAUSE, Span(word.end(), end), rest, backward=True)


def placed(words: Sequence[re.Match[str]], side: Side) -> Iterator[Comparison]:
    """Where a sentence says where one thing is by another, or what it was made from: "behind the mill", "based on"."""
    start, last, small = side.sentence.passage.start, side.sentence.passage.end, slots(side.language)
    said = [word.group().lower() for word in words]
    for phrases, backward in ((small.beyond, False), (small.hither, True)):
        for phrase in (phrase.split() for phrase in phrases):
            for place in (n for n in range(1, len(said)) if said[n : n + len(phrase)] == phrase):
                behind = words[place + len(phrase) - 1].end()
                end = next((w.start() for w in words[place + 1 :] if w.group() in ",;:"), last)
                if behind < end:
                    yield Comparison(Sort.PLACE, Span(behind, end), Span(start, words[place].start()), backward)


def told(side: Side) -> Iterator[Comparison]:
    """Where a sentence says who tells something, and what: "Lund said Vik was ill", "Vik was ill, said Lund"."""
    start, last = side.sentence.passage.start, side.sentence.passage.end
    words = side.words(start, last)
    commas = [word.start() for word in words if word.group() == ","]
    for cue in (c for c in side.sentence.cues if c.qualifier is Qualifier.ATTRIBUTED):
        before = max((at for at in commas if at < cue.start), default=start)
        behind = min((at for at in commas if at > cue.end), default=last)
        if cue.start == start:
            yield Comparison(Sort.SAID, Span(behind, last), Span(cue.end, behind))
        elif before > start and not any(cue.end <= that < behind for that in side.sentence.thats):
            yield Comparison(Sort.SAID, Span(start, before), Span(before, behind))
        else:
            yield Comparison(Sort.SAID, Span(cue.end, last), Span(start, cue.start))


def sets_against(said: Sequence[str], place: int, small: Slots) -> bool:
    """Whether a word is a "than": behind a word for more or less, or right behind one with such an ending."""
    before = said[max(0, place - MORE_REACH) : place]
    if said[place] in small.alike:
        timed = not small.times.isdisjoint(before)
        return said[place] in before and (timed or before[-1] not in small.no_more)  # no "as well as"
    following = next(iter(said[place + 1 :]), "")
    if said[place] not in small.than | small.than_of or not following or following[0].isdigit():
        return False  # "more than 50"
    if said[place] in small.than_of and not small.more.isdisjoint(before):
        at = max(n for n, word in enumerate(before) if word in small.more)
        return small.article.isdisjoint(before[max(0, at - 1) : at])  # no "the largest of"
    ending = bool(before) and before[-1].endswith(tuple(small.comparative)) and before[-1] not in small.no_more
    return not small.more.isdisjoint(before) or (bool(small.comparative) and ending)


MORE_REACH = 6
"""How many words before a "than" may hold what says that it is more ("more people live in Lund than")."""
