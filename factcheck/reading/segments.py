"""The stretches of a source's sentence that each say something of a subject of their own.

"Acme sold a ship, while Bolt, which lost 3 million, kept two" has three: what is said of Acme, and twice of Bolt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from factcheck.lang.mood import breaks
from factcheck.lang.slots import Slots, slots
from factcheck.model import Kind, Ordinal, Qualifier, Span
from factcheck.reading import NAME_KINDS, SENTENCES_KEPT, TELLING, Sentence, Term, Word, words_of


@dataclass(frozen=True, slots=True)
class Segment:
    """Stretches of a sentence that belong together.

    `relative` says that a relative pronoun opens them; `under` that what is told, or a word such as "after", does.
    """

    spans: tuple[Span, ...]
    relative: bool = False
    under: bool = False

    def holds(self, at: int) -> bool:
        return any(span.start <= at < span.end for span in self.spans)

    @property
    def start(self) -> int:
        return self.spans[0].start


@lru_cache(maxsize=SENTENCES_KEPT)
def segments(sentence: Sentence, text: str) -> tuple[Segment, ...]:
    """The sentence's clauses in their order; one that a relative clause interrupts goes on behind it."""
    words = words_of(text, sentence.passage)
    small = slots(sentence.language)
    said = predicates(sentence, words, small)
    cited = [cue.start for cue in sentence.cues if cue.qualifier is Qualifier.ATTRIBUTED]
    opened = [Segment((Span(sentence.passage.start, sentence.passage.end),))]
    for place, (word, start, _) in enumerate(words):
        if place == 0 or inside(start, sentence):
            continue
        told = any(opened[-1].start <= at < start for at in (*said, *cited))
        rest = (Span(start, sentence.passage.end),)
        if is_led(place, words, sentence, said, small) or (told and is_told(place, words, sentence, said, small)):
            aside = opens_relative(place, words, small) or words[place - 1][0] == ","
            opened.append(Segment(rest, relative=aside, under=True))
        elif opens_relative(place, words, small):
            opened.append(Segment(rest, relative=True))
        elif told and (
            contrasts(place, words, small)
            or (joins(word, sentence.language) and opens_anew(place + 1, words, sentence, said, small))
        ):
            opened.append(Segment(rest))
    ends = [*(segment.start for segment in opened[1:]), sentence.passage.end]
    cut = [replace(segment, spans=(Span(segment.start, end),)) for segment, end in zip(opened, ends, strict=True)]
    return tuple(resumed(cut, words, sentence, said))


def is_led(place: int, words: Sequence[Word], sentence: Sentence, said: Sequence[int], small: Slots) -> bool:
    """Whether a word opens a clause with a subject of its own: "after the union left", "which the union sold"."""
    word, start, _ = words[place]
    behind = "," + word.lower() in small.under and words[place - 1][0] == ","
    if word.lower() not in small.under and start not in sentence.thats and not behind:
        return False
    first = behind_adverbial(place + 1, words, sentence, small)
    return opens_anew(first, words, sentence, verbs(said, words, small), small, small.possessive)


def behind_adverbial(place: int, words: Sequence[Word], sentence: Sentence, small: Slots) -> int:
    """Where the subject begins behind what opens a clause with a preposition: "that in 2009 the bank closed".

    The same place where no preposition opens it, or no article or name follows behind what that leads to.
    """
    opened = place + (words[place : place + 1] != [] and words[place][0] == ",")
    leading = small.leading | small.governing | small.place | small.during
    if opened >= len(words) or not (words[opened][0].lower() in leading or valued(words[opened][1], sentence)):
        return place
    opening = small.article | small.possessive
    for n in range(opened + 1, min(len(words) - 1, opened + ADVERBIAL)):
        before, (word, start, _) = words[n - 1], words[n]
        told = valued(before[1], sentence) or before[0] == "," or is_noun(before[1], sentence)
        if told and (word.lower() in opening - leading or any(m.start == start for m in sentence.names)):
            return n
        if word == ",":
            continue
        if any(t.start == start and t.act and not t.valued for t in sentence.terms):
            return place
    return place


