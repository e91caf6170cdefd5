"""What the line at the head of an article says of its publication: day, revision, outlet.

A dateline is read before the language of its text is known, often in another language than the article's (a page's
frame may be English round a French text), and it must not be read where a sentence merely holds a date: so it has its
own few patterns instead of the recogniser of mentions. Month and weekday names are CLDR's. Only absolute dates count,
and an order of numbers that could be read two ways (04/05/2021 on an English page) is no date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError

from factcheck.lang.media import AGENCIES
from factcheck.sources.lines import flat
from factcheck.sources.words import alternatives, words

LANGUAGES = ("fr", "en", "es", "de", "it", "pt", "nl")
"""The languages whose month and weekday names are known on every page, beside those of the page's own language."""

LONGEST = 220
"""Code points of the longest dateline."""

NEAR = 80
"""Code points between "published" and its date, the outlet's name among them."""

_CLOCK = r"\d{1,2}\s?(?:h|:|\.|uhr)\s?(?:\d{2})?(?::\d{2})?\s?(?:[ap]\.?m\.?)?(?!\w)"


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
class Day:
    """A date in a line; `day` is None where it can be read two ways, or does not exist."""

    start: int
    end: int
    day: date | None


def day_in(text: str, language: str | None = None) -> date | None:
    """The first absolute day in a text that can be read one way only; None where there is none."""
    return next((found.day for found in days(flat(text), language) if found.day), None)


def read(line: str, language: str | None = None) -> Dateline | None:
    """The dateline in a line, or None where the line is something else, a sentence with a date for one.

    `language` is the page's, where it is known: English alone may write the month first. The line comes without its
    break.
    """
    if len(line) > LONGEST or not re.search(r"\d{4}", line):
        return None
    said = flat(line)
    found = days(said, language)
    if not found:
        return None
    published, updated = _by_cue(said, found)
    cue = bool(published or updated)
    if not (_labelled(line, said, found) if cue else _bare(line, said, found)):
        return None
    firsts = [day for day in found if day not in updated] if cue else found
    return Dateline(
        start=0,
        end=len(line),
        cue=cue,
        published=next((day.day for day in firsts[:1]), None),
        updated=next((day.day for day in updated[:1]), None),
        publisher=_publisher(line, said, found) if cue else None,
    )


def read_wire(line: str, language: str | None = None) -> Dateline | None:
    """A dateline before the first words of a paragraph: `PARIS, 24 nov 2021 (AFP) - Le ministre`.

    It names a place, and an agency in brackets or a day, and ends with a dash. Where the year is not given, only
    capitals tell the place from the words of a sentence: `PARIS, Nov 24 - The minister`.
    """
    head = line[:120]
    if match := _agency_wire().match(head):
        return Dateline(0, match.end(), False, day_in(match[0], language))
    if (match := _DATED_WIRE.match(head)) and (day := day_in(match["day"], language)):
        return Dateline(0, match.end(), False, day)
    if (match := _YEARLESS_WIRE.match(head)) and _months(language).keys() & set(_WORD.findall(flat(match["day"]))):
        return Dateline(0, match.end(), False, None)
    return None


# --- days -----------------------------------------------------------------------------------------------------------


@cache
def _locales(language: str | None) -> tuple[Locale, ...]:
    """The page's own locale first, then those of every page."""
    own = []
    if language and language not in LANGUAGES:
        with suppress(UnknownLocaleError, ValueError):
            own.append(Locale.parse(language))
    return (*own, *(Locale.parse(code) for code in LANGUAGES))


@cache
def _months(language: str | None) -> Mapping[str, int]:
    """Flat month names, full and short."""
    names: dict[str, int] = {}
    for locale in _locales(language):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    names.setdefault(flat(name).rstrip("."), number)
    return {**names, "sept": 9}


@cache
def _weekdays(language: str | None) -> tuple[str, ...]:
    """Flat weekday names, full and short."""
    widths = ("wide", "abbreviated")
    return tuple(
        {
            flat(n).rstrip("."): 0
            for x in _locales(language)
            for width in widths
            for n in x.days["format"][width].values()
        }
    )


@cache
def _day_pattern(language: str | None) -> re.Pattern[str]:
    month = "|".join(re.escape(name) for name in sorted(_months(language), key=lambda name: (-len(name), name)))
    return re.compile(
        rf"(?<![\w./-])(?:(?P<y1>\d{{4}})-(?P<m1>\d\d)-(?P<d1>\d\d)(?=$|[^\d-])(?:t\d\d:\d\d\S*)?"
        rf"|(?P<a>\d{{1,2}})\s?(?P<sep>[-/.])\s?(?P<b>\d{{1,2}})\s?(?P=sep)\s?(?P<y2>\d{{4}})(?!\d|[-/.]\d)"
        rf"|(?P<y5>\d{{4}})\s?[年년]\s?(?P<m5>\d{{1,2}})\s?[月월]\s?(?P<d5>\d{{1,2}})\s?[日일]"
        rf"|(?P<d3>\d{{1,2}})(?:er|st|nd|rd|th|\.|º)?[\s-]\s?(?:de\s|of\s)?(?P<m3>{month})\.?,?[\s-](?:de\s|del\s)?(?P<y3>\d{{4}})"
        rf"|(?P<m4>{month})\.?\s(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y4>\d{{4}}))(?!\d)"
    )


def days(said: str, language: str | None) -> list[Day]:
    """The absolute dates in a flat text."""
    found = []
    for match in _day_pattern(language).finditer(said):
        year, month, day = _numbers(match.groupdict(""), language)
        try:
            found.append(Day(match.start(), match.end(), date(year, month, day) if month else None))
        except ValueError:
            found.append(Day(match.start(), match.end(), None))
    return found


