"""Another one of a kind: "the mill" of a claim is not the "neighbouring mill" of a source, nor Mr Bush Mrs Bush."""

from __future__ import annotations

from dataclasses import replace

from factcheck.lang.slots import slots
from factcheck.match.hits import Hit, Places
from factcheck.match.question import Element, Question, Role
from factcheck.match.whose.parties import mention_of_detail
from factcheck.model import Kind, Mention, Name
from factcheck.reading import Reading, Sentence, is_content
from factcheck.reading.genders import Gender, disagree, of_name, of_title
from factcheck.reading.side import Side


def of_the_same(question: Question, source: Reading, found: Places) -> Places:
    """The hits, those marked that speak of another one than the thing that the claim speaks of as known."""
    return tuple(
        {
            number: tuple(sorted((marked(hit, source) for hit in hits), key=lambda hit: hit.rank))
            for number, hits in here.items()
        }
        if definite(element, question)
        else here
        for element, here in zip(question.elements, found, strict=True)
    )


def of_one_gender(question: Question, source: Reading, found: Places) -> Places:
    """The hits without those of a woman where the claim names a man by his title, or the reverse."""
    text = question.reading.text
    return tuple(
        {
            number: tuple(hit for hit in hits if not disagree(mine, gender(hit.mention, source.text, source.language)))
            for number, hits in here.items()
        }
        if element.role is Role.NAME
        and element.detail.kind in (Kind.PERSON, Kind.TERM)
        and (mine := gender(mention_of_detail(element), text, question.reading.language))
        else here
        for element, here in zip(question.elements, found, strict=True)
    )


def gender(name: Mention, text: str, language: str) -> Gender | None:
    """By the title right before a name, else by its given name."""
    before = text[max(0, name.start - TITLE) : name.start].split()
    titled = of_title(before[-1], language) if before and text[name.start - 1].isspace() else None
    if titled or name.kind is not Kind.PERSON or not isinstance(name.value, Name):
        return titled
    return of_name(name.value, language)


TITLE = 16
"""How many code points before a name are read for its title."""


def definite(element: Element, question: Question) -> bool:
    """Whether the claim has a definite article before a noun, and no word for another one."""
    if element.role is not Role.TERM or element.term is None or element.term.attribute:
        return False
    start, end = element.detail.start, element.detail.end
    if any(e.role is Role.NAME and 0 < e.detail.start - end <= REACH for e in question.elements):
        return False  # "the village of Lund" is told by its name
    for sentence in question.reading.sentences:
        small = slots(sentence.language)
        before, _ = around(start, end, sentence, question.reading.text)
        if sentence.passage.start <= start < sentence.passage.end and before[-1:]:
            the = small.article - small.indefinite
            return before[-1] in the and not another(start, end, sentence, question.reading.text)
    return False


def marked(hit: Hit, source: Reading) -> Hit:
    at = hit.mention
    return replace(hit, other=another(at.start, at.end, source.sentences[hit.sentence], source.text))


def another(start: int, end: int, sentence: Sentence, text: str) -> bool:
    """Whether a word beside a noun says that it is another one: "a rival firm", "le village voisin"."""
    before, behind = around(start, end, sentence, text)
    beside = before[-2:] if before[-1:] and is_content(before[-1], sentence.language) else before[-1:]
    return not slots(sentence.language).other.isdisjoint((*beside, *behind[:1]))


def around(start: int, end: int, sentence: Sentence, text: str) -> tuple[list[str], list[str]]:
    """The words close before a place and behind it."""
    first, last = max(sentence.passage.start, start - REACH), min(sentence.passage.end, end + REACH)
    side = Side(sentence, text)
    before, behind = side.words(first, start), side.words(end, last)
    return [word.group().lower() for word in before], [word.group().lower() for word in behind]


REACH = 24
"""How many code points around a noun are searched for what says that it is another one."""
