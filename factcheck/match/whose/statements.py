"""What a sentence says of what: each stretch that says something, with the nouns before its verb.

"Sales rose, and the mill, run by Berg, was sold" tells of the sales that they rose, and of the mill that it was sold.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from factcheck.lang.mood import participle
from factcheck.lang.slots import Slots, slots
from factcheck.model import Kind, Mention, Span
from factcheck.reading import NAME_KINDS, SENTENCES_KEPT, Sentence, Term, Word, is_content, words_of
from factcheck.reading.passages import bracketed
from factcheck.reading.reaches import led, sayings, where
from factcheck.reading.segments import chunks, inside, is_that_of, segments, valued
from factcheck.reading.side import OWNS


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun or a name before a verb; `governed` says that a preposition leads to it, or that it only owns."""

    span: Span
    governed: bool = False
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch that says something at `verbs`, none where a relative pronoun or a name alone opens it.

    `nouns` stand before the verb, `pronoun` says that one does too. `aside` says that it only tells of a noun before it
    ("run by Berg", "who left"), `joined` that no subject of its own stands before its verb ("and left"), `under` that
    it is set into another or depends on it, and `gapped` that it has the verb of the one before ("and Berg in Lund").
    """

    span: Span
    verbs: tuple[int, ...]
    nouns: tuple[Noun, ...] = ()
    pronoun: bool = False
    aside: bool = False
    joined: bool = False
    under: bool = False
    gapped: bool = False

    @property
    def heads(self) -> tuple[Noun, ...]:
        """What it is said of: the nouns that nothing governs."""
        return tuple(noun for noun in self.nouns if not noun.governed)

    def holds(self, at: int) -> bool:
        return self.span.start <= at < self.span.end


@lru_cache(maxsize=SENTENCES_KEPT)
def statements(sentence: Sentence, text: str, also: frozenset[int] = frozenset()) -> tuple[Statement, ...]:
    """The statements in their order; `also` are places of words that are verbs here, though no table has them.

    What says nothing goes on with what is before it, or opens what is behind an aside: "…, and the mill, run by Berg,".
    """
    words, small = words_of(text, sentence.passage), slots(sentence.language)
    clauses = segments(sentence, text)
    relative = {part.start for part in clauses if part.relative}
    under = {part.start for part in clauses if part.under} | set(where(words, small))
    said = verbs(sentence, text, words, small, also)
    cuts = {span.start for span in chunks(sentence, text)} | relative | under | set(led(words, said, small))
    edges = [*sorted(at for at in cuts if not inside(at, sentence)), sentence.passage.end]
    found: list[Statement] = []
    waiting: list[Word] = []
    for start, end in pairwise(edges):
        piece = [word for word in words if start <= word[1] < end]
        own = tuple(at for at in said if start <= at < end)
        if not own and found and (name := gap_opener(piece, sentence, small)):
            found.append(Statement(Span(start, end), (), (Noun(Span(name.start, name.end)),), gapped=True))
            continue
        if not own and start not in relative and not bare(piece, own, sentence, small):
            goes_on = bool(found) and (not found[-1].aside or piece[0][0].lower() in small.together)
            waiting = waiting if goes_on and found[-1].aside else [*waiting, *piece]
            if goes_on:
                found[-1] = replace(found[-1], span=Span(found[-1].span.start, end))
            continue
        goes_on = bool(found) and found[-1].aside and piece[0][0].lower() in small.together
        closing = bool(waiting) and all(one.aside for one in found[-1:]) and max(said, default=0) < end
        if start in relative or goes_on or (bare(piece, own, sentence, small) and not (own and closing)):
            owned = theirs(piece, own, sentence, text, small) if start in relative else ()
            found.append(Statement(Span(start, end), own, owned, aside=True))
            continue
        before = [word for word in piece if word[1] < own[0]]
        waiting = [] if start in sentence.thats else waiting
        nouns, pronoun = subject([*waiting, *before], sentence, text, small)
        if small.closing and before and not joining(before[0][0], small) and all(noun.governed for noun in nouns):
            nouns = (*nouns, *subject_behind([word for word in piece if word[1] > own[0]], sentence, text, small))
        pronoun = pronoun or any(word.lower() in small.pronoun - small.article for word, _, _ in piece)
        opened = waiting[0][1] if waiting and not found else start
        set_in = piece[0][0] == "," and piece[1][0].lower() not in small.together | small.contrast
        joined = not any(noun for noun in subject(before, sentence, text, small)[0] if not noun.governed)
        found.append(Statement(Span(opened, end), own, nouns, pronoun, joined=joined, under=start in under or set_in))
        waiting = []
    return tuple(found)


def theirs(piece: Sequence[Word], own: Sequence[int], sentence: Sentence, text: str, small: Slots) -> tuple[Noun, ...]:
    """What an aside tells of where it opens with a possessive: "whose deputy left", not the one whose deputy it is."""
    opening = piece[0][0].lower()
    ahead = [word for word in piece[1:] if word[1] < min(own, default=piece[-1][2])]
    if (
        opening not in small.whose
        or not ahead
        or (opening in small.of_whom and ahead[0][0].lower() not in small.article)
    ):
        return ()
    nouns, pronoun = subject([piece[0], *ahead], sentence, text, small)
    return () if pronoun else nouns


def verbs(sentence: Sentence, text: str, words: Sequence[Word], small: Slots, also: Collection[int]) -> list[int]:
    """Where the sentence has a verb: what is known as one, what follows a name, and what `also` says."""
    known = {*sayings(sentence, words, small), *also}
    names = {m.end for m in sentence.mentions if m.kind in (Kind.PERSON, Kind.ORGANISATION, Kind.TERM)}
    dated = [m for m in sentence.mentions if m.kind is Kind.DATE]
    known = {at for at in known if not any(m.start <= at < m.end for m in dated)}
    plain = {t.start for t in sentence.terms if may_do(t)}
    behind = {
        start for (_, _, end), (word, start, _) in pairwise(words) if end in names and start in plain and word.islower()
    }
    owned = {start for _, start, _ in words if OWNED.search(text, sentence.passage.start, start)}
    said = (known | behind) - owned
    return sorted(said - plural_nouns(words, said, small))


def gap_opener(piece: Sequence[Word], sentence: Sentence, small: Slots) -> Mention | None:
    """The name that opens a piece which has the verb of the one before: "and Berg in Lund", "Moe 40"."""
    opening = [word for word in piece if not joining(word[0], small)]
    name = next((m for m in sentence.mentions if opening and m.start == opening[0][1]), None)
    if name is None or name.kind not in NAME_KINDS - {Kind.PLACE} or opening[0][1] == piece[0][1]:
        return None
    behind = next((word for word in opening if word[1] >= name.end), None)
    rest = [m for m in sentence.mentions if name.end <= m.start < piece[-1][2]]
    leading = small.place | small.leading | small.governing | small.to
    led = behind is not None and (behind[0].lower() in leading or any(m.start == behind[1] for m in rest))
    return name if rest and led else None


def joining(word: str, small: Slots) -> bool:
    return word in (",", ";") or word.lower() in small.together | small.contrast


def may_do(term: Term) -> bool:
    """Whether a word may be a verb that no table has."""
    return not (term.attribute or term.territory or term.named or term.valued or term.office or term.somebody)


OWNED = re.compile(r"(?:['’]s|s['’])\s+$")
"""What stands before a noun that is somebody's: "Berg's sales"."""


