"""What the line at the head of an article says of its publication: day, revision, outlet.

Only absolute dates count, and an order of numbers that could be read two ways (10/11/2020 where no language settles it)
is no date here. Month and weekday names are CLDR's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale

from factcheck.sources.lines import flat
from factcheck.sources.words import agencies, alternatives, words

LANGUAGES = ("fr", "en", "es", "de", "it", "pt", "nl")
"""The languages whose month and weekday names a dateline is read with."""

_LONGEST = 220
_CLOCK = r"\d{1,2}\s?(?:h|:|uhr)\s?(?:\d{2})?(?::\d{2})?(?!\w)"


@dataclass(frozen=True, slots=True)
class Dateline:
    """A line's facts. `start` and `end` are offsets in the line; `cue` tells that the line says "published"."""

    start: int
    end: int
    cue: bool
    published: date | None = None
    updated: date | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class _Day:
    start: int
    end: int
    day: date | None


def day_in(text: str, language: str | None = None) -> date | None:
    """The first absolute day in a text that can be read one way only; None where there is none."""
    return next((found.day for found in _days(flat(text), language) if found.day), None)


def read(line: str, language: str | None = None) -> Dateline | None:
    """The dateline in a line, or None where the line is something else, a sentence with a date for one.

    `language` settles the order of numbers (English alone writes the month first); line as in the text, without its
    break.
    """
    if len(line) > _LONGEST or not re.search(r"\d{4}", line):
        return None
    said = flat(line)
    days = _days(said, language)
    if not days:
        return None
    cues = _cues(said, days)
    rest = _rest(said, days)
    if len(rest) > (60 if cues else 25) or (
        len(rest) > (15 if cues else 0) and rest.endswith((".", "!", "?", ":", ","))
    ):
        return None
    firsts = [day.day for day in days if day.start not in cues["updated"]] if cues else [day.day for day in days[:1]]
    later = [day.day for day in days if cues and day.start in cues["updated"]]
    published = next(iter(firsts), None)
    updated = next(iter(later), None)
    return Dateline(0, len(line), bool(cues), published, updated, _publisher(line, said, days) if cues else None)


def read_wire(line: str, language: str | None = None) -> Dateline | None:
    """An agency's dateline before the first words of a paragraph: `PARIS, 24 nov 2021 (AFP) - Le ministre`."""
    match = _wire().match(line[:120])
    if not match:
        return None
    return Dateline(0, match.end(), False, day_in(match[0], language))


# --- days -----------------------------------------------------------------------------------------------------------


@cache
def _months() -> dict[str, int]:
    """Flat month names, full and short, of all languages."""
    names: dict[str, int] = {}
    for code in LANGUAGES:
        locale = Locale.parse(code)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    names.setdefault(flat(name).rstrip("."), number)
    return {**names, "sept": 9}


@cache
def _weekdays() -> tuple[str, ...]:
    found = set()
    for code in LANGUAGES:
        for width in ("wide", "abbreviated"):
            found |= {flat(name).rstrip(".") for name in Locale.parse(code).days["format"][width].values()}
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


@cache
def _day_pattern() -> re.Pattern[str]:
    month = "|".join(sorted(_months(), key=lambda name: (-len(name), name)))
    return re.compile(
        rf"(?<![\w./-])(?:(?P<y1>\d{{4}})-(?P<m1>\d\d)-(?P<d1>\d\d)(?=$|[^\d-])(?:t\d\d:\d\d\S*)?"
        rf"|(?P<a>\d{{1,2}})\s?(?P<sep>[-/.])\s?(?P<b>\d{{1,2}})\s?(?P=sep)\s?(?P<y2>\d{{4}})(?!\d|[-/.]\d)"
        rf"|(?P<d3>\d{{1,2}})(?:er|st|nd|rd|th|\.|º)?[\s-]\s?(?:de\s|of\s)?(?P<m3>{month})\.?,?[\s-](?:de\s|del\s)?(?P<y3>\d{{4}})"
        rf"|(?P<m4>{month})\.?\s(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y4>\d{{4}}))(?!\d)"
    )


