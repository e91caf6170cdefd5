"""A sentence of a source as it is laid against a claim: its clauses, and what of the claim stands where in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.lang.concepts import CONCEPTS
from factcheck.lang.slots import Slots, slots
from factcheck.match.hits import Hit, Places
from factcheck.match.question import Element, Question, Role
from factcheck.model import Mention, Qualifier, Relation, Span
from factcheck.reading import NAME_KINDS, Sentence
from factcheck.reading.passages import bracketed
from factcheck.reading.reaches import Reach, reaches
from factcheck.reading.segments import Segment, chunks, segments


@dataclass(frozen=True)
class Look:
    """A sentence with what it holds of a claim: `found` is every place of it, `hits` the one taken for each element."""

    question: Question
    sentence: Sentence
    found: Places
    hits: Sequence[Hit | None]
    text: str

    @cached_property
    def here(self) -> list[int]:
        """The places of the claim's elements that the sentence itself holds."""
        return [n for n, hit in enumerate(self.hits) if hit and hit.sentence == self.sentence.number]

    @cached_property
    def clauses(self) -> Sequence[Segment]:
        return segments(self.sentence, self.text)

    @cached_property
    def reaches(self) -> Sequence[Reach]:
        return reaches(self.sentence, self.text)

    @cached_property
    def items(self) -> Sequence[Span]:
        return chunks(self.sentence, self.text)

    @cached_property
    def heard(self) -> frozenset[int]:
        """Where the sentence speaks of some element of the claim, agreeing."""
        number = self.sentence.number
        return frozenset(
            hit.mention.start
            for hits in self.found
            for hit in hits.get(number, ())
            if hit.relation is not Relation.CONFLICTS
        )

    @cached_property
    def things(self) -> frozenset[int]:
        """Where the sentence speaks of what the claim has beside its acts and verbs."""
        rows = [n for n in self.here if not (does(e := self.element(n)) or (e.term and e.term.only_verb))]
        return frozenset(m.start for n in rows for m in self.stands(n))

    @cached_property
    def strangers(self) -> list[Mention]:
        """The names that the claim does not speak of, without whoever is only cited, or set aside by a "not" before."""
        cited = [cue for cue in self.sentence.cues if cue.qualifier is Qualifier.ATTRIBUTED]
        aside = {cue.end + 1 for cue in self.sentence.cues if cue.rule in ("negation", "nothing")}
        return [
            m
            for m in self.sentence.mentions
            if m.kind in NAME_KINDS
            and m.start not in self.heard | aside
            and not any(0 <= max(m.start - cue.end, cue.start - m.end) <= CITED for cue in cited)
        ]

    @property
    def here_said(self) -> str:
        """The sentence's own words, lower-case."""
        return self.text[self.sentence.passage.start : self.sentence.passage.end].lower()

    @property
    def small(self) -> Slots:
        return slots(self.sentence.language)

    def element(self, place: int) -> Element:
        return self.question.elements[place]

    def said(self, place: int) -> Mention:
        hit = self.hits[place]
        assert hit is not None
        return hit.mention

    def stands(self, place: int) -> list[Mention]:
        """Every place of the sentence that agrees with an element."""
        hits = self.found[place].get(self.sentence.number, ())
        return [hit.mention for hit in hits if hit.relation is not Relation.CONFLICTS]

    def item(self, at: int) -> Span:
        return next((span for span in self.items if span.start <= at < span.end), self.items[-1])

    def part(self, mention: Mention) -> str:
        return self.sentence.parts.get(mention.start, "")

    def bracketed(self, mention: Mention) -> bool:
        """Whether a name only stands in a bracket, which no relative clause behind it is about."""
        return bracketed(self.text[self.sentence.passage.start : mention.start])

    def acts(self, start: int, end: int) -> bool:
        """Whether an act stands between two places."""
        return any(term.act and start <= term.start < end for term in self.sentence.terms)


CITED = 12
"""How many code points may lie between somebody and the words that cite them ("according to Mrs Berg")."""


def does(element: Element) -> bool:
    """Whether a word may name an act, whatever else it names ("dead", "died")."""
    return element.role is Role.ACT or (
        element.term is not None and any(CONCEPTS[id].kind == "act" for id in element.term.concepts)
    )
