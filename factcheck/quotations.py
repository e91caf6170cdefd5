"""Quotations: a claim's words between quotation marks, found word for word, as drift, or not at all.

Spaces, quotation marks, apostrophes, capitals and an "[…]" make no difference; words do. What is near but not the same
is drift: it is shown with the source's own words and never supports. Drift that changes a denial, a number, a name or
turns a word into its opposite says something else. Cost is linear in the source: a quotation is searched for by its
rarest words.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import LCSseq, Levenshtein

from factcheck.extract import extract, numbers
from factcheck.lang.concepts import concepts, opposites
from factcheck.lang.mood import negated
from factcheck.model import Kind, Mention, Name
from factcheck.names import NameLikeness, same_name
from factcheck.reading import Reading

MIN_WORDS = 4
"""Words that make a quotation; fewer between marks are a title, a term or a wink, and are read like any others."""

MARKS = re.compile(
    r"«(?P<a>(?:[^«»]++|«[^«»]*+»)*+)»|“(?P<b>[^“”]*+)”|„(?P<c>[^„“”]*+)[“”]|\"(?P<d>(?:[^\"\n]|\n(?!\s*\n))*+)\""
    r"|「(?P<e>[^「」]*+)」|(?<![^\s(])‘(?P<f>(?:[^‘’]|’(?=\w))*+)’(?!\w)"
)
"""Quotation marks in pairs, the outermost ones where they are nested."""

GAP = re.compile(r"\[[^\[\]]{0,80}\]|\(\s*(?:\.{3}|…)\s*\)|…|\.{3}")
"""What a quotation leaves out or puts in by itself: "[…]", "(...)", "[the minister]"."""

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts written without blanks between words: each letter is taken for a word."""

LETTER = rf"(?:[^\W_{UNSPACED}]|[\u0300-\u036f\u00ad\u200b-\u200d])"
WORD = re.compile(rf"[{UNSPACED}]|{LETTER}+(?:['’ʼ]{LETTER}+)*")

REACH = 60
"""Words that an "[…]" may stand for."""

INSERTED = 15
"""Words that may stand between two halves of one quotation: “…”, said the minister on Monday, “…”."""

DRIFT = 0.6
"""Likeness from which other words are drift of a quotation: twice the words in common over the words of both."""

DENYING_DRIFT = 0.75
SHARED = 4
"""Likeness, and words in common, from which a changed word denies the quotation."""

COMMON = 40
"""Places of a word in a source above which it is too common to be searched by."""

RAREST = 4
"""How many of a quotation's words are searched by."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of a claim, marks included in `[start, end)`; `pieces` are its words between what it leaves out."""

    text: str
    start: int
    end: int
    pieces: tuple[tuple[str, ...], ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word for piece in self.pieces for word in piece)


@dataclass(frozen=True, slots=True)
class Found:
    """Where a source has a quotation's words: exactly where `drift` is empty, else with what differs.

    `turned` says why the difference denies the quotation; empty where it does not.
    """

    start: int
    end: int
    drift: str = ""
    turned: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order, with their places, also joined by blanks; `where` lists each word's numbers."""

    said: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    joined: str
    places: tuple[int, ...]
    where: Mapping[str, tuple[int, ...]]


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a claim, in order."""
    found = []
    for match in MARKS.finditer(text):
        inside = text[slice(*match.span(match.lastgroup or 0))]
        pieces = tuple(filter(None, (tuple(map(plain, WORD.findall(part))) for part in GAP.split(inside))))
        if sum(map(len, pieces)) >= MIN_WORDS:
            found.append(Quotation(inside.strip(), match.start(), match.end(), pieces))
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def plain(word: str) -> str:
    """A word without capitals, soft hyphens or its own kind of apostrophe; accents stay."""
    kept = word.replace("’", "'").replace("ʼ", "'").translate(INVISIBLE)
    return unicodedata.normalize("NFC", kept).casefold()


INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D))


def spans(source: Reading) -> tuple[tuple[int, int], ...]:
    """The passages of a source in which a quotation is searched for."""
    return tuple((sentence.passage.start, sentence.passage.end) for sentence in source.sentences)


# --- the source's words ---------------------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def spoken(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[Words, Words]:
    """The words of a text's passages, and those between quotation marks alone, an insertion left out."""
    every = [(m.start(), m.end()) for start, end in spans for m in WORD.finditer(text, start, end)]
    return indexed(text, every), indexed(text, list(quoted_words(text, every)))


BREAK = (-1, -1)
"""Stands between quotations that are not halves of one."""


