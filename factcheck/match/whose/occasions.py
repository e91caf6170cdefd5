"""On what occasion something was done, and of what it tells, by the word that leads there.

Who left "after the war" did not leave "during the war", and a book "by Ek" is none "about Ek".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.lang import language
from factcheck.lang.mood import Cue
from factcheck.lang.slots import slots
from factcheck.match.hits import Places
from factcheck.match.look import Look
from factcheck.match.question import Element, Question, Role
from factcheck.match.whose.parties import holds, leading_word, mention_of_detail
from factcheck.model import Kind, Mention, Relation
from factcheck.reading import Sentence
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


def reports_apart(question: Question, sentence: Sentence, found: Places, text: str) -> Places:
    """The places without the days of a report ("…, the police said on Monday"), which date nothing that it tells.

    Such a day stands in a clause of its own, in which the claim has nothing else; a claim may itself tell of a saying.
    """
    if any(cue.rule == "attribution" for s in question.reading.sentences for cue in s.cues):
        return found
    saying = [cue for cue in sentence.cues if cue.rule == "attribution"]
    rows = [
        (e.detail.kind is Kind.DATE, by.get(sentence.number, ()))
        for e, by in zip(question.elements, found, strict=True)
    ]
    others = [h.mention for dated, hits in rows if not dated for h in hits if h.relation is not Relation.CONFLICTS]
    if not saying or not others:
        return found
    side = Side(sentence, text)
    return tuple(
        {**by, sentence.number: tuple(h for h in hits if not any(reported(h.mention, c, others, side) for c in saying))}
        if dated and hits
        else by
        for by, (dated, hits) in zip(found, rows, strict=True)
    )


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