ADVERBIAL = 8
"""How many words may stand between "that" and the subject behind an adverbial."""


def valued(start: int, sentence: Sentence) -> bool:
    return any(m.start <= start < m.end for m in sentence.mentions if m.kind not in NAME_KINDS)


def is_noun(start: int, sentence: Sentence) -> bool:
    """Whether a word names something, or ends a name."""
    noun = any(t.start == start and not t.attribute for t in sentence.terms)
    return noun or any(m.start <= start < m.end for m in sentence.names)


def is_told(place: int, words: Sequence[Word], sentence: Sentence, said: Sequence[int], small: Slots) -> bool:
    """Whether what somebody tells begins here, with a subject of its own: "said the union sold the ship"."""
    before = words[place - 1][1]
    cited = any(c.start <= before and c.qualifier is Qualifier.ATTRIBUTED for c in sentence.cues)
    telling = any(t.start <= before < t.end and not TELLING.isdisjoint(t.concepts) for t in sentence.terms)
    comma = words[place][0] == ","
    if not (telling or (comma and cited)):
        return False
    first, done = place + comma, verbs(said, words, small)
    later = behind_adverbial(first, words, sentence, small) if telling else first
    word, start, _ = words[place]
    opening = comma or later > first or word.lower() in small.article | small.possessive
    opening = opening or any(m.start == start for m in sentence.mentions)
    if not (opening or opens_bare(later, words, sentence, done)):
        return False
    return opens_anew(later, words, sentence, done, small, small.possessive)


def opens_bare(place: int, words: Sequence[Word], sentence: Sentence, said: Sequence[int]) -> bool:
    """Whether a counted noun or a bare plural stands right before its verb: "(said) three people died", "profits rose".

    What looks like a plural itself may be the noun: "(announced) job cuts".
    """
    if place >= len(words):
        return False
    word, start, end = words[place]
    counted = next((m for m in sentence.mentions if m.start == start and m.kind is Kind.QUANTITY), None)
    noun = any(t.start == start and not (t.act or t.attribute or t.named) for t in sentence.terms)
    if not counted and not (noun and word.islower() and word.endswith("s")):
        return False
    behind = counted.end if counted else end
    following = next(((w, at) for w, at, _ in words if at >= behind), ("", -1))
    return following[1] in said and not following[0].endswith(("s", "ing"))


def verbs(said: Sequence[int], words: Sequence[Word], small: Slots) -> list[int]:
    """Those of the places where something is said that are no nouns behind an article or an "of": "the sale"."""
    nouns = {end + 1 for word, _, end in words if word.lower() in small.article | small.possessive | small.of}
    return [at for at in said if at not in nouns]


def resumed(cut: Sequence[Segment], words: Sequence[Word], sentence: Sentence, said: Sequence[int]) -> list[Segment]:
    """The segments, what follows the comma that closes a relative clause given back to the clause before it."""
    found: list[Segment] = []
    for segment in cut:
        (span,) = segment.spans
        close = closing(span, words, sentence, said) if segment.relative and found else None
        if close is None:
            found.append(segment)
            continue
        found[-1] = replace(found[-1], spans=(*found[-1].spans, Span(close, span.end)))
        found.append(Segment((Span(span.start, close),), relative=True))
    return found


def closing(span: Span, words: Sequence[Word], sentence: Sentence, said: Sequence[int]) -> int | None:
    """The comma behind a relative clause's own act: what follows goes on with the clause before."""
    first = next((at for at in said if span.start <= at < span.end), span.end)
    return next(
        (at for word, at, _ in words if word == "," and first < at < span.end and not inside(at, sentence)), None
    )


def predicates(sentence: Sentence, words: Sequence[Word], small: Slots) -> list[int]:
    """Where the sentence says something: its acts, and its copulas and passives."""
    names = [m for m in sentence.names if " " in m.text]  # "Rose Fell" fell nowhere
    verbs = (t for t in sentence.terms if t.act or (t.only_verb and t.lemma not in small.light))
    acts = [t.start for t in verbs if not t.valued and not t.named]
    acts = [at for at in acts if not any(m.start <= at < m.end for m in names)]
    return sorted({*acts, *(start for word, start, _ in words if word.lower() in small.copula | small.passive)})


