"""A claim with a quotation against one source: by its words, or by meaning where the languages differ.

A translation is not the quotation: it can say something else, but it never states the quoted words.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.match import evidence, retold
from factcheck.match.question import Question
from factcheck.model import DetailMatch, Evidence, Note, Relation, Stance, Step
from factcheck.quotations import Quotation, find, spans
from factcheck.reading import UNKNOWN, Reading

DRIFT = "quotation-drift"
CHANGED = "quotation-changed"
NOT_COMPARED = "quotation-not-compared"


def quoted_evidence(
    question: Question, source: Reading, name: str
) -> tuple[list[Evidence], list[Step], tuple[Note, ...]]:
    """The evidence of a source for any claim, how it was reached, and what of a quotation was not compared."""
    if question.by_meaning is None:
        return *evidence(question, source), ()
    quoted = [e.quotation for e in question.elements if e.quotation]
    if source.language == question.reading.language or all(stands(q, source) for q in quoted):
        found, steps = evidence(question, source)
        judged = [drifting(piece, question) for piece in found]
        return judged, [*retold(steps, found, judged), *(wording(q, source) for q in quoted)], ()
    found, steps = evidence(question.by_meaning, source)
    spoken = (
        f"the source is in “{source.language}”" if source.language != UNKNOWN else "its language was not recognised"
    )
    why = f"{spoken}, the quotation is in “{question.reading.language}”: compared by its meaning"
    notes = (Note(NOT_COMPARED, why + ", not word by word", name),) if found else ()
    judged = [translated(piece, question) for piece in found]
    return judged, [*retold(steps, found, judged), Step(NOT_COMPARED, why)], notes


def stands(quotation: Quotation, source: Reading) -> bool:
    """Whether a source has the quotation's very words, whatever its language."""
    return bool(find(quotation, source.text, spans(source), None))


def quotation_matches(piece: Evidence, question: Question) -> list[DetailMatch]:
    quoted = {e.detail for e in question.elements if e.quotation}
    return [match for match in piece.details if match.detail in quoted]


def drifting(piece: Evidence, question: Question) -> Evidence:
    """The evidence with its rule and reason told by the quotation, where other words are what keeps it from support."""
    for match in quotation_matches(piece, question):
        if match.relation is Relation.CONFLICTS and piece.stance is Stance.CONFLICTS:
            return replace(piece, rule=CHANGED, reason=match.why)
        if match.relation is Relation.COMPATIBLE and piece.stance is Stance.PARTIAL:
            return replace(piece, rule=DRIFT, reason=match.why)
    return piece


def wording(quotation: Quotation, source: Reading) -> Step:
    """How a quotation was found, for `explain`."""
    found = find(quotation, source.text, spans(source), source.language)
    if not found:
        return Step("quotation", f"“{quotation.text}”: neither these words nor any near them")
    said = source.text[found[0].start : found[0].end]
    line = source.text.count("\n", 0, found[0].start) + 1
    return Step("quotation", f"“{quotation.text}”: line {line} has “{said}”, {found[0].drift or 'the same words'}")


def translated(piece: Evidence, question: Question) -> Evidence:
    """Evidence by meaning: it supports nothing, and the quotation is shown as not compared."""
    kept = {match.detail: match for match in piece.details}
    own = tuple(kept.pop(d, DetailMatch(d, Relation.ABSENT, why="not compared")) for d in question.details)
    told = replace(piece, details=(*own, *kept.values()))
    if piece.stance is not Stance.SUPPORTS:
        return told
    return replace(
        told, stance=Stance.PARTIAL, rule=NOT_COMPARED, reason="the quoted words are in another language here"
    )
