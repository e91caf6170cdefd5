"""A claim that singles something out, "the first visit", "the largest", against what a source says of the same thing.

Who is large is not the largest, and one of the largest is no more than that: such a place is no statement of the claim.
"The second largest" says something else. A first can be said in other words: "the first visit", "visited for the first
time", "an unprecedented visit".
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.lang.slots import slots
from factcheck.lang.superlatives import Claimed, Peak, peaks
from factcheck.match.against.clashes import apart
from factcheck.match.hits import Hit, Places, mention_of, same_term
from factcheck.match.question import Element, Question, rank_of
from factcheck.model import Kind, Mention, Name, Relation
from factcheck.reading import Reading, Sentence, Term


def singled_out(question: Question, source: Reading, found: Places) -> Places:
    """The hits with those of every element that is singled out in the claim judged by what singles out here."""
    return tuple(
        judged(element, question, source, by_number) if element.peak else by_number
        for element, by_number in zip(question.elements, found, strict=True)
    )


def judged(
    element: Element, question: Question, source: Reading, by_number: dict[int, tuple[Hit, ...]]
) -> dict[int, tuple[Hit, ...]]:
    assert element.peak is not None
    kept = {
        number: tuple(sorted((held(hit, element.peak, source) for hit in hits), key=lambda hit: hit.rank))
        for number, hits in by_number.items()
    }
    if element.peak.claimed is Claimed.FIRST and element.peak.rank:
        for sentence in source.sentences:
            stated = kept.get(sentence.number, ())
            if any(hit.precise and hit.relation is not Relation.CONFLICTS for hit in stated):
                continue
            if hit := first_in_other_words(element, question, source, sentence):
                kept[sentence.number] = (hit, *stated)
    return kept


def held(hit: Hit, claimed: Peak, source: Reading) -> Hit:
    """A hit as it is where it is singled out as in the claim; else less than the claim, or something else."""
    sentence = source.sentences[hit.sentence]
    here = next(
        (p for p in here_peaks(sentence, source) if p.start < hit.mention.end and hit.mention.start < p.end), None
    )
    if here and here.least is not claimed.least:
        return other_end(hit)
    if hit.relation is Relation.CONFLICTS:
        return hit
    if here is None and claimed.claimed is Claimed.MOST:
        return replace(
            hit, relation=Relation.COMPATIBLE, precise=False, why=f"“{hit.mention.text}” singles nothing out"
        )
    if here is None:
        return hit
    rank = rank_of(here, sentence.mentions)
    if rank == 0 and claimed.rank:
        return replace(hit, relation=Relation.COMPATIBLE, precise=False, why="one of several here")
    if rank > 1 and claimed.rank == 1 and claimed.claimed is Claimed.MOST:
        why = f"number {rank} here, not the first"
        return replace(hit, relation=Relation.CONFLICTS, opposite=True, precise=True, why=why)
    return hit


def other_end(hit: Hit) -> Hit:
    """A hit at the other end of its scale: the least dear is not the dearest, and may well be the cheapest."""
    if hit.opposite:
        return replace(hit, relation=Relation.COMPATIBLE, opposite=False, precise=False, why="in the opposite's words")
    return replace(hit, relation=Relation.CONFLICTS, opposite=True, precise=True, why="the other end of the scale here")


def here_peaks(sentence: Sentence, source: Reading) -> tuple[Peak, ...]:
    start, end = sentence.passage.start, sentence.passage.end
    return tuple(
        replace(peak, start=peak.start + start, end=peak.end + start)
        for peak in peaks(source.text[start:end], sentence.language)
    )


# --- firsts in other words --------------------------------------------------------------------------------------------


def first_in_other_words(element: Element, question: Question, source: Reading, sentence: Sentence) -> Hit | None:
    """Another expression for a first in the sentence, of the thing that the claim calls the first."""
    claim = next(
        (s for s in question.reading.sentences if s.passage.start <= element.detail.start < s.passage.end), None
    )
    if claim is None or element.peak is None:
        return None
    wanted = ranked(element.peak, claim, question.reading.text)
    for peak in here_peaks(sentence, source):
        if peak.claimed is not Claimed.FIRST or not peak.rank or rank_of(peak, sentence.mentions) != 1:
            continue
        if any(same_term(a, b) for a in wanted for b in ranked(peak, sentence, source.text)):
            text = source.text[peak.start : peak.end]
            said = Mention(Kind.TERM, peak.start, peak.end, text, Name(text))
            return Hit(sentence.number, said, Relation.EQUAL, why="the first, in other words")
    return None


NEAR = 24
"""Code points after a peak within which the thing stands ("the first official visit")."""

PREDICATE = 9
"""The same before it, over a copula ("the deal is unprecedented")."""


def ranked(peak: Peak, sentence: Sentence, text: str) -> list[Term]:
    """What is singled out: the words that follow the peak, or the one before; by itself, the nearest act."""
    here = Mention(Kind.TERM, peak.start, peak.end, "", Name(""))
    if peak.apart:
        acts = [t for t in sentence.terms if t.act and not t.valued]
        return sorted(acts, key=lambda t: apart(mention_of(t), here))[:1]
    after = [t for t in sentence.terms if peak.end <= t.start <= peak.end + NEAR][:2]
    if after and after[0].start - peak.end <= 1 and after[0].valued:
        return []
    before = [t for t in sentence.terms if 0 <= peak.start - t.end <= PREDICATE and predicated(t, peak, sentence, text)]
    return [t for t in after + before if not t.valued]


def predicated(term: Term, peak: Peak, sentence: Sentence, text: str) -> bool:
    """Whether nothing but a copula and an article stands between a word and what is said of it."""
    between = text[term.end : peak.start].lower().split()
    return not between or not slots(sentence.language).copula.isdisjoint(between)
