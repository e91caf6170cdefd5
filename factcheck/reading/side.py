"""A sentence of the claim or of a source, in its text, with its words by their places."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from factcheck.reading import SENTENCES_KEPT, WORD, Sentence, Term


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence of the claim or of a source, with the text in which it stands."""

    sentence: Sentence
    text: str

    @property
    def language(self) -> str:
        return self.sentence.language

    def words(self, start: int, end: int) -> list[re.Match[str]]:
        """The words and marks between two places of the sentence."""
        words, starts, ends = tokens(self.sentence, self.text)
        return words[bisect_left(starts, start) : bisect_right(ends, end)]

    def term_at(self, start: int) -> Term | None:
        return next((term for term in self.sentence.terms if term.start == start), None)


OWNS = re.compile(r"['’]s\b|(?<=s)['’](?=\s)")
"""What follows a name that owns something: "Berg's", "Jones'"."""


@lru_cache(maxsize=SENTENCES_KEPT)
def tokens(sentence: Sentence, text: str) -> tuple[list[re.Match[str]], list[int], list[int]]:
    """The words and marks of a sentence, in their order, with where each starts and ends."""
    words = [*WORD.finditer(text, sentence.passage.start, sentence.passage.end)]
    return words, [word.start() for word in words], [word.end() for word in words]
