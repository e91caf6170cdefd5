"""What a text calls those whom it names: "the doctor Anna Berg", "Anna Berg, a doctor", "Anna Berg is a doctor"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.lang.concepts import kinds
from factcheck.lang.slots import slots
from factcheck.match.hits import DONE_BY
from factcheck.match.question import Element
from factcheck.model import Kind, Mention, Name, Value
from factcheck.reading import Sentence, Term, opens_with


def same(element: Element, mention: Mention) -> bool:
    """Whether a name of the text is the claim's, or a longer or shorter form of it."""
    return one_name(element.detail.value, mention.value)


def one_name(mine: Value, theirs: Value) -> bool:
    if not isinstance(mine, Name) or not isinstance(theirs, Name):
        return False
    return mine == theirs or set(mine.parts) <= set(theirs.parts) or set(theirs.parts) <= set(mine.parts)


def calling(name: Mention, sentence: Sentence, text: str) -> Iterator[Term]:
    """What a sentence calls a name: "the doctor Anna Berg", "Anna Berg, a doctor", "Anna Berg is a doctor"."""
    classed = opens_with(name, sentence) and not any(m.start < name.start for m in sentence.names)
    being = slots(sentence.language).copula
    for term in sentence.terms:
        done = [id for act in term.concepts for id in DONE_BY.get(act, ())]
        if (
            done
            and classed
            and name.end < term.start
            and not any(name.end < t.start < term.start for t in sentence.terms)
        ):
            yield replace(term, concepts=tuple(done))  # "Anna Berg leads the mill"
        if term.act or term.attribute or term.territory or term.valued or not term.concepts:
            continue
        within = name.start <= term.start < name.end and name.kind is not Kind.PERSON
        like = {t.text for t in sentence.terms if t.attribute or t.territory}
        between = text[term.end : name.start].split()  # part of a name that was not seen to be one
        before = 0 < name.start - term.end <= CALLED and all(word[0].isupper() or word in like for word in between)
        behind = 0 < term.start - name.end <= APPOSED and text[name.end] == ","
        told = text[name.end : term.start].strip().lower() in being  # "est médecin", "ist Ärztin"
        if within or before or behind or (classed and (told or term in sentence.classes)):
            yield term


CALLED = 16
"""How many code points may lie between what somebody is called and the surname."""

APPOSED = 8
"""How many may lie between a name and what is in apposition to it ("Ada Lie, the former doctor")."""


def kin(one: Term, two: Term) -> bool:
    """Whether two nouns may be of one thing: they mean the same, or one is a kind of the other."""
    if one.lemma == two.lemma:
        return True
    return any(a == b or a in kinds(b) or b in kinds(a) for a in one.concepts for b in two.concepts)
