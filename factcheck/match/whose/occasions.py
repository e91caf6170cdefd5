"""On what occasion something was done: who left "after the war" did not leave "during the war"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.lang import language
from factcheck.lang.slots import slots
from factcheck.match.hits import mention_of
from factcheck.match.look import Look
from factcheck.match.whose.parties import leading_word
from factcheck.model import Mention
from factcheck.reading.side import Side


def of_another_occasion(look: Look) -> Iterator[int]:
    """What the claim has something happen in, at or during, where here it happens before or after."""
    side = Side(look.sentence, look.text)
    claimed = [Side(sentence, look.question.reading.text) for sentence in look.question.reading.sentences]
    for place in look.here:
        term, stands = look.element(place).term, look.stands(place)
        if term is None or term.attribute or not any(within(mention_of(term), claim) for claim in claimed):
            continue
        if stands and all(ordered(m, side) for m in stands):
            yield place


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
