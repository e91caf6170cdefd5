"""A sentence of the claim or of a source, in its text, with its words by their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.reading import WORD, Sentence, Term


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
        start = max(start, self.sentence.passage.start)
        while start < end and start > self.sentence.passage.start and self.text[start - 1 : start + 1].isalnum():
            start += 1  # no word is read from its middle
        ahead = WORD.finditer(self.text, start, end + ELIDED)  # "l'" is told by the word that follows it
        return [word for word in ahead if word.end() <= end]

    def term_at(self, start: int) -> Term | None:
        return next((term for term in self.sentence.terms if term.start == start), None)


OWNS = re.compile(r"['’]s\b|(?<=s)['’](?=\s)")
"""What follows a name that owns something: "Berg's", "Jones'"."""

ELIDED = 2
"""How many letters behind an apostrophe make what stands before it an elided word ("l'offre")."""
