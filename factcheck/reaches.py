"""How far what a sentence says reaches: which stretch of it each act has for itself.

"Lund visited the hospital and opened the school in May" has two: "visited the hospital" and "opened the school in May".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.lang.slots import Slots, slots
from factcheck.model import Span
from factcheck.reading import Sentence, Term, Word, words_of
from factcheck.segments import chunks, inside, predicates, segments, verbs


@dataclass(frozen=True, slots=True)
class Reach:
    """A stretch of a sentence, with the places where it says something."""

    span: Span
    said: tuple[int, ...]

    def holds(self, at: int) -> bool:
        return self.span.start <= at < self.span.end


def reaches(sentence: Sentence, text: str) -> list[Reach]:
    """The stretches in their order; an item of a list that says nothing itself goes on with the one before."""
    words, small = words_of(text, sentence.passage), slots(sentence.language)
    clauses = segments(sentence, text)
    said = sorted({*sayings(sentence, words, small), *(part.start for part in clauses if part.relative)})
    cuts = {span.start for span in chunks(sentence, text)} | {part.start for part in clauses}
    cuts |= {start for start in led(words, said, small) if not inside(start, sentence)}
    edges = [*sorted(cuts), sentence.passage.end]
    found: list[Reach] = []
    for start, end in pairwise(edges):
        own = tuple(at for at in said if start <= at < end)
        if found and not own:
            found[-1] = Reach(Span(found[-1].span.start, end), found[-1].said)
        else:
            found.append(Reach(Span(start, end), own))
    return found


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
