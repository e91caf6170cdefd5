"""Claims of all of a kind: a passage that counts some ("the first 20 customers") does not say it of every one.

Nor does one that speaks of a single one: "the older suspect was freed" is not "both suspects were".
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.hits import Hit, Places
from factcheck.lang.fold import fold
from factcheck.lang.slots import slots
from factcheck.model import Quantity, Relation
from factcheck.question import Question
from factcheck.reading import Reading, Term


def of_all(question: Question) -> frozenset[Term]:
    """The words of which a claim says something of every one: "all customers", "every customer"."""
    text, language = question.reading.text, question.reading.language
    return frozenset(e.term for e in question.elements if e.term and opens_with_all(e.term.start, text, language))


def opens_with_all(start: int, text: str, language: str) -> bool:
    """Whether "all", perhaps with an article behind it, stands right before a word."""
    small = slots(language)
    before = [word for word in text[:start].lower().split()[-2:] if word not in small.article]
    return bool(before) and before[-1] in small.every


def counted_short(question: Question, source: Reading, found: Places) -> Places:
    """The hits with those short of the claim that speak of a number of what the claim says of all."""
    every = of_all(question)
    return tuple(
        {number: tuple(as_counted(hit, element.term, source) for hit in hits) for number, hits in here.items()}
        if element.term and element.term in every
        else here
        for element, here in zip(question.elements, found, strict=True)
    )


def plural(term: Term) -> bool:
    """Whether a word of the claim is written otherwise than its lemma, as a plural is."""
    return fold(term.text) != term.lemma


def as_counted(hit: Hit, term: Term, source: Reading) -> Hit:
    sentence = source.sentences[hit.sentence]
    if hit.relation is not Relation.CONFLICTS and plural(term) and str(hit.mention.value) == fold(hit.mention.text):
        return replace(hit, relation=Relation.COMPATIBLE, precise=False, why=f"only one here: {hit.mention.text}")
    counts = [m for m in sentence.mentions if isinstance(m.value, Quantity) and m.start < hit.mention.start < m.end]
    if hit.relation is Relation.CONFLICTS or not counts:
        return hit
    if opens_with_all(counts[0].start, source.text, sentence.language):
        return hit
    return replace(hit, relation=Relation.COMPATIBLE, precise=False, why=f"only {counts[0].text} here, not all")
