"""The words of a text that single something out: a first, an only one, the largest, or one of the largest.

The words are in `superlatives.toml`, one table a language.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from factcheck.lang.concepts import lemma
from factcheck.lang.fold import fold


class Claimed(StrEnum):
    """What is said of the thing singled out."""

    FIRST = "first"
    SOLE = "sole"
    MOST = "most"


@dataclass(frozen=True, slots=True)
class Peak:
    """The words `[start, end)` that single something out.

    `rank` is 2 for "zweitgrößte", 0 where it is "one of the largest"; `apart` says that it stands by itself, without a
    noun ("for the first time"), `least` that it is the end of the scale that its adjective does not name.
    """

    start: int
    end: int
    claimed: Claimed
    rank: int = 1
    apart: bool = False
    least: bool = False


@lru_cache(maxsize=1 << 12)
def peaks(text: str, language: str) -> tuple[Peak, ...]:
    """The peaks of a sentence in order; none for a language without a table."""
    patterns = _patterns(language)
    if patterns is None:
        return ()
    void = [match.span() for match in patterns.void.finditer(text)]
    among = [match.end() for match in patterns.among.finditer(text)]
    found: list[Peak] = []
    for start, end, claimed, apart in sorted(_raw(text, language, patterns), key=lambda row: (row[0], -row[1])):
        last_void = bisect_left(void, (end, end)) - 1
        if (last_void >= 0 and start < void[last_void][1]) or (found and start < found[-1].end):
            continue
        near = among[bisect_right(among, start) - 1 :][:1] if among and among[0] <= start else []
        weaker = any(start - there <= AMONG_REACH and not STOP.search(text, there, start) for there in near)
        rank = 0 if weaker else patterns.rank(text, start, end)
        found.append(Peak(start, end, claimed, rank, apart, bool(patterns.least.match(text, start, end))))
    return tuple(found)


AMONG_REACH = 48
"""Code points that may lie between "one of the" and what it weakens ("one of the city's largest")."""


STOP = re.compile(r"[,;:.()]")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """A language's table as patterns; `articles` is empty where no article is asked for."""

    words: re.Pattern[str]
    time: re.Pattern[str]
    degree: re.Pattern[str] | None
    best: re.Pattern[str] | None
    endings: tuple[str, ...]
    least: re.Pattern[str]
    among: re.Pattern[str]
    void: re.Pattern[str]
    first: frozenset[str]
    parts: tuple[str, ...]

    def rank(self, text: str, start: int, end: int) -> int:
        """2 for a compound that opens with "second", 1 for any other; what stands before it is the reader's to see."""
        word = text[start:end].lower()
        return next((rank for rank, part in enumerate(self.parts, 2) if word.startswith(part)), 1)


def _raw(text: str, language: str, patterns: _Patterns) -> Iterator[tuple[int, int, Claimed, bool]]:
    for match in patterns.time.finditer(text):
        yield *match.span(), Claimed.FIRST, True
    for match in patterns.words.finditer(text):
        first = match.group().lower() in patterns.first
        yield *match.span(), Claimed.FIRST if first else Claimed.SOLE, False
    for pattern in (patterns.degree, patterns.best):
        for match in pattern.finditer(text) if pattern else ():
            yield *match.span("peak"), Claimed.MOST, False
    for match in _WORD.finditer(text) if patterns.endings else ():
        if match.group().endswith(patterns.endings) and _regular(match.group(), language):
            yield *match.span(), Claimed.MOST, False


_WORD = re.compile(r"[^\W\d_]{5,}")


@lru_cache(maxsize=1 << 14)
def _regular(word: str, language: str) -> bool:
    """Whether a word with a superlative's ending is one: its lemma is the shorter adjective, which it begins like."""
    part = next((part for part in _table(language).get("parts", ()) if word.startswith(part)), "")
    ranked = word.removeprefix(part)
    base = lemma(ranked, language)
    listed = bool(part) and ranked in _table(language)["best"]
    return listed or (len(base) < len(ranked) - 1 and fold(base[:1]) == fold(ranked[:1]) and word[:1].islower())


@cache
def _table(language: str) -> dict[str, Any]:
    tables = tomllib.loads(files(__package__).joinpath("superlatives.toml").read_text(encoding="utf-8"))
    found: dict[str, Any] = tables.get(language, {})
    return found


def _any(words: Iterable[str]) -> str:
    """A pattern of whole words with blanks and apostrophes of any kind; it matches nothing where there are none."""
    listed = sorted(words, key=len, reverse=True)
    said = "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in listed)
    return rf"(?<![\w])(?:{said})(?<=['’])|(?<![\w])(?:{said})(?!\w)" if listed else r"(?!)"


@cache
def _patterns(language: str) -> _Patterns | None:
    table = _table(language)
    if not table:
        return None
    noun = r"(?:[^\W\d_]+\s+)?" if table.get("behind") else ""
    before = rf"(?i:{_any(table['articles'])})\s*{noun}" if table["articles"] else ""
    return _Patterns(
        words=re.compile(_any([*table["first"], *table["sole"]]), re.IGNORECASE),
        time=re.compile(_any(table["time"]), re.IGNORECASE),
        degree=re.compile(rf"{before}(?P<peak>(?:{_any(table['degree'])})\s+[^\W\d_]+)", re.IGNORECASE)
        if table["degree"]
        else None,
        best=re.compile(rf"{before}(?P<peak>{_any(table['best'])})", re.IGNORECASE),
        endings=tuple(table["endings"]),
        least=re.compile(_any(table.get("least", ())), re.IGNORECASE),
        among=re.compile(_any(table["among"]), re.IGNORECASE),
        void=re.compile(_any(table["void"]), re.IGNORECASE),
        first=frozenset(table["first"]),
        parts=tuple(table.get("parts", ())),
    )