def quoted_words(text: str, every: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The words inside quotation marks; a break where too much, or a paragraph's end, lies between two quotations."""
    starts = [start for start, _ in every]
    last = 0
    for match in MARKS.finditer(text):
        first, end = bisect_left(starts, match.start()), bisect_left(starts, match.end())
        if first == end:
            continue
        if first - last > INSERTED or "\n\n" in text[every[last - 1][1] if last else 0 : match.start()]:
            yield BREAK
        yield from every[first:end]
        last = end


def indexed(text: str, spans: Sequence[tuple[int, int]]) -> Words:
    said = tuple("\n" if span == BREAK else plain(text[span[0] : span[1]]) for span in spans)
    places, at = [], 1
    where: dict[str, list[int]] = {}
    for number, word in enumerate(said):
        places.append(at)
        at += len(word) + 1
        where.setdefault(word, []).append(number)
    numbered = {word: tuple(found) for word, found in where.items()}
    return Words(said, tuple(spans), f" {' '.join(said)} ", tuple(places), numbered)


# --- searching ------------------------------------------------------------------------------------------------------


def find(quotation: Quotation, text: str, spans: tuple[tuple[int, int], ...], language: str | None) -> list[Found]:
    """Where a source has the quotation: word for word, else its nearest drift where both are of one `language`."""
    every, quoted = spoken(text, spans)
    exact = list(exactly(quotation, every)) or list(exactly(quotation, quoted))
    if exact or language is None:
        return exact
    near = nearest(quotation, every, text)
    return [drifted(quotation, near, every, text, language)] if near else []


MOST = 8
"""Places of one quotation in one source that are looked at."""


def exactly(quotation: Quotation, words: Words) -> Iterator[Found]:
    """Every place where the pieces of a quotation follow each other."""
    seen = 0
    for first in runs(quotation.pieces[0], words, 0):
        last = first + len(quotation.pieces[0])
        for piece in quotation.pieces[1:]:
            at = next(runs(piece, words, last), None)
            if at is None or at - last > REACH:
                break
            last = at + len(piece)
        else:
            yield Found(words.spans[first][0], words.spans[last - 1][1])
            seen += 1
        if seen == MOST:
            return


def runs(piece: Sequence[str], words: Words, after: int) -> Iterator[int]:
    """The numbers of the words at which a row of words stands, from the word numbered `after`."""
    if after >= len(words.places):
        return
    wanted = f" {' '.join(piece)} "
    at = words.joined.find(wanted, words.places[after] - 1)
    while at >= 0:
        yield bisect_left(words.places, at + 1)
        at = words.joined.find(wanted, at + 1)


def nearest(quotation: Quotation, words: Words, text: str) -> tuple[int, int] | None:
    """The first and the last word's number of what is most like the quotation; None where nothing is like it."""
    wanted = quotation.words
    rare = sorted(
        {word for word in wanted if 0 < len(words.where.get(word, ())) <= COMMON},
        key=lambda w: (len(words.where[w]), -len(w), w),
    )[:RAREST]
    slack = max(4, len(wanted) // 3)
    froms = sorted({max(0, at - wanted.index(word) - slack) for word in rare for at in words.where[word]})
    best: tuple[float, int, int] = (DRIFT, 0, 0)
    reached = -slack
    for begin in froms:
        if begin - reached < slack // 2:
            continue
        reached = begin
        found = closest(wanted, words.said[begin : begin + len(wanted) + 3 * slack])
        if found and found[0] > best[0]:
            best = (found[0], begin + found[1], begin + found[2])
    return widened(wanted, best[1], best[2], words, text) if best[0] > DRIFT else None


def closest(wanted: Sequence[str], said: Sequence[str]) -> tuple[float, int, int] | None:
    """`(likeness, first, last)` of the stretch of some words that is most like those wanted."""
    blocks = [(op.dest_start, op.dest_end) for op in LCSseq.opcodes(wanted, said) if op.tag == "equal"]
    best = None
    for one, (begin, _) in enumerate(blocks):
        common = 0
        for first, end in blocks[one:]:
            common += end - first
            likeness = 2 * common / (len(wanted) + end - begin)
            if best is None or likeness > best[0]:
                best = (likeness, begin, end - 1)
    return best


def widened(wanted: Sequence[str], first: int, last: int, words: Words, text: str) -> tuple[int, int]:
    """The stretch with as many words at its sides as the quotation has more, up to a mark that ends a sentence."""
    ops = [op for op in Levenshtein.opcodes(wanted, words.said[first : last + 1]) if op.tag == "equal"]
    before, after = ops[0].src_start, len(wanted) - ops[-1].src_end
    while before and first and not STOP.search(text, words.spans[first - 1][1], words.spans[first][0]):
        first, before = first - 1, before - 1
    while (
        after and last + 1 < len(words.said) and not STOP.search(text, words.spans[last][1], words.spans[last + 1][0])
    ):
        last, after = last + 1, after - 1
    return first, last


STOP = re.compile(r"[.!?…\n«»“”„\"「」:;]")


# --- what differs ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Change:
    """Words of a quotation and what a source has in their place; either may be empty. `edge` is at either's end."""

    ours: str
    theirs: str
    edge: bool

    def __str__(self) -> str:
        if self.ours and self.theirs:
            return f"“{self.theirs}” for “{self.ours}”"
        return f"without “{self.ours}”" if self.ours else f"with “{self.theirs}”"


def drifted(quotation: Quotation, near: tuple[int, int], words: Words, text: str, language: str) -> Found:
    """The drift between a quotation and the stretch of words nearest to it."""
    first, last = near
    said, spans = words.said[first : last + 1], words.spans[first : last + 1]
    changes = list(changed(quotation.words, said, spans, text))
    common = LCSseq.similarity(quotation.words, said)
    certain = common >= SHARED and 2 * common / (len(said) + len(quotation.words)) >= DENYING_DRIFT
    start, end = spans[0][0], spans[-1][1]
    turned = turning(changes, quotation.text, text[start:end], language) if certain else ""
    return Found(start, end, "; ".join(map(str, changes)), turned)


def changed(
    wanted: Sequence[str], said: Sequence[str], spans: Sequence[tuple[int, int]], text: str
) -> Iterator[Change]:
    for op in Levenshtein.opcodes(wanted, said):
        if op.tag != "equal":
            ours = " ".join(wanted[op.src_start : op.src_end])
            theirs = spans[op.dest_start : op.dest_end]
            edge = op.src_end == len(wanted) or op.dest_end == len(said)
            yield Change(ours, text[theirs[0][0] : theirs[-1][1]] if theirs else "", edge)


def turning(changes: Sequence[Change], ours: str, theirs: str, language: str) -> str:
    """Why two wordings say different things: another value, another name, the opposite, or only one is denied."""
    for change in changes:
        if change.ours and change.theirs and (other_value(change, language) or opposed(change, language)):
            return f"“{change.theirs}” is not “{change.ours}”"
    return other_denial(changes, ours, theirs, language) or other_name(changes, ours, theirs, language)


def other_value(change: Change, language: str) -> bool:
    """Whether both wordings state numbers or dates, and none in common."""
    mine, other = ({str(amount) for *_, amount in numbers(said, language)} for said in (change.ours, change.theirs))
    if mine and other:
        return not mine & other
    mentions = (extract(said, language=language) for said in (change.ours, change.theirs))
    mine, other = ({str(m.value) for m in found if not isinstance(m.value, Name)} for found in mentions)
    return bool(mine and other and not mine & other)


def opposed(change: Change, language: str) -> bool:
    mine, other = (
        [id for word in said.split() for id in concepts(word, language)] for said in (change.ours, change.theirs)
    )
    return any(opposites(id) & set(other) for id in mine)


A_DENIAL = 3
"""Words that a change may hold to be no more than a denial ("do not")."""


def other_denial(changes: Sequence[Change], ours: str, theirs: str, language: str) -> str:
    """That one wording denies what the other says, by a change that is no more than that."""
    mine, other = (len(negated(said, 0, len(said), language)) % 2 for said in (ours, theirs))
    short = any(not c.edge and max(len(c.ours.split()), len(c.theirs.split())) <= A_DENIAL for c in changes)
    return (
        ("denied here" if other else "the claim’s wording denies it, this does not") if mine != other and short else ""
    )


def other_name(changes: Sequence[Change], ours: str, theirs: str, language: str) -> str:
    """That somebody or some place is put in another's stead."""
    mine, other = ([m for m in extract(said, language=language) if m.kind in NAMED] for said in (ours, theirs))
    for a, b in product(mine, other):
        both = any(plain(a.text) in c.ours and b.text in c.theirs for c in changes)
        if both and a.kind is b.kind and not alike(a, b):
            return f"“{b.text}” is not “{a.text}”"
    return ""


NAMED = frozenset({Kind.PERSON, Kind.PLACE, Kind.ORGANISATION})


def alike(a: Mention, b: Mention) -> bool:
    both = isinstance(a.value, Name) and isinstance(b.value, Name)
    return both and same_name(a.value, b.value, kind=a.kind) is not NameLikeness.OTHER
