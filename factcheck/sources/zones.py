"""What part of a document each stretch of its text is: title, dateline, body, caption or furniture.

Only what is surely no part of the article is furniture, for it is never evidence: lines of headline fragments side by
side (tickers), lines that say nothing but the page's own words (`zones.toml`), and the short lines above a title where
there are several or where such words stand among them. A sentence after the title is body unless it opens with such
words.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from statistics import median

from factcheck.model import Zone, ZoneName
from factcheck.sources import dateline
from factcheck.sources.dateline import Dateline
from factcheck.sources.lines import Line, flat, lines
from factcheck.sources.words import alternatives, anywhere, opening, words

PROSE = 60
"""Code points from which a line that ends as a sentence is taken for a paragraph of the article."""

SURE_PROSE = 120
"""Code points from which such a line is body even above the title."""

SHORT = 160
"""Code points up to which a line is furniture for words that stand anywhere in it."""

LONG = 300
"""Code points of a line that are looked at for a page's words; a caption is shorter."""

TICKER = 200
"""Code points from which a line of fragments is a ticker."""

_GAP = re.compile(r"[^\S\r\n]{3,}|\t+|\s\+{2,}\s|\s[|•·]\s")
_GAPS = ("   ", "\xa0\xa0", "\xa0 ", "\t", "++", "|", "•", "·", "\u2003", "\u2009")
_SENTENCE_END = re.compile(r"[.!?…。！？][\s\"'”’»)\]\d]*$|[»”]$")
_INNER_END = re.compile(r"[.!?…][»”\"')]?\s+[«“\"(]?[A-ZÀ-ÖØ-Þ]")


@dataclass(frozen=True, slots=True)
class Layout:
    """The zones of a text, and its datelines in order, each with the offset of its line."""

    zones: tuple[Zone, ...]
    datelines: tuple[tuple[int, Dateline], ...]


def layout(text: str, *, body: int = 0, language: str | None = None) -> Layout:
    """The zones of a text, covering it wholly; what stands before the offset `body` (front matter) is furniture."""
    page = [_seen(line) for line in lines(text) if line.start >= body]
    head = _head(page, language)
    marks = _marks(page, head)
    dated = head.datelines or _foot(page, language)
    zones = [Zone(ZoneName.FURNITURE, 0, body)] if body else []
    datelines = []
    for i, (seen, mark) in enumerate(zip(page, marks, strict=True)):
        if i in dated:
            found = dated[i]
            begin = seen.line.start + _indent(text, seen.line)
            datelines.append((begin, found))
            zones.extend(_dated(text, seen.line, begin, found))
        else:
            zones.append(Zone(mark, seen.line.start, seen.line.end))
    return Layout(_merged(zones), tuple(datelines))


# --- one line -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Seen:
    """A line with what is seen of it alone."""

    line: Line
    words: int
    ticker: bool
    furniture: bool
    caption: bool
    sentence: bool

    @property
    def blank(self) -> bool:
        return not self.line.text

    @property
    def prose(self) -> bool:
        return self.sentence and len(self.line.text) >= PROSE and not self.furniture

    @property
    def title_like(self) -> bool:
        """Long enough for a headline, and not a sentence, a label or furniture."""
        text = self.line.text
        if re.match(r"#\s+\w", text):
            return True
        if self.furniture or self.caption or self.ticker or self.prose or text.endswith((":", ",", ";")):
            return False
        if _byline().match(flat(text)):
            return False
        said = not self.sentence or text.endswith(("?", "!", "»", "”"))
        return said and self.words >= 4 and 20 <= len(text) <= 250

    @property
    def scrap(self) -> bool:
        """Too short to say anything: a menu's word, a price."""
        return not self.blank and not self.sentence and (self.words < 4 or len(self.line.text) < 25)


def _seen(line: Line) -> _Seen:
    if not line.text:
        return _Seen(line, 0, ticker=False, furniture=False, caption=False, sentence=False)
    said = flat(line.text[:LONG])  # words that tell furniture stand at the start, or the line is short
    ticker = _ticker(line.text)
    ends = bool(_SENTENCE_END.search(line.text[-40:]))
    count = len(line.text.split()) if line.text.isascii() or " " in line.text else len(line.text) // 2
    inner = len(line.text) >= PROSE and bool(_INNER_END.search(line.text))
    sentence = not ticker and count >= 3 and (ends or inner)
    return _Seen(
        line,
        count,
        ticker,
        ticker or _page_words(said),
        bool(opening("caption").match(said)) and len(said) < LONG,
        sentence,
    )


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words('by'))})\s+\S+(?:\s+\S+){{1,3}}(?:,|\Z)")


