"""How far what a sentence says reaches: which stretch of it each act has for itself.

"Lund visited the hospital and opened the school in May" has two: "visited the hospital" and "opened the school in May".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from factcheck.lang.slots import Slots, slots
from factcheck.model import Span
from factcheck.reading import SENTENCES_KEPT, Sentence, Term, Word, words_of
from factcheck.reading.segments import chunks, inside, predicates, segments, verbs


@dataclass(frozen=True, slots=True)
class Reach:
    """A stretch of a sentence, with the places where it says something; `where` is said of the place right before."""

    span: Span
    said: tuple[int, ...]
    where: bool = False

    def holds(self, at: int) -> bool:
        return self.span.start <= at < self.span.end


@lru_cache(maxsize=SENTENCES_KEPT)
def reaches(sentence: Sentence, text: str) -> tuple[Reach, ...]:
    """The stretches in their order; an item of a list that says nothing itself goes on with the one before."""
    words, small = words_of(text, sentence.passage), slots(sentence.language)
    clauses = segments(sentence, text)
    wheres = set(where(words, small))
    said = sorted({*sayings(sentence, words, small), *(part.start for part in clauses if part.relative), *wheres})
    cuts = {span.start for span in chunks(sentence, text)} | {part.start for part in clauses}
    cuts |= {start for start in (*led(words, said, small), *wheres) if not inside(start, sentence)}
    edges = [*sorted(cuts), sentence.passage.end]
    found: list[Reach] = []
    for start, end in pairwise(edges):
        own = tuple(at for at in said if start <= at < end)
        if found and not own:
            found[-1] = replace(found[-1], span=Span(found[-1].span.start, end))
        else:
            found.append(Reach(Span(start, end), own, where=start in wheres))
    return tuple(found)


def sayings(sentence: Sentence, words: Sequence[Word], small: Slots) -> list[int]:
    """Where the sentence says something: its verbs, and after an "and" a bare word before a preposition.

    The latter may be a participle or adjective that no table has: "and resident in Lund".
    """
    nouns = {t.start for t in sentence.terms if small.closing and t.text[:1].isupper() and t.start != words[0][1]}
    having = [start for word, start, _ in words if word.lower() in small.have]
    known = [at for at in verbs(predicates(sentence, words, small), words, small) if at not in nouns]
    unknown = [
        start
        for (joining, _, _), (word, start, _), (following, _, _) in zip(words, words[1:], words[2:], strict=False)
        if joining.lower() in small.together
        and word.lower() not in small.other
        and following.lower() in small.place
        and any(t.start == start and t.text[0].isalpha() and plain(t) for t in sentence.terms)
    ]
    return sorted({*known, *having, *unknown})


def plain(term: Term) -> bool:
    """Whether a word stands for itself: it says of no other word what it is like, and belongs to no name or value."""
    return not (term.named or term.valued or term.attribute or term.territory)


def led(words: Sequence[Word], said: Sequence[int], small: Slots) -> list[int]:
    """Where a word such as "after" leads to an act without a subject: "after leaving Lund"."""
    return [
        start
        for (word, start, _), (_, following, _) in pairwise(words[1:])
        if word.lower() in small.under and following in said
    ]


def where(words: Sequence[Word], small: Slots) -> Iterator[int]:
    """Where a word such as "where" opens a clause about the place before it."""
    for (before, _, _), (word, start, _) in pairwise(words):
        if word.lower() in small.where or (before == "," and "," + word.lower() in small.where):
            yield start