def plural_nouns(words: Sequence[Word], said: Collection[int], small: Slots) -> set[int]:
    """Those of the verbs that open a clause as nouns: "sales rose", "exports to Norway fell"."""
    opening = {",", ";", ":"} | small.together | small.contrast
    if small.third or small.closing:
        return set()  # a verb may open a clause, or nouns have a capital
    ways = small.of | small.place | small.to | small.party
    rows = list(zip([("", 0, 0), *words], words, words[1:], strict=False))
    return {
        start
        for (before, _, _), (word, start, _), (following, then, _) in rows
        if start in said and word.endswith("s") and (not before or before.lower() in opening)
        if then in said or following.lower() in ways
    }


def bare(piece: Sequence[Word], own: Sequence[int], sentence: Sentence, small: Slots) -> bool:
    """Whether a piece behind a comma is only a participle with what belongs to it: ", run by Berg"."""
    helping = small.having | small.passive | small.copula | small.have
    said = [word.lower() for word, _, _ in piece]
    done = [word for word, start, _ in piece if start in own]
    if said[:1] == [","] and not own:
        return len(said) > 2 and participle(said[1], sentence.language) and said[2] in small.by  # "directed by Berg"
    if said[:1] != [","] or not helping.isdisjoint(said) or not all(participle(w, sentence.language) for w in done):
        return False
    if small.closing:
        return piece[-1][1] in own
    ahead = [word for word, start, _ in piece[1:] if start < own[0]]
    return not any(is_content(word, sentence.language) or word.lower() in small.article for word in ahead)