def _ticker(text: str) -> bool:
    """Headlines side by side: five fragments or more, most of them several words long and none a sentence."""
    if len(text) < TICKER or not any(gap in text for gap in _GAPS):
        return False
    fragments = [part for part in map(str.strip, _GAP.split(text)) if part]
    if len(fragments) < 5 or median(map(len, fragments)) < 20 or median(len(f.split()) for f in fragments) < 3:
        return False
    return sum(fragment.endswith((".", ";", ",")) for fragment in fragments) * 3 < len(fragments)


def _page_words(said: str) -> bool:
    """Whether a flat line says only a page's own words."""
    if not said:
        return False
    bare = said.strip(" .:;!?»«>›<|•·…*-_()[]\"'0123456789")
    if bare in _whole_words() or opening("starts").match(said):
        return True
    return len(said) <= SHORT and bool(anywhere("contains").search(said))


@cache
def _whole_words() -> frozenset[str]:
    return frozenset(words("whole"))


# --- the head of the page -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Head:
    """Where the article begins: the index of its title (None: it has none), its datelines, its first paragraph."""

    title: int | None
    datelines: dict[int, Dateline]
    first: int


def _head(page: Sequence[_Seen], language: str | None) -> _Head:
    datelines = _datelines(page, language)
    prose = [i for i, seen in enumerate(page) if seen.prose]
    sentences = prose or [i for i, seen in enumerate(page) if seen.sentence and not seen.furniture]
    at = next((i for i, found in datelines.items() if _alone(found, page[i])), None)
    # Between a dateline and the paragraphs under it stands the title, or nothing; a sentence above it is a page's
    # notice.
    first = next((i for i in sentences if at is None or i > at), len(page) if at is None else at + 1)
    title = _title(page, datelines, at, first)
    if at is not None and title is None:
        first = next(iter(sentences), first)
    return _Head(title, datelines, min(first, len(page)))


def _datelines(page: Sequence[_Seen], language: str | None) -> dict[int, Dateline]:
    """The datelines at the head of a page, up to its second paragraph, and only where sentences follow.

    Bare dates with sentences between them are a chronicle's, and none of them is a dateline.
    """
    found: dict[int, Dateline] = {}
    bare: list[int] = []
    paragraphs = 0
    for i, seen in enumerate(page):
        if seen.blank or seen.ticker:
            continue
        line = _dateline(seen, language) if paragraphs < 2 else dateline.read(seen.line.text, language)
        if line and not line.cue and _alone(line, seen):
            bare.append(i)
        if line and paragraphs < 2:
            found[i] = line
        paragraphs += seen.prose
    chronicle = any(page[i].sentence for i in range(bare[0], bare[-1])) if bare else False
    last = max((i for i, seen in enumerate(page) if seen.sentence), default=-1)
    return {
        i: line
        for i, line in found.items()
        if not (chronicle and i in bare) and (i < last or not _alone(line, page[i]))
    }


def _foot(page: Sequence[_Seen], language: str | None) -> dict[int, Dateline]:
    """The dateline under an article: one of its last three lines that says "published"."""
    ends = [i for i, seen in enumerate(page) if not seen.blank][-3:]
    found = {i: line for i in ends if (line := _dateline(page[i], language)) and line.cue}
    if len(found) != 1 or not any(seen.sentence for seen in page[: min(found)]):
        return {}
    return found


def _dateline(seen: _Seen, language: str | None) -> Dateline | None:
    return dateline.read_wire(seen.line.text, language) or dateline.read(seen.line.text, language)


def _alone(line: Dateline, seen: _Seen) -> bool:
    """Whether a dateline is its whole line."""
    return line.end >= len(seen.line.text)


def _title(page: Sequence[_Seen], dated: Container[int], at: int | None, first: int) -> int | None:
    """The index of the title: right above the dateline, else under it, else the line above the first paragraph."""
    if first >= len(page):
        return None
    likely = [i for i in range(first) if page[i].title_like and i not in dated]
    if at is None:
        above = [i for i in range(first) if not page[i].blank]
        if not likely:
            return None
        return likely[-1] if _clutter(page, range(likely[-1]), dated=False) else likely[0] if len(above) <= 3 else None
    nearest = next((i for i in range(at - 1, -1, -1) if not page[i].blank), None)
    if nearest in likely:
        return nearest
    under = [i for i in likely if i > at]
    above = [i for i in likely if at - 8 < i < at]
    return under[0] if under else above[-1] if above else None


