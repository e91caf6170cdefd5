"""Who says "I" and "we": whoever a quotation is attributed to, a speaker's label names, or a letter is signed by.

"I met the union," said Anna Berg of Norvik: "I" is Anna Berg, and "we" would be Norvik. Where a text does not tell who
speaks, the words stand for nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.lang.slots import slots
from factcheck.model import Kind, Mention, Span

if TYPE_CHECKING:
    from factcheck.reading import Sentence

QUOTED = re.compile(r"«[^«»]*+»|“[^“”]*+”|„[^„“”]*+[“”]|\"(?:[^\"\n]|\n(?!\s*\n))*+\"")
"""Quotation marks in pairs."""

WORD = re.compile(r"[^\W\d_]+")

STOP = re.compile(r"[.!?…;]\s|\n")
"""What ends the words around a quotation that tell who says it."""

OWNS = re.compile(r"['’]s\b|(?<=s)['’](?=\s)")
"""What follows a name that owns something: "Berg's brother"."""

CITED = 80
"""How many code points may lie between a quotation and what attributes it ("Mr Berg told reporters in Lund: …")."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch of a text that somebody says: who "I" is there and who "we" are, None where the text does not tell."""

    span: Span
    one: Mention | None = None
    body: Mention | None = None

    def follows(self, other: Speech, sentences: Sequence[Sentence]) -> bool:
        """Whether it goes on with what another says: nobody else is named between the two."""
        between = [m for s in sentences for m in s.names if other.span.end <= m.start < self.span.start]
        return all(other.one is not None and m.value == other.one.value for m in between)


def with_speakers(sentences: Sequence[Sentence], text: str) -> tuple[Sentence, ...]:
    """The sentences, each with the one for whom its first "I" or "we" stands as its topic."""
    spoken = [*quoted(sentences, text), *labelled(sentences, text)]
    return tuple(spoken_by(sentence, spoken, text) for sentence in sentences) if spoken else tuple(sentences)


def spoken_by(sentence: Sentence, spoken: Sequence[Speech], text: str) -> Sentence:
    """The sentence with its first "I" or "we" as the pronoun of its topic; a "my" only where it has none of these."""
    found = list(first_persons(sentence, spoken, text))
    owners = slots(sentence.language).first_owner
    at, who = min(found, key=lambda one: text[one[0].start : one[0].end].lower() in owners, default=(None, None))
    return replace(sentence, topic=who, pronoun=at) if at else sentence


def first_persons(sentence: Sentence, spoken: Sequence[Speech], text: str) -> Iterator[tuple[Span, Mention]]:
    """The words of a sentence that stand for who speaks; none behind what a speaker says that others said."""
    for word in WORD.finditer(text, sentence.passage.start, sentence.passage.end):
        speech = next((s for s in spoken if within(word.start(), s.span)), None)
        who = stands_for(word.group(), speech, sentence.language) if speech else None
        if speech is None or who is None or any(m.start <= word.start() < m.end for m in sentence.names):
            continue  # "Elizabeth I"
        told = Span(speech.span.start, word.start())
        if not any(c.rule == "attribution" and within(c.start, told) for c in sentence.cues):
            yield Span(*word.span()), who


def stands_for(word: str, speech: Speech, language: str) -> Mention | None:
    """The one for whom a word of a speech stands; "US" and "MY" are not "us" and "my"."""
    small = slots(language)
    said = word.lower() if word.istitle() or word.islower() else ""
    if said in small.first_person:
        return speech.one
    return speech.body if said in small.first_persons else None


# --- quotations ---


def quoted(sentences: Sequence[Sentence], text: str) -> Iterator[Speech]:
    """The quotations that somebody is said to say; one without attribution goes on with the one before."""
    marks = [Span(*found.span()) for found in QUOTED.finditer(text)]
    before: Speech | None = None
    for mark in marks:
        speech = attributed(mark, marks, sentences, text)
        if speech is None:
            bare = Speech(mark)
            if before is None or not bare.follows(before, sentences):
                before = None
                continue
            speech = replace(before, span=mark)
        yield speech
        before = speech


def attributed(mark: Span, marks: Sequence[Span], sentences: Sequence[Sentence], text: str) -> Speech | None:
    """A quotation with who says it, told behind it (“…”, said Berg) or before it (Berg said: “…”)."""
    behind, ahead = stop_after(mark.end, marks, text), stop_before(mark.start, marks, text)
    led = text[mark.end - 2 : mark.end + 1].count(",") > 0
    for part, closing in ((Span(mark.end, behind), True), (Span(ahead, mark.start), False)):
        here = [s for s in sentences if s.passage.start < part.end and part.start < s.passage.end]
        cues = [c for s in here for c in s.cues if c.rule == "attribution" and within(c.start, part)]
        if not cues and not (closing and led):
            continue
        at = cues[0 if closing else -1].start if cues else part.start
        helping = slots(here[0].language).having
        inverted = closing and all(word.lower() in helping for word in WORD.findall(text, part.start, at))
        told = Span(at, part.end) if inverted else Span(part.start, at)
        names = [(m, s) for s in here for m in s.names if within(m.start, told)]
        if inverted or not closing:
            names = names if inverted else names[::-1]
        free = [m for m, s in names if m.start not in s.parts and not OWNS.match(text, m.end)]
        topics = [s.topic for s in here if s.topic and s.pronoun and within(s.pronoun.start, told)]
        bodies = {str(m.value): m for m, _ in names if m.kind in (Kind.ORGANISATION, Kind.TERM)}
        one = next((m for m in free if m.kind is Kind.PERSON), None) or next(iter([*free, *topics]), None)
        body = next(iter(bodies.values())) if len(bodies) == 1 else None
        if one or body:
            return Speech(mark, one, body)
    return None


def within(at: int, part: Span) -> bool:
    return part.start <= at < part.end


def stop_after(at: int, marks: Sequence[Span], text: str) -> int:
    """Where the words behind a quotation end that may tell who says it."""
    end = min([at + CITED, len(text), *(mark.start for mark in marks if mark.start >= at)])
    found = STOP.search(text, at, end)
    return found.start() if found else end


def stop_before(at: int, marks: Sequence[Span], text: str) -> int:
    """Where the words before a quotation begin that may tell who says it."""
    start = max([at - CITED, 0, *(mark.end for mark in marks if mark.end <= at)])
    return max([start, *(found.end() for found in STOP.finditer(text, start, at))])


# --- labels ---


def labelled(sentences: Sequence[Sentence], text: str) -> Iterator[Speech]:
    """What a transcript's speakers say, each until the next label; a single label has its paragraph only."""
    labels = [
        (colon.end, next(m for m in s.mentions if m.kind is Kind.PERSON))
        for s in sentences
        for colon in s.terms
        if colon.text == ":"
    ]
    ends = [*(start for start, _ in labels[1:]), len(text)]
    for (start, one), end in zip(labels, ends, strict=False):
        paragraph = text.find("\n", start) if len(labels) == 1 else -1
        yield Speech(Span(start, end if paragraph < 0 else paragraph), one)
