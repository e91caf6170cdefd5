"""On what occasion something was done, and of what it tells, by the word that leads there.

Who left "after the war" did not leave "during the war", and a book "by Ek" is none "about Ek".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.lang import language
from factcheck.lang.mood import Cue
from factcheck.lang.slots import slots
from factcheck.match.look import Look
from factcheck.match.question import Element, Role
from factcheck.match.whose.parties import holds, leading_word, mention_of_detail
from factcheck.model import Kind, Mention
from factcheck.reading import TELLING
from factcheck.reading.side import Side


def of_another_occasion(look: Look) -> Iterator[int]:
    """What the claim has something happen at, about or in spite of, where here it is before, by or because of it."""
    side = Side(look.sentence, look.text)
    claimed = [Side(sentence, look.question.reading.text) for sentence in look.question.reading.sentences]
    for place in look.here:
        element, stands = look.element(place), look.stands(place)
        mine = [claim for claim in claimed if holds(claim.sentence, element)]
        if element.role is Role.VALUE or (element.term and element.term.attribute) or not stands:
            continue
        if all(another_word_leads(element, claim, m, side) for claim in mine for m in stands):
            yield place


def of_the_report(look: Look) -> Iterator[int]:
    """The day of a claim that tells of no saying, where it only is that of the report: "…, the police said on Monday".

    That stands in a clause of its own, in which the claim has nothing else.
    """
    side = Side(look.sentence, look.text)
    if any(not TELLING.isdisjoint(t.concepts) for s in look.question.reading.sentences for t in s.terms):
        return
    saying = [cue for cue in look.sentence.cues if cue.rule == "attribution"]
    days = [n for n in look.here if look.element(n).detail.kind is Kind.DATE]
    others = [m for n in look.here if n not in days for m in look.stands(n)]
    for place in days:
        stands = look.stands(place)
        if stands and others and all(any(reported(m, cue, others, side) for cue in saying) for m in stands):
            yield place


def reported(day: Mention, cue: Cue, others: Sequence[Mention], side: Side) -> bool:
    """Whether a day stands in the clause of a saying, and all else that the claim has before the comma or behind it."""
    between = side.text[min(cue.end, day.end) : max(cue.start, day.start)]
    apart = (side.text[min(m.end, day.end) : max(m.start, day.start)] for m in others)
    beside = not CLOSING.search(between) and len(between.split()) <= BESIDE_SAYING
    return beside and all(CLOSING.search(gap) for gap in apart)


BESIDE_SAYING = 4
"""How many words may stand between a saying and its day: "said the mayor on Monday"."""


CLOSING = re.compile(r"[,;:»”\"]")
"""What parts a report from what it tells."""


def another_word_leads(element: Element, claim: Side, here: Mention, side: Side) -> bool:
    """Whether a word leads to something here that cannot mean what the claim's word before it does."""
    mine, theirs = slots(claim.language), slots(side.language)
    claimed = mention_of_detail(element)
    led, said = leading_word(claimed, claim), leading_word(here, side)
    if led in mine.despite:
        return said in (theirs.leading | theirs.governing | theirs.of) - theirs.despite - theirs.article
    if led in mine.topic:
        return said in (theirs.by | theirs.whilst | theirs.company) - theirs.of or ordered(here, side)
    return element.term is not None and within(claimed, claim) and ordered(here, side)


def within(event: Mention, claim: Side) -> bool:
    """Whether something is said to happen in, at or during what a word names."""
    small = slots(claim.language)
    return leading_word(event, claim) in small.place | small.whilst


def ordered(event: Mention, side: Side) -> bool:
    """Whether a "before" or "after" leads to a word, nothing but small words and what it is like between."""
    small, words = slots(side.language), language(side.language).words
    plain = small.article | small.of | small.dative
    ahead = (word for word in reversed(side.words(event.start - LEADING, event.start)) if not like(word.start(), side))
    first = next((word.group().lower() for word in ahead if word.group().lower() not in plain), "")
    return not ORDERING.isdisjoint(words.get(first, {}))


def like(start: int, side: Side) -> bool:
    term = side.term_at(start)
    return term is not None and term.attribute


ORDERING = frozenset({"BEFORE", "AFTER", "EARLIER", "LATER"})
"""The senses of words that set something before or after another."""

LEADING = 40
"""How many code points before a word are searched for the word that leads to it."""