def _numbers(parts: Mapping[str, str], language: str | None) -> tuple[int, int, int]:
    """Year, month and day of a match; month 0 where their order is open."""
    for number in "15":
        if parts[f"y{number}"]:
            return int(parts[f"y{number}"]), int(parts[f"m{number}"]), int(parts[f"d{number}"])
    for number in "34":
        if parts[f"y{number}"]:
            return int(parts[f"y{number}"]), _months(language)[parts[f"m{number}"]], int(parts[f"d{number}"])
    year, a, b = int(parts["y2"]), int(parts["a"]), int(parts["b"])
    if b > 12:
        return year, a, b
    if parts["sep"] == "." or a > 12 or a == b or language not in (None, "en"):
        return year, b, a
    return year, 0, 0


# --- what stands beside them ----------------------------------------------------------------------------------------


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(
        f"(?P<updated>{alternatives(words('updated'))})|(?P<published>{alternatives(words('published'))})"
    )


def _by_cue(said: str, found: Sequence[Day]) -> tuple[list[Day], list[Day]]:
    """The dates behind a word for "published", and those behind one for "updated"."""
    sides: dict[str | None, list[Day]] = {"published": [], "updated": []}
    begin = 0
    for day in found:
        near = list(_cues().finditer(said, begin, day.start))
        if near and day.start - near[-1].end() <= NEAR:
            sides[near[-1].lastgroup].append(day)
        begin = day.end
    return sides["published"], sides["updated"]


@cache
def _noise() -> re.Pattern[str]:
    """What a dateline may hold beside its dates: times of day, weekdays, the words of `zones.toml`, signs."""
    known = (*words("published"), *words("updated"), *words("filler"), *_weekdays(None))
    return re.compile(f"{_CLOCK}|{alternatives(known)}|[\\d\\W_]+")


def _rest(line: str, said: str, found: Sequence[Day]) -> list[str]:
    """The words of a line that are no part of its dates and no noise, as written."""
    kept = list(line)
    for day in found:
        kept[day.start : day.end] = " " * (day.end - day.start)
    for noise in _noise().finditer("".join(char if kept[i] != " " else " " for i, char in enumerate(said))):
        kept[noise.start() : noise.end()] = " " * (noise.end() - noise.start())
    return "".join(kept).split()


def _labelled(line: str, said: str, found: Sequence[Day]) -> bool:
    """Whether a line that says "published" is a dateline: little else is in it, and it is no sentence."""
    rest = _rest(line, said, found)
    return len(rest) <= (2 if line.endswith((".", "!", "?")) else 8) and sum(map(len, rest)) <= 60


def _bare(line: str, said: str, found: Sequence[Day]) -> bool:
    """Whether a line without such a word is one: the date alone, or beside a name that a sign or "by" sets off."""
    rest = _rest(line, said, found)
    if not rest:
        return not line.endswith((":", ","))
    before, after = said[: found[0].start], said[found[-1].end :]
    by = re.match(rf"\W*(?:{alternatives(words('by'))})\s", said)
    apart = (
        by or re.search(r"[,|•·-]\s*(?:(?:le|el|il|am|on|a)\s+)?(?:\w+\s+)?\Z", before) or re.match(r"\s*[|•·-]", after)
    )
    named = all(word[:1].isupper() for word in rest)
    return bool(apart) and named and len(rest) <= 4 and not line.endswith((".", "!", "?", ":", ","))


@cache
def _publisher_pattern() -> re.Pattern[str]:
    cue, within, on = (alternatives(words(role)) for role in ("published", "within", "on"))
    return re.compile(rf"(?:{cue})\s+(?:{within})\s+(?P<outlet>\S.{{0,60}}?),?\s*(?:{on})?\s*\Z")


def _publisher(line: str, said: str, found: Sequence[Day]) -> str | None:
    """The outlet in "Publié dans X le …", as written; a weekday or a section of a paper is none."""
    match = _publisher_pattern().search(said[: found[0].start])
    if not match:
        return None
    outlet = match["outlet"].strip(" ,-")
    if outlet in _weekdays(None) or outlet in words("sections") or not line[match.start("outlet")].isupper():
        return None
    return line[match.start("outlet") : match.start("outlet") + len(outlet)]


_DATED_WIRE = re.compile(
    r"[A-ZÀ-ÖØ-Þ][^()\n\d]{1,40}?,\s(?P<day>[^()\n]{6,30}?\d{4}|\d{1,2}[^()\n]{4,20}\d{4})\s*(?:\([^()\n]{2,40}\)\s*)?[-–—]{1,2}\s"
)


_YEARLESS_WIRE = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ]['’]?){2}[A-ZÀ-ÖØ-Þ'’. -]{0,40}(?:,?\s\(?[A-ZÀ-ÖØ-Þ][^(),\n\d]{2,30}\)?)?,\s"
    r"(?P<day>[^\W\d_]{3,10}\.?\s\d{1,2}|(?:\w{2}\s)?\d{1,2}(?:er|\.)?\s(?:de\s)?[^\W\d_]{3,10}\.?)"
    r"\s*(?:\([^()\n]{2,40}\)\s*)?[-–—]{1,2}\s"
)
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _agency_wire() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in AGENCIES)
    return re.compile(rf"[^\W\d_][^()\n]{{0,70}}?[\s,]*\((?:{names})(?:[ /-][\w .]{{1,20}})?\)\s*(?:[-–—:.]+\s*|\s)")
