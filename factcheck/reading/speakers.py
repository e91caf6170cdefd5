"""Who says "I" and "we": whoever a quotation is attributed to, a speaker's label names, or a letter is signed by.

"I met the union," said Anna Berg of Norvik: "I" is Anna Berg, and "we" would be Norvik. Where a text does not tell who
speaks, the words stand for nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.lang.slots import slots
from factcheck.model import Kind, Mention, Passage, Span

if TYPE_CHECKING:
    from factcheck.lang.mood import Cue
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


def with_speakers(sentences: Sequence[Sentence], text: str) -> tuple[Sentence, ...]:
    """The sentences, each with the one for whom its first "I" or "we" stands as its topic."""
    spoken = [*quoted(sentences, text)], [*labelled(sentences, text)]
    if not any(spoken):
        return tuple(sentences)
    heard = ([speech for said in spoken for speech in touching(said, s.passage)] for s in sentences)
    return tuple(spoken_by(*row, text) for row in zip(sentences, heard, strict=True))


def touching(said: Sequence[Speech], passage: Passage) -> Sequence[Speech]:
    """Those of some stretches, in their order and apart from each other, that a passage has words of."""
    first = bisect_right(said, passage.start, key=lambda speech: speech.span.end)
    return said[first : bisect_left(said, passage.end, lo=first, key=lambda speech: speech.span.start)]


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
    edges = [Span(0, 0), *marks, Span(len(text), len(text))]
    before: Speech | None = None
    for last, mark, following in zip(edges, marks, edges[2:], strict=False):
        behind = Span(mark.end, stop_after(mark.end, following.start, text))
        ahead = Span(stop_before(mark.start, last.end, text), mark.start)
        speech = told_behind(behind, sentences, text) or told_ahead(ahead, sentences, text)
        if speech is None and before is not None and goes_on(before, mark, sentences):
            speech = before
        before = replace(speech, span=mark) if speech else None
        if before is not None:
            yield before


def goes_on(before: Speech, mark: Span, sentences: Sequence[Sentence]) -> bool:
    """Whether nobody else is named between what somebody says and a quotation that nobody is said to say."""
    part = Span(before.span.end, mark.start)
    between = [m for s in around(part, sentences) for m in s.names if within(m.start, part)]
    return all(before.one is not None and m.value == before.one.value for m in between)


def told_behind(part: Span, sentences: Sequence[Sentence], text: str) -> Speech | None:
    """Who says what stands before: “…”, said Berg; “…”, Berg said. A comma is enough to know whatever verb follows."""
    here = around(part, sentences)
    at = next((c.start for s in here for c in attributions(s, part)), None)
    led = "," in text[max(0, part.start - 2) : part.start + 1]
    if not here or (at is None and not led):
        return None
    start = part.start if at is None else at
    helping = slots(here[0].language).having
    inverted = all(word.lower() in helping for word in WORD.findall(text, part.start, start))
    return speaking(Span(start, part.end) if inverted else Span(part.start, start), here, text)


def told_ahead(part: Span, sentences: Sequence[Sentence], text: str) -> Speech | None:
    """Who says what stands behind: Berg said: “…”."""
    here = around(part, sentences)
    cues = [cue for s in here for cue in attributions(s, part)]
    return speaking(Span(part.start, cues[-1].start), here, text, nearest=-1) if cues else None


def attributions(sentence: Sentence, part: Span) -> list[Cue]:
    return [cue for cue in sentence.cues if cue.rule == "attribution" and within(cue.start, part)]


def speaking(told: Span, here: Sequence[Sentence], text: str, nearest: int = 1) -> Speech | None:
    """Who is named in the words that attribute a quotation, the nearest to it, and of which body they are."""
    names = [(m, s) for s in here for m in s.names if within(m.start, told)][::nearest]
    free = [m for m, s in names if m.start not in s.parts and not OWNS.match(text, m.end)]
    topics = [s.topic for s in here if s.topic and s.pronoun and within(s.pronoun.start, told)]
    one = next((m for m in free if m.kind is Kind.PERSON), None) or next(iter([*free, *topics]), None)
    body = next((m for m, s in names if m.kind in BODIES and (m is one or speaks_for(one, m, s, text))), None)
    return Speech(told, one, body) if one or body else None


BODIES = frozenset({Kind.ORGANISATION, Kind.TERM})


def speaks_for(one: Mention | None, body: Mention, sentence: Sentence, text: str) -> bool:
    """Whether somebody is said to be of a body, and still: "Ek, director of Norvik", "Norvik's director, Ek"."""
    small = slots(sentence.language)
    before = [word.group().lower() for word in WORD.finditer(text, sentence.passage.start, body.start)]
    if one is None or not (OWNS.match(text, body.end) or not small.of.isdisjoint(before[-1:])):
        return False
    between = Span(min(one.end, body.end), max(one.start, body.start))
    posts = {t.start for t in sentence.terms if t.office or t.somebody or t.attribute or not t.concepts}
    plain = small.article | small.of | {"s"}  # "Norvik's director"
    said = [*WORD.finditer(text, between.start, between.end)]
    words = {word.group().lower() for word in said}
    return words.isdisjoint(small.lapsed) and all(
        word.start() in posts or word.group().lower() in plain for word in said
    )


def around(part: Span, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """The sentences that a stretch has words of."""
    first = bisect_right(sentences, part.start, key=lambda s: s.passage.end)
    return sentences[first : bisect_left(sentences, part.end, lo=first, key=lambda s: s.passage.start)]


def within(at: int, part: Span) -> bool:
    return part.start <= at < part.end


def stop_after(at: int, end: int, text: str) -> int:
    """Where the words behind a quotation end that may tell who says it."""
    end = min(at + CITED, end)
    found = STOP.search(text, at, end)
    return found.start() if found else end


def stop_before(at: int, start: int, text: str) -> int:
    """Where the words before a quotation begin that may tell who says it."""
    start = max(at - CITED, start)
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
