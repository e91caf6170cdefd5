"""The clauses of a claim that says several things: each with the subject that they share.

"Acme earned 3 million euros and sold a ship" says two things; a source that denies one of them denies the claim.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.lang.mood import breaks
from factcheck.lang.slots import slots
from factcheck.model import Span
from factcheck.reading import NAME_KINDS, TELLING, Reading, Sentence, Word, words_of

Clause = tuple[Span, ...]
"""Where a clause stands: its own words, and before them the subject that it shares with the first."""


def clauses(reading: Reading) -> tuple[Clause, ...]:
    """The clauses of a text's sentences; none where each sentence says one thing."""
    found = [clause for sentence in reading.sentences for clause in clauses_of(reading, sentence)]
    return tuple(found) if len(found) > 1 else ()


def clauses_of(reading: Reading, sentence: Sentence) -> Iterator[Clause]:
    words = words_of(reading.text, sentence.passage)
    spans = joined(sentence, list(cut(words, sentence, reading.language)))
    subject = Span(spans[0].start, told_from(sentence, spans[0], words, reading.language)) if spans else None
    for place, span in enumerate(spans):
        shared = place and subject and not opens_anew(span, words, sentence, reading.language)
        yield (subject, span) if shared and subject else (span,)


def cut(words: Sequence[Word], sentence: Sentence, language: str) -> Iterator[Span]:
    """The stretches between commas, semicolons and conjunctions, none of them inside a value or a name."""
    inside = {at for m in sentence.mentions for at in range(m.start + 1, m.end)}
    ends = [
        start
        for word, start, _ in words[1:]
        if start not in inside and (word in ",;:" or word.lower() in breaks(language))
    ]
    edges = [words[0][1], *ends, words[-1][2]] if words else []
    return (Span(a, b) for a, b in pairwise(edges) if a < b)


def joined(sentence: Sentence, spans: Sequence[Span]) -> list[Span]:
    """The stretches that say something by themselves; what does not belongs to the one before, or opens the first."""
    whole: list[Span] = []
    start = spans[0].start if spans else 0
    for span in spans:
        if predicates(sentence, Span(start, span.end) if not whole else span):
            whole.append(Span(start if not whole else span.start, span.end))
        elif whole:
            whole[-1] = Span(whole[-1].start, span.end)
    return whole


def predicates(sentence: Sentence, span: Span) -> bool:
    """Whether a stretch has an act that is more than telling, and somebody, something or a value besides."""
    terms = [t for t in sentence.terms if span.start <= t.start < span.end and not t.valued]
    acts = [t for t in terms if t.act and TELLING.isdisjoint(t.concepts)]
    values = [m for m in sentence.mentions if span.start <= m.start < span.end]
    return bool(acts) and len(terms) + len(values) > 1


def told_from(sentence: Sentence, span: Span, words: Sequence[Word], language: str) -> int:
    """Where the subject of a clause ends: at its first act, copula or value."""
    acts = [t.start for t in sentence.terms if t.act]
    values = [m.start for m in sentence.mentions if m.kind not in NAME_KINDS]
    copulas = [start for word, start, _ in words if word.lower() in slots(language).copula]
    return min((at for at in (*acts, *values, *copulas) if span.start < at < span.end), default=span.end)


def opens_anew(span: Span, words: Sequence[Word], sentence: Sentence, language: str) -> bool:
    """Whether a clause opens with a subject of its own: an article, or a name, right after its conjunction."""
    inside = [(word, start) for word, start, _ in words if span.start <= start < span.end]
    first = next((w for w in inside if w[0] not in ",;:" and w[0].lower() not in breaks(language)), None)
    names = {m.start for m in sentence.mentions if m.kind in NAME_KINDS}
    return first is not None and (first[0].lower() in slots(language).article or first[1] in names)
