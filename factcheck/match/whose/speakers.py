"""Who is only named beside a quotation: "I sold the mill", Ek told Moe, says of Ek that he sold it, and not of Moe."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.lang.slots import slots
from factcheck.match.look import Look
from factcheck.match.question import Role
from factcheck.model import Qualifier, Span
from factcheck.reading import WORD


def of_the_speaker(look: Look) -> Iterator[int]:
    """The claim's names that stand outside a quotation in which "I" or "we" does what the claim tells of them."""
    if Qualifier.ATTRIBUTED in look.question.mood:
        return  # the claim tells itself who says it
    for said in first_person_speeches(look):
        told = [n for n in look.here if look.element(n).term and any(inside(m.start, said) for m in look.stands(n))]
        acts = [n for n in told if (term := look.element(n).term) and (term.verbal or not term.concepts)]
        for place in look.here if acts else ():
            stands = look.stands(place)
            if look.element(place).role is Role.NAME and not any(inside(m.start, said) for m in stands):
                yield place


def first_person_speeches(look: Look) -> Iterator[Span]:
    """The quotations of a sentence in which somebody speaks of themselves."""
    small = slots(look.sentence.language)
    ours = small.first_person | small.first_persons
    for cue in look.sentence.cues:
        if cue.rule == "quotation":
            words = WORD.finditer(look.text, cue.scope.start, cue.scope.end)
            if any(word.group().lower().rstrip("'’") in ours for word in words):
                yield cue.scope


def inside(at: int, said: Span) -> bool:
    return said.start <= at < said.end
