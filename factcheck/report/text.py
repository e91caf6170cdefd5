"""The words of sources, made safe to show: every source is a stranger's text.

A source may hold terminal commands, marks that turn the reading order, or characters that take no room. What cannot be
seen is shown by its code point; what could drive a screen never reaches it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.model import DetailMatch, Evidence, Kind, Relation, Source
from factcheck.report.signs import RELATIONS

# Controls (C0 but for white space, DEL, C1), the Arabic letter mark, direction marks, embeddings, overrides and
# isolates, line and paragraph separators, invisible operators, byte order marks, interlinear annotation,
# noncharacters, tags and lone surrogates: what Unicode's TR36 warns of in text from strangers. The two joiners stay:
# Persian and emoji need them.
INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f"
)
SPACE = re.compile(r"[\s\x85\u2028\u2029]+")
SOFT_HYPHEN = "\xad"
SHOWN_BY_CODE = re.compile(f"[{INVISIBLE}]")


def safe(text: str) -> str:
    """A text on one line: runs of white space as one space, invisible characters by code point (`<U+202E>`)."""
    return SHOWN_BY_CODE.sub(lambda m: f"<U+{ord(m[0]):04X}>", SPACE.sub(" ", text).replace(SOFT_HYPHEN, ""))


def clipped(text: str, width: int) -> str:
    """A text of at most `width` characters, cut with an ellipsis, safe to show."""
    said = safe(text).strip()
    return said if len(said) <= width else said[: max(width - 1, 0)].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a quote as it is shown: plain words, words that bear on a detail, or a gap (`…`) for words left out.

    `relation` is that of the detail that the words speak of, the gravest where there are several; None for plain words
    and gaps. `qualified` says that the words qualify what the passage says.
    """

    text: str
    relation: Relation | None = None
    qualified: bool = False
    gap: bool = False


GRAVITY = (Relation.CONFLICTS, Relation.COMPATIBLE, Relation.EQUAL)


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a quote that is marked, in offsets of the quote."""

    start: int
    end: int
    relations: frozenset[Relation]
    qualified: bool = False


def pieces(evidence: Evidence, context: int = 110) -> list[Piece]:
    """A passage cut into what is marked and what is not.

    Of a long passage only the words around the marks are kept: `context` characters on each side, to the next space.
    """
    marks = marked(evidence)
    kept = windows(evidence.quote, marks, context)
    shown: list[Piece] = []
    for start, end in kept:
        if start:
            shown.append(Piece(" … " if shown else "…", gap=True))
        shown += cut(evidence.quote, start, end, marks)
    if kept and kept[-1][1] < len(evidence.quote):
        shown.append(Piece("…", gap=True))
    return shown


def marked(evidence: Evidence) -> list[Marked]:
    """The marked stretches of a passage, in order, without overlap; details that overlap share one stretch."""
    details = [
        Marked(match.mention.start - evidence.start, match.mention.end - evidence.start, frozenset({match.relation}))
        for match in evidence.details
        if match.mention and inside(match.mention.start, match.mention.end, evidence) and not by_value(match, evidence)
    ]
    joined = merged(details)
    qualifying = [
        Marked(mark.start - evidence.start, mark.end - evidence.start, frozenset(), qualified=True)
        for mark in evidence.marks
        if inside(mark.start, mark.end, evidence)
    ]
    apart = [mark for mark in merged(qualifying) if all(mark.end <= d.start or d.end <= mark.start for d in joined)]
    return sorted(joined + apart, key=lambda mark: mark.start)


def inside(start: int, end: int, evidence: Evidence) -> bool:
    return evidence.start <= start < end <= evidence.end


def by_value(match: DetailMatch, evidence: Evidence) -> bool:
    """Whether a word of the claim ("cost") is only said by giving the value that another detail has already marked."""
    said = match.mention
    return match.detail.kind is Kind.TERM and any(
        said and other.mention and (other.mention.start, other.mention.end) == (said.start, said.end)
        for other in evidence.details
        if other.detail.kind is not Kind.TERM
    )


def merged(marks: Iterable[Marked]) -> list[Marked]:
    """Overlapping stretches as one."""
    kept: list[Marked] = []
    for mark in sorted(marks, key=lambda m: (m.start, m.end)):
        if kept and mark.start < kept[-1].end:
            last = kept[-1]
            end = max(last.end, mark.end)
            kept[-1] = Marked(last.start, end, last.relations | mark.relations, last.qualified or mark.qualified)
        else:
            kept.append(mark)
    return kept


def windows(quote: str, marks: Sequence[Marked], context: int) -> list[tuple[int, int]]:
    """The parts of a quote to show: all of a short one, else what is around its marks, or its head without any."""
    if len(quote) <= 4 * context:
        return [(0, len(quote))]
    around = [(mark.start - context, mark.end + context) for mark in marks] or [(0, 3 * context)]
    kept: list[tuple[int, int]] = []
    for start, end in around:
        low, high = word_start(quote, start), word_end(quote, end)
        if kept and low <= kept[-1][1] + 20:  # a gap of three words would hide less than it costs
            low = kept.pop()[0]
        kept.append((low, high))
    return kept


def word_start(text: str, at: int) -> int:
    """The start of the word after an offset, at most 20 characters on; 0 before the text."""
    if at <= 0:
        return 0
    space = text.find(" ", at, at + 20)
    return at if space < 0 else space + 1


def word_end(text: str, at: int) -> int:
    """The end of the word before an offset, at most 20 characters back; the text's end beyond it."""
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", max(at - 20, 0), at)
    return at if space < 0 else space


