"""Whose a title, or a participle behind a comma, is: that of the name that it stands right beside.

"The bishop, represented by Father Ruiz" has no bishop Ruiz; in "veuve du peintre Sorel, mort en 1987" it is Sorel who
died.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.lang.mood import postposed
from factcheck.match.hits import Hit
from factcheck.match.question import Element, Question, Role
from factcheck.model import Kind, Mention
from factcheck.reading import WORD, Sentence

BESIDE = 2
"""How many code points may lie between a name and its title ("Ruiz, bishop")."""


def borne_by_another(question: Question, sentence: Sentence, hits: Sequence[Hit | None], text: str) -> Iterator[int]:
    """The places of the claim's words that are said here of somebody else's name, right beside it."""
    rows = list(zip(question.elements, hits, strict=True))
    own = {hit.mention.start for _, hit in rows if hit and hit.mention.kind is Kind.PERSON}
    others = [m for m in sentence.mentions if m.kind is Kind.PERSON and m.start not in own]
    if not own:
        return
    for place, (element, hit) in enumerate(rows):
        if hit is None or hit.sentence != sentence.number or element.term is None:
            continue
        entitled = titles_one(element, question) and any(0 <= m.start - hit.mention.end <= 1 for m in others)
        acting = element.role in (Role.ACT, Role.TERM) and any(
            told_behind(hit.mention, m, sentence, text) for m in others
        )
        if entitled or acting:
            yield place


def titles_one(element: Element, question: Question) -> bool:
    """Whether a word of a claim that says nothing more is the title of a name beside it: "Bishop Ruiz"."""
    term = element.term
    if term is None or not (term.office or term.somebody) or any(e.role is Role.ACT for e in question.elements):
        return False
    people = [e.detail for e in question.elements if e.detail.kind is Kind.PERSON]
    gaps = (gap for p in people for gap in (p.start - element.detail.end, element.detail.start - p.end))
    return any(0 <= gap <= BESIDE for gap in gaps)


def told_behind(act: Mention, name: Mention, sentence: Sentence, text: str) -> bool:
    """Whether an act is a participle right behind the comma that follows a name."""
    between = WORD.findall(text[name.end : act.start]) if name.end < act.start else []
    return between == [","] and postposed(act.text, sentence.language)