def opens_relative(place: int, words: Sequence[Word], small: Slots) -> bool:
    """Whether a word is a relative pronoun that stands for who does it; none behind a preposition ("à laquelle")."""
    word, before = words[place][0].lower(), words[place - 1][0].lower()
    following = words[place + 1][0] if place + 1 < len(words) else ""
    if before in small.stop or (word in small.article and following[:1].isupper()):
        return False  # ", der Minister"
    return word in small.relative or (before == "," and "," + word in small.relative)


def contrasts(place: int, words: Sequence[Word], small: Slots) -> bool:
    """Whether a word, or a word and the next ("alors que"), sets a clause against the one before."""
    word, following = words[place][0].lower(), words[place + 1][0].lower() if place + 1 < len(words) else ""
    return word in small.contrast or f"{word}+{following}" in small.contrast


def joins(word: str, language: str) -> bool:
    return word in (",", ";") or word.lower() in slots(language).together & breaks(language)


OPENING = 60
"""How many code points a new subject may take up before its act."""


def opens_anew(
    place: int,
    words: Sequence[Word],
    sentence: Sentence,
    said: Sequence[int],
    small: Slots,
    besides: frozenset[str] = frozenset(),
) -> bool:
    """Whether a subject and an act of its own begin at a word, no comma between them; `besides` may open it too."""
    if place >= len(words):
        return False
    start = words[place][1]
    act = next((at for at in said if start < at <= start + OPENING), None)
    if act is None or any(word in ",;:" for word, at, _ in words[place:] if at < act):
        return False
    names = [m.start for m in sentence.mentions if m.kind in NAME_KINDS and start <= m.start < act]
    opening = words[place][0].lower()
    led = bool(names) or opening in small.article | besides or is_that_of(place, words, small)
    return led or opens_bare(place, words, sentence, said)


def is_that_of(place: int, words: Sequence[Word], small: Slots) -> bool:
    """Whether a word stands for a thing named before, of somebody else: "that of Bolt", "los de Bolt"."""
    word, following = words[place][0].lower(), words[place + 1][0].lower() if place + 1 < len(words) else ""
    named = word in small.that_of and following not in small.article - small.of
    return named or (word in small.article and following in small.of)


def inside(start: int, sentence: Sentence) -> bool:
    return any(m.start < start < m.end for m in sentence.mentions)


@lru_cache(maxsize=SENTENCES_KEPT)
def chunks(sentence: Sentence, text: str) -> tuple[Span, ...]:
    """The stretches between commas and conjunctions: the items of a list, each with its own figure."""
    words = words_of(text, sentence.passage)
    small = slots(sentence.language)
    cuts = [
        start
        for place, (word, start, end) in enumerate(words)
        if place and not inside(start, sentence) and not ranks_one(start, end, sentence)
        if joins(word, sentence.language) or word == ":" or contrasts(place, words, small)
    ]
    edges = [sentence.passage.start, *cuts, sentence.passage.end]
    return tuple(Span(start, end) for start, end in pairwise(edges) if start < end)


def ranks_one(start: int, end: int, sentence: Sentence) -> bool:
    """Whether a conjunction joins two ranks of one thing, counted from both ends: "the fourth and last film"."""
    ranks = [(m, m.value.rank) for m in sentence.mentions if isinstance(m.value, Ordinal)]
    return any(
        a.end + 1 == start and b.start in (start, end + 1) and min(i, j) < 0 < max(i, j)
        for a, i in ranks
        for b, j in ranks
    )


def content(segment: Segment, sentence: Sentence) -> Iterator[Term]:
    """The words of a segment that name things or say what they are like, outside names and values."""
    return (t for t in sentence.terms if segment.holds(t.start) and not t.act and not t.valued and not t.named)
