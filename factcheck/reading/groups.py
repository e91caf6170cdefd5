"""Some of a group: "three of them" are three of the sailors told of before, "nine of the victims" are nine victims."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile

from factcheck.extract import extract, numbers
from factcheck.lang.detect import function_words
from factcheck.lang.fold import fold
from factcheck.lang.slots import slots
from factcheck.model import Mention, Quantity, Span
from factcheck.reading.genders import of_words

WORD = re.compile(r"[^\W\d_]{1,6}['’](?=[^\W\d_])|[^\W\d_]+|[^\w\s]")


def several(text: str, lemma: str, concepts: Sequence[str], article: str, language: str) -> bool:
    """Whether a noun with its article is of more than one: "the players", "le ostetriche", "die Spieler"."""
    small, said = slots(language), text.lower()
    inflected = fold(said) != lemma
    if article in small.article and small.female:
        both = article in small.female - small.male and bool(small.many) and not of_words(concepts)
        return article not in small.male | small.female or (both and (inflected or said.endswith(tuple(small.many))))
    return inflected and said.endswith("s")


def of_groups(text: str, mentions: Sequence[Mention], language: str) -> Iterator[Mention]:
    """The counts that an "of" ties to a noun of several, as quantities of it: "nine of the victims"."""
    small = slots(language)
    led = small.of | small.article | small.possessive
    single = frozenset() if small.many else small.male | small.female
    starts = [mention.start for mention in mentions]
    for start, end, amount in numbers(text, language) if small.of else ():
        ahead = bisect_left(starts, end)
        taken = any(start < mention.end for mention in mentions[max(0, ahead - BEFORE) : ahead])
        if amount.low is None or amount.low < 2 or taken:
            continue
        if numbers_something(text[max(0, start - GROUP_REACH) : start], text[start:end], language):
            continue
        behind = [word.group() for word in WORD.finditer(text, end, end + GROUP_REACH)]
        small_words = [word.lower() for word in takewhile(lambda word: word.lower() in led, behind)]
        noun = next(iter(behind[len(small_words) :]), "")
        if (
            not small_words
            or small_words[0] not in small.of
            or not single.isdisjoint(small_words)
            or not noun.isalpha()
        ):
            continue
        if small_words[-1] in small.article | small.possessive or len(small_words[-1]) > BARE:  # no "two of clubs"
            yield from counting(text, Span(start, end), noun, language)


def numbers_something(before: str, figure: str, language: str) -> bool:
    """Whether a figure only numbers what stands before it: "ward 9 of the clinic", "Chapter Nine of the rules"."""
    word = next(iter(before.split()[-1:]), "")
    small = word.lower() in function_words().get(language, ()) or not word.isalpha()
    return not small and (figure[0].isdigit() or word[0].isupper())


BEFORE = 4
"""How many mentions before a place are asked whether they reach into it; they are sorted by where they begin."""

GROUP_REACH = 60
"""How many code points an "of the" and its noun may take up."""

BARE = 2
"""How many letters an "of" without an article has at most: "di", but "delle"."""


def counting(text: str, at: Span, noun: str, language: str) -> Iterator[Mention]:
    """The figure at a place read as counting what a noun names."""
    said = text[at.start : at.end]
    for mention in extract(f"{said} {noun}", language=language, published=None)[:1]:
        if isinstance(mention.value, Quantity) and mention.start == 0 and mention.value.unit:
            yield replace(mention, start=at.start, end=at.end, text=said)


@dataclass(frozen=True, slots=True)
class Group:
    """Several of a kind that a sentence tells of: by a count ("nine sailors"), or by a noun alone ("the sailors")."""

    noun: str
    lemma: str
    concepts: tuple[str, ...]
    count: Mention | None = None


def of_them(text: str, at: Span, groups: Sequence[Group], language: str) -> Iterator[tuple[Mention, Span, Group]]:
    """The counts within a sentence of those told of before, with the place of the pronoun and the group they are of.

    Of the groups only one may be meant: "three of them" behind "nine sailors met ten farmers" cannot be told.
    """
    theirs = [phrase for phrase in slots(language).of_them if f" {phrase}" in text[at.start : at.end].lower()]
    for start, end, amount in numbers(text[at.start : at.end], language) if theirs and len(groups) == 1 else ():
        place = Span(at.start + start, at.start + end)
        pronoun = next((p for p in theirs if text[place.end : at.end].lower().startswith(f" {p}")), "")
        if pronoun and amount.low is not None and fewer(amount.low, groups[0]):
            for mention in counting(text, place, groups[0].noun, language):
                yield mention, Span(place.end + 1, place.end + 1 + len(pronoun)), groups[0]


def fewer(count: Decimal, group: Group) -> bool:
    """Whether a count may be a part of a group."""
    whole = group.count.value.amount.low if group.count and isinstance(group.count.value, Quantity) else None
    return whole is None or count < whole