def subject(words: Sequence[Word], sentence: Sentence, text: str, small: Slots) -> tuple[tuple[Noun, ...], bool]:
    """The nouns among some words before a verb, and whether a pronoun is among them."""
    names = {m.start: m for m in sentence.mentions if m.kind in NAME_KINDS}
    valued = [m for m in sentence.mentions if m.kind not in NAME_KINDS]
    terms = {t.start: t for t in sentence.terms}
    leading = small.of | small.place | small.to | small.party | small.by | small.leading | small.governing
    found: list[Noun] = []
    governed, closed, article, reached = False, False, "", 0
    for place, (word, start, end) in enumerate(words):
        said, term = word.lower(), terms.get(start)
        if start < reached or bracketed(text[sentence.passage.start : start]):
            continue
        if said in small.pronoun - small.article or (
            is_that_of(place, words, small) and not opens_adverbial(place + 1, words, sentence, small)
        ):
            return tuple(found), True
        if any(m.start <= start < m.end for m in valued) and not (term and any(m.end == end for m in valued)):
            governed, article = False, ""
        elif said in ",;:":
            governed, closed, article = False, False, ""
        elif said in small.article | small.possessive | small.whose and not (said in leading and found):
            governed, article = governed and not closed, said
        elif said in leading:
            governed, closed, article = True, False, ""
        elif name := names.get(start):
            found.append(Noun(Span(start, name.end), governed or bool(OWNS.match(text, name.end))))
            reached, closed, article = name.end, True, ""
        elif term and (article or known_noun(term, sentence.language)) and not (term.attribute or term.territory):
            owning = bool(OWNS.match(text, term.end))
            definite = bool(article) and article not in small.indefinite | small.whose
            found.append(Noun(Span(start, term.end), governed or owning, definite))
            reached, closed, article = term.end, True, ""
    return tuple(found), False


def opens_adverbial(place: int, words: Sequence[Word], sentence: Sentence, small: Slots) -> bool:
    """Whether a preposition or a day begins at a word: "that in 2009", not "that of Berg" nor "that joined"."""
    if place >= len(words):
        return False
    word, start, _ = words[place]
    return word.lower() in (small.leading | small.governing) - small.of or valued(start, sentence)


def subject_behind(words: Sequence[Word], sentence: Sentence, text: str, small: Slots) -> tuple[Noun, ...]:
    """The subject behind a German verb that something else stands before: "Laut Ek haben die Eigner verkauft"."""
    nouns, pronoun = subject(words, sentence, text, small)
    first = next((noun for noun in nouns if not noun.governed), None)
    ahead = [word.lower() for word, start, _ in words if first and start < first.span.start]
    return () if pronoun or first is None or not small.object_case.isdisjoint(ahead) else (first,)


def known_noun(term: Term, language: str) -> bool:
    """Whether a word that no article precedes is known to name something, or is counted."""
    return bool(term.concepts or term.valued or term.named) and is_content(term.text, language)


def told_of(place: int, told: Sequence[Statement]) -> tuple[Noun, ...] | None:
    """What a statement is said of: its own heads, or those that it shares; None where that cannot be told."""
    mine = told[place]
    if mine.pronoun or mine.aside:
        return mine.heads or None if mine.aside else None
    if not mine.joined:
        return mine.heads
    shared = mine.heads
    for before in reversed(told[:place]):
        if before.aside or before.gapped:
            continue
        if before.pronoun:
            return None
        shared = (*before.heads, *shared)
        if before.heads and not before.under:
            break
    return shared or None


def verb_of(sentence: Sentence, text: str) -> int | None:
    """The verb of a claim in which no table has one: the first word behind a noun or name that no noun follows."""
    words = words_of(text, sentence.passage)
    small = slots(sentence.language)
    plain = {t.start for t in sentence.terms if may_do(t)}
    opened = next((place for place, (word, _, _) in enumerate(words) if word.lower() not in small.article), 0)
    return next(
        (
            start
            for (word, start, _), (following, _, _) in zip(
                words[opened + 1 :], [*words[opened + 2 :], (".", 0, 0)], strict=False
            )
            if start in plain and word.islower() and not is_content(following, sentence.language)
        ),
        None,
    )