def _clutter(page: Sequence[_Seen], above: range, *, dated: bool) -> bool:
    """Whether the lines above a title are furniture: a page's words are among them, or many that are no sentence.

    Where no dateline tells that the article begins below, only the words do: the lines of a dialogue are short too.
    """
    said = [page[i] for i in above if not page[i].blank and not page[i].caption]
    scraps = sum(seen.scrap for seen in said)
    many = scraps >= 3 or sum(not seen.sentence for seen in said) >= 6
    return any(seen.furniture for seen in said) or (dated and many)


# --- the zones ------------------------------------------------------------------------------------------------------


def _marks(page: Sequence[_Seen], head: _Head) -> list[ZoneName]:
    """The zone of each line."""
    marks = [ZoneName.FURNITURE if s.furniture else ZoneName.CAPTION if s.caption else ZoneName.BODY for s in page]
    if head.title is not None:
        _mark_head(page, head, head.title, marks)
    _mark_foot(page, marks)
    _mark_blanks(page, marks)
    return marks


def _mark_head(page: Sequence[_Seen], head: _Head, title: int, marks: list[ZoneName]) -> None:
    """The title, what stands above it, and the scraps (a section, "By") between it and the first paragraph."""
    alone = [i for i, found in head.datelines.items() if _alone(found, page[i])]
    top = min([title, *alone])
    clutter = _clutter(page, range(top), dated=bool(alone))
    for i in range(top if clutter else 0):
        if not _spared(page[i], dated=bool(alone)):
            marks[i] = ZoneName.FURNITURE
    for i in range(top, head.first) if clutter or alone else ():
        if page[i].scrap and not page[i].line.text.endswith(","):
            marks[i] = ZoneName.FURNITURE
    marks[title] = ZoneName.TITLE


def _spared(seen: _Seen, *, dated: bool) -> bool:
    """Whether a line above the title of a page with clutter may be a paragraph of an article all the same."""
    return seen.prose and len(seen.line.text) >= SURE_PROSE if dated else seen.sentence


def _mark_foot(page: Sequence[_Seen], marks: list[ZoneName]) -> None:
    """Behind the last paragraph, from the first of a page's words on, all that is no sentence is furniture."""
    last = max((i for i, seen in enumerate(page) if seen.prose), default=len(page))
    close = next((i for i in range(last + 1, len(page)) if page[i].furniture), len(page))
    for i in range(close, len(page)):
        if not page[i].sentence:
            marks[i] = ZoneName.FURNITURE


def _mark_blanks(page: Sequence[_Seen], marks: list[ZoneName]) -> None:
    """A blank line belongs to the one above; those at the very top to the first that says something."""
    zone = next((mark for seen, mark in zip(page, marks, strict=True) if not seen.blank), ZoneName.BODY)
    for i, seen in enumerate(page):
        zone = marks[i] = zone if seen.blank else marks[i]


def _indent(text: str, line: Line) -> int:
    return len(text[line.start : line.end]) - len(text[line.start : line.end].lstrip())


def _dated(text: str, line: Line, begin: int, found: Dateline) -> list[Zone]:
    """The zones of a line that opens with a dateline: its furniture (a reading time) apart, what follows is body."""
    if found.end >= len(line.text):
        return _segments(text, line.start, line.end)
    stop = begin + found.end
    return [Zone(ZoneName.DATELINE, line.start, stop), Zone(ZoneName.BODY, stop, line.end)]


def _segments(text: str, start: int, end: int) -> list[Zone]:
    """A dateline in its parts between bullets: those that say a page's words are furniture."""
    cuts = [start, *(start + m.start() for m in re.finditer(r"[•|·]", text[start:end])), end]
    zones = []
    for left, right in pairwise(cuts):
        said = flat(text[left:right].strip(" •|·\t\xa0"))
        zones.append(Zone(ZoneName.FURNITURE if _page_words(said) else ZoneName.DATELINE, left, right))
    return zones


def _merged(zones: Sequence[Zone]) -> tuple[Zone, ...]:
    """The zones without empty ones, neighbours of one name joined."""
    joined: list[Zone] = []
    for zone in zones:
        if zone.start == zone.end:
            continue
        if joined and joined[-1].zone is zone.zone:
            joined[-1] = Zone(zone.zone, joined[-1].start, zone.end)
        else:
            joined.append(zone)
    return tuple(joined)