def cut(quote: str, start: int, end: int, marks: Sequence[Marked]) -> list[Piece]:
    """`quote[start:end]` as pieces."""
    shown: list[Piece] = []
    at = start
    for mark in marks:
        if start <= mark.start and mark.end <= end:
            shown.append(Piece(safe(quote[at : mark.start])))
            gravest = next((relation for relation in GRAVITY if relation in mark.relations), None)
            shown.append(Piece(safe(quote[mark.start : mark.end]), gravest, mark.qualified))
            at = mark.end
    shown.append(Piece(safe(quote[at:end])))
    return [piece for piece in shown if piece.text]


def in_context(text: str, start: int, end: int, context: int = 60) -> tuple[str, str, str]:
    """The words before, of and after a span, to whole words and never beyond its line; gaps are shown as `…`."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    low = max(line_start, word_start(text, start - context))
    high = max(end, min(line_end, word_end(text, end + context)))
    before = ("…" if low > line_start else "") + safe(text[low:start])
    after = safe(text[end:high]) + ("…" if high < line_end else "")
    return before.lstrip(), safe(text[start:end]), after.rstrip()


def place_of(source: Source, start: int) -> tuple[int, int]:
    """The 1-based line and column of an offset."""
    starts = line_starts(source.text)
    line = bisect_right(starts, start)
    return line, start - starts[line - 1] + 1


def line_of(source: Source, start: int) -> int:
    """The 1-based line of an offset."""
    return place_of(source, start)[0]


@lru_cache(maxsize=4)
def line_starts(text: str) -> list[int]:
    """The offset at which each line of a text begins."""
    return [0, *(newline.end() for newline in re.finditer("\n", text))]


def short_ids(ids: Sequence[str]) -> dict[str, str]:
    """Each id by its first word where that is short and tells it from the others (`000_abb31…` is `000`), else all."""
    heads = {identifier: re.split(r"[_\-. ]", identifier, maxsplit=1)[0] for identifier in ids}
    counts: dict[str, int] = {}
    for head in heads.values():
        counts[head] = counts.get(head, 0) + 1
    return {i: head if head and len(head) <= 12 and counts[head] == 1 else i for i, head in heads.items()}


def bracketed(parts: Iterable[Piece]) -> str:
    """A quote with its marks, without colour: `a versé ⟦=12 millions d’euros⟧ pour…`."""
    return "".join(f"⟦{RELATIONS[one.relation].sign}{one.text}⟧" if one.relation else one.text for one in parts)
