"""A clause that has the verb of the one before, unsaid: "Berg won gold, Moe silver": the silver is Moe's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.lang.mood import breaks
from factcheck.lang.slots import slots
from factcheck.match.look import Look
from factcheck.match.question import Role
from factcheck.match.whose.asides import is_somebody
from factcheck.match.whose.theirs import asked
from factcheck.model import Kind, Span
from factcheck.reading import Word, words_of
from factcheck.reading.reaches import sayings
from factcheck.reading.side import Side


def of_a_gapped_clause(look: Look) -> Iterator[int]:
    """The nouns and names of a claim that the sentence only has behind another subject, whose verb is unsaid."""
    gaps = list(gapped(look))
    for place in look.here if gaps else ():
        stands = look.stands(place)
        if look.element(place).role is Role.VALUE or not stands:
            continue
        if all(any(theirs(look, subject, rest, m.start) for subject, rest in gaps) for m in stands):
            yield place


def theirs(look: Look, subject: Span, rest: Span, at: int) -> bool:
    """Whether a place is in a gapped clause of somebody of whom the claim does not speak."""
    heard = any(subject.start <= start < subject.end for start in look.heard)
    return not heard and rest.start <= at < rest.end


def gapped(look: Look) -> Iterator[tuple[Span, Span]]:
    """The subject and the rest of each item that has no verb, behind one that has."""
    words = words_of(look.text, look.sentence.passage)
    claim = asked(look.question)
    done = [m.start for m in look.stands(claim.key)] if claim else []
    said = [*sayings(look.sentence, words, look.small), *done]
    items = [(span, [word for word in words if span.start <= word[1] < span.end]) for span in look.items]
    for (before, _), (span, piece) in pairwise(items):
        if not any(at < before.end for at in said) or any(span.start <= at < span.end for at in said):
            continue
        opening = joints(piece, look.sentence.language)
        if " ".join(word[0].lower() for word in piece[opening:]).startswith(tuple(look.small.share) or "\0"):
            continue  # "…, including the mayor"
        end = subject_end(piece[opening:], look)
        behind = piece[opening + end :] if end else []
        if opening and end and behind and (opens_noun(behind, look) or bare(piece[opening:], behind, look)):
            yield Span(piece[opening][1], behind[0][1]), Span(behind[0][1], span.end)
    yield from set_off(items, said, look)


def set_off(items: Sequence[tuple[Span, list[Word]]], said: Sequence[int], look: Look) -> Iterator[tuple[Span, Span]]:
    """The same where a comma stands for the verb, as in Spanish: "y la defensa, la absolución"."""
    if not look.small.marked or len(items) < 3:
        return
    (before, _), (first, piece), (last, rest) = items[-3:]
    opening = joints(piece, look.sentence.language)
    alone = opening and subject_end(piece[opening:], look) == len(piece) - opening
    silent = any(at < before.end for at in said) and not any(first.start <= at for at in said)
    if alone and piece[0][0] != "," and silent and rest[0][0] == "," and opens_noun(rest[1:], look):
        yield Span(piece[opening][1], first.end), last


def joints(piece: Sequence[Word], language: str) -> int:
    """How many words join an item to the one before it: a comma, an "and"."""
    joining = slots(language).together & breaks(language) | {",", ";"}
    return next((n for n, word in enumerate(piece) if word[0].lower() not in joining), 0)


def subject_end(piece: Sequence[Word], look: Look) -> int:
    """How many words the name or the noun for somebody takes up that opens some words; 0 where none does."""
    side, small = Side(look.sentence, look.text), look.small
    names = {m.start: m.end for m in look.sentence.mentions if m.kind in (Kind.PERSON, Kind.ORGANISATION)}
    noun = 0
    for place, (word, start, _) in enumerate(piece[:SUBJECT]):
        if start in names:
            return next((n for n, later in enumerate(piece) if later[1] >= names[start]), len(piece))
        term = side.term_at(start)
        article = word.lower() in small.article | small.possessive
        if term and not (term.attribute or term.territory or article):
            if noun or not (is_somebody(term) or place):
                return noun
            noun = place + 1
        elif noun or not (article or term):
            return noun
    return noun


SUBJECT = 5
"""How many words may lead to the name that a subject ends with ("the former minister Berg")."""


def opens_noun(words: Sequence[Word], look: Look) -> bool:
    """Whether some words open with an article or a "his", and are no more of what stands before."""
    small = look.small
    opening = small.article - small.of - set(look.small.genitive) | small.possessive
    opening |= small.article & small.party - small.governing
    return len(words) > 1 and words[0][0].lower() in opening and not timed(words, look)


def timed(words: Sequence[Word], look: Look) -> bool:
    """Whether a time stands there: "a year later"."""
    times = (Kind.DATE, Kind.DURATION)
    return any(words[0][1] <= m.start <= words[1][2] and m.kind in times for m in look.sentence.mentions)


def bare(piece: Sequence[Word], behind: Sequence[Word], look: Look) -> bool:
    """Whether a bare noun follows somebody's name, and nothing else: "Moe silver"."""
    named = any(m.start == piece[0][1] and m.kind is Kind.PERSON for m in look.sentence.mentions)
    term = Side(look.sentence, look.text).term_at(behind[0][1])
    rest = [word for word, _, _ in behind[1:] if word not in ".!?"]
    plain = term is not None and bool(term.concepts) and not (term.act or term.attribute or is_somebody(term))
    return named and plain and not rest