def _days(said: str, language: str | None) -> list[_Day]:
    """The absolute dates in a flat text, with None for the day where it can be read two ways, or does not exist."""
    found = []
    for match in _day_pattern().finditer(said):
        year, month, day = _numbers(match.groupdict(), language)
        try:
            found.append(_Day(match.start(), match.end(), date(year, month, day) if month else None))
        except ValueError:
            found.append(_Day(match.start(), match.end(), None))
    return found


def _numbers(parts: dict[str, str | None], language: str | None) -> tuple[int, int, int]:
    """Year, month and day of a match; month 0 where the order is open."""
    if parts["y1"]:
        return int(parts["y1"]), int(parts["m1"] or 0), int(parts["d1"] or 0)
    if parts["y3"]:
        return int(parts["y3"]), _months()[parts["m3"] or ""], int(parts["d3"] or 0)
    if parts["y4"]:
        return int(parts["y4"]), _months()[parts["m4"] or ""], int(parts["d4"] or 0)
    a, b = int(parts["a"] or 0), int(parts["b"] or 0)
    day_first = parts["sep"] == "." or a > 12 or a == b or language not in (None, "en")
    month_first = b > 12
    if month_first:
        return int(parts["y2"] or 0), a, b
    return (int(parts["y2"] or 0), b, a) if day_first else (0, 0, 0)


# --- cues -----------------------------------------------------------------------------------------------------------


class _Cues(dict[str, set[int]]):
    """Which dates (by their start) stand after a word for "published", which after one for "updated"."""

    def __bool__(self) -> bool:
        return any(self.values())


@cache
def _cue_pattern() -> re.Pattern[str]:
    return re.compile(
        f"(?P<updated>{alternatives(words('updated'))})|(?P<published>{alternatives(words('published'))})"
    )


def _cues(said: str, days: list[_Day]) -> _Cues:
    cues = _Cues(published=set(), updated=set())
    begin = 0
    for day in days:
        near = list(_cue_pattern().finditer(said, begin, day.start))
        if near and day.start - near[-1].end() <= 80:
            cues[near[-1].lastgroup or "published"].add(day.start)
        begin = day.end
    return cues


@cache
def _noise() -> re.Pattern[str]:
    known = (*words("published"), *words("updated"), *words("filler"), *_weekdays())
    return re.compile(f"{_CLOCK}|{alternatives(known)}|[\\d\\W_]+")


def _rest(said: str, days: list[_Day]) -> str:
    """What a line says beside its dates, clock times, cues and signs; its last sign is kept."""
    pieces, begin = [], 0
    for day in days:
        pieces.append(said[begin : day.start])
        begin = day.end
    pieces.append(said[begin:])
    rest = _noise().sub(" ", " ".join(pieces)).strip()
    return rest + said[-1] if rest and said[-1] in ".!?:," else rest


@cache
def _publisher_pattern() -> re.Pattern[str]:
    cue, within, on = (alternatives(words(role)) for role in ("published", "within", "on"))
    return re.compile(rf"(?:{cue})\s+(?:{within})\s+(?P<outlet>\S.{{0,60}}?),?\s*(?:{on})?\s*\Z")


def _publisher(line: str, said: str, days: list[_Day]) -> str | None:
    """The outlet in "Publié dans X le …", as written; a weekday or a section of a paper is none."""
    match = _publisher_pattern().search(said[: days[0].start])
    if not match:
        return None
    outlet = match["outlet"].strip(" ,-")
    if outlet in _weekdays() or outlet in words("sections") or not line[match.start("outlet")].isupper():
        return None
    return line[match.start("outlet") : match.start("outlet") + len(outlet)]


@cache
def _wire() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in agencies())
    return re.compile(rf"[^\W\d_][^()\n]{{0,70}}?[\s,]*\((?:{names})(?:[ /-][\w .]{{1,20}})?\)\s*(?:[-–—:.]+\s*|\s)")
