"""Terms: what the grammars of dates are made of and what they find; a term is a date in its place."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time
from functools import lru_cache
from typing import Final, NamedTuple

from factcheck.extract import calendar as cal
from factcheck.extract.scan import Parts
from factcheck.lang import Language
from factcheck.lang.numerals import Senses
from factcheck.model import DateValue, Kind, Mention, Value

WEEKDAY_FIRST: Final = "(?:<THIS>?(?P<wd><WEEKDAY|WEEKDAY_ABBR>)<DOT>?<COMMA>?<ARTICLE|IN>?)?"
DAY: Final = "(?P<d><DAY|DAYTH>)"
MONTH: Final = "(?P<m><MONTH|MONTH_ABBR>)(?:(?<=<MONTH_ABBR>)<DOT>)?"
SHORT_YEAR: Final = "<QUOTE>?(?P<yy><YY>)(?=<DOT|COMMA|CLOSE|BREAK>|$)"
OF: Final = "<OF|COMMA|IN>?<ARTICLE>?"
YEAR: Final = f"(?:{OF}(?P<y><YEAR>)|<COMMA|OF>?{SHORT_YEAR})"
_AT: Final = "<COMMA>?<DASH>?<IN|TO|AT>?"
_OF_DAY: Final = "(?:<OF><ARTICLE>?|<PART_IN>)<PART>"
_HOUR: Final = f"(?P<hour><HOUR>)(?:<CLOCK>|(?=<AM|PM>|{_OF_DAY}))"
_HALF: Final = "(?P<pm><PM>)?<AM>?(?:(?:<OF><ARTICLE>?|<PART_IN>)?(?!<RELDAY>)(?P<of_day><PART>))?"
_NOT_FROM: Final = "(?!<TO|AT|DASH><HOURS|CLOCK_TIME>)"
_CLOCK: Final = f"(?:{_AT}(?P<ck><CLOCK_TIME>)<CLOCK>?|{_AT}(?P<h><HOURS>)|<COMMA>?<AT>{_HOUR}){_HALF}{_NOT_FROM}"
TIME: Final = f"(?:(?P<ck><CLOCK_TIME>)<CLOCK>?|(?P<h><HOURS>)|{_HOUR}){_HALF}"
AM_PM: Final = "(?:(?P<ck><CLOCK_TIME>)|(?P<hour><HOUR>))(?:(?P<pm><PM>)|<AM>)"
_PART_OF: Final = "(?:<PART_IN|IN>?<START|MID|END><OF|ARTICLE>{0,2}|<PART_IN>|<OF><ARTICLE>)?"
PART: Final = f"<COMMA>?{_PART_OF}(?P<part><PART>)"
WHEN: Final = f"(?:{_CLOCK}|{PART})?"
NOT_NEXT: Final = "(?!<MONTH|MONTH_ABBR|DASH|SLASH|COLON|PERCENT>)"
NOT_COUNT: Final = "(?!<UNIT|CURRENCY|CURRENCY_SIGN|PERCENT|SCALE|MEASURE|SCALE_LETTER>)"
U: Final = "(?P<u><UNIT>)"
DIR: Final = "(?P<dir><DIR>)"
THIS: Final = "(?P<this><THIS>)"
WD: Final = "(?P<wd><WEEKDAY>)"
SEASON: Final = "(?P<season><SEASON>)"
MARK: Final = "<DASH|SLASH>"
YY: Final = "(?:(?P<y><YEAR>)|(?P<yy><YY>))"
LETTER: Final = "(?P<letter><QUARTER_LETTER|HALF_LETTER>)"
RANK_DIGIT: Final = "(?P<rank><INT>)"
LENGTH: Final = "(?P<length><LENGTH>)"


_EAST_ASIA: Final = "\u2e80"
"""From here on scripts put no blank between a word and a number."""
_AFTER_DASH: Final = re.compile(r"[-‐‑‒–—]([^\W\d_]+)")


class Term(NamedTuple):
    """A date as the grammar found it; `weak` where it is one only within a phrase (the number 2021)."""

    value: DateValue
    start: int
    end: int
    readings: tuple[Value, ...] = ()
    weak: bool = False

    def mention(self, text: str, origin: int) -> Mention:
        start, end = self.start + origin, self.end + origin
        return Mention(Kind.DATE, start, end, text[start:end], self.value, readings=self.readings)

    def moved(self, by: int) -> Term:
        """The same date elsewhere."""
        return Term(self.value, self.start + by, self.end + by, self.readings, self.weak)


def term(parts: Parts, value: DateValue | None, readings: tuple[Value, ...] = (), *, weak: bool = False) -> Term | None:
    """The term of the group `all`, or of the whole match; None where its digits belong to a code or a name."""
    if value is None:
        return None
    start, end = parts.span("all" if parts.has("all") else None)
    text = parts.scanned.text
    end -= text[end - 1] in "'’"  # Friday's
    if (text[start].isdigit() and _goes_before(text[max(start - 2, 0) : start])) or (
        text[end - 1].isdigit() and _goes_on(text[end : end + 2]) and not _month_follows(parts, end)
    ):
        return None
    return Term(value, start, end, readings, weak)


def _goes_before(said: str) -> bool:
    """Whether digits belong to what stands before them: a code, a path, a version."""
    return (said[-1:].isalnum() and said[-1:] < _EAST_ASIA) or (
        said[-1:] in "-/_." and (said[:1].isdigit() or said[:1].isupper())
    )


def _goes_on(said: str) -> bool:
    """Whether digits go on in what stands behind them."""
    return said[:1].isalpha() or (said[:1] in "-/_." and said[1:].isalnum())


def _month_follows(parts: Parts, end: int) -> bool:
    """ "30 September-4 October"."""
    month = _AFTER_DASH.match(parts.scanned.text, end)
    senses = parts.scanned.language.senses[month.group(1)] if month else {}
    return bool(senses.keys() & {"MONTH", "MONTH_ABBR"})


def term_senses(term: Term, _: Language, origin: int) -> Senses:
    """The classes of a term: a date, its grain, and whether its year is open."""
    senses: dict[str, object] = {"DATE": term.value, grain(term.value): term.value, "TERM": term.moved(-origin)}
    if term.value.written[0] is None and term.value.written[1] is not None:
        senses["YEARLESS"] = term.value
    elif term.value.written[2] is not None and term.value.weekday is not None and term.value.written[1] is None:
        senses["MONTHLESS"] = term.value
    if term.value.timex.startswith("XXXX-XX-XXT"):
        senses["CLOCK_DATE"] = term.value
    if term.weak:
        senses |= {"WEAK": True}
    return senses


def grain(value: DateValue) -> str:
    """How fine a date is: a day, a month, a year …; a weekday alone and a range are grains of their own."""
    if value.weekday is not None and value.written[1] is None and "/" not in value.timex:
        return "WEEKDAY_DATE"
    return _grain(value.timex)


@lru_cache(maxsize=4096)
def _grain(timex: str) -> str:
    if "/" in timex:
        return "RANGE_DATE"
    parts = timex.split("T", maxsplit=1)[0].split("-")
    if len(parts) == 1:
        return "YEAR_DATE" if len(timex) == 4 else "PERIOD_DATE"
    if (len(parts) == 2 and parts[1].strip("X").isdigit()) or parts[1:] == ["XX"]:
        return "MONTH_DATE"
    if parts[1].startswith("W"):
        return "WEEK_DATE" if len(parts) == 2 else "PERIOD_DATE"
    return "DAY_DATE" if len(parts) == 3 else "PERIOD_DATE"


def with_time(parts: Parts, value: DateValue | None) -> DateValue | None:
    """The clock time or part of the day that the text gives with a day."""
    if value is None:
        return None
    if parts.has("part"):
        return replace(value, timex=f"{value.timex}T{parts.value('part', 'PART')}")
    said = _clock(parts)
    return replace(value, timex=f"{value.timex}T{said:%H:%M}") if said else value


_AFTER_NOON: Final = {"AF": 1, "EV": 1, "NI": 7}
"""Part of the day → the first hour that is one after noon there: 8 in the evening, 10 at night, but 3 at night."""


def _clock(parts: Parts) -> time | None:
    if parts.has("ck"):
        hour, minute, _ = parts.value("ck", "CLOCK_TIME")
    elif parts.has("h"):
        hour, minute = parts.value("h", "HOURS"), 0
    elif parts.has("hour"):
        hour, minute = parts.value("hour", "HOUR"), 0
    else:
        return None
    if hour == 12 and parts.value("of_day", "PART") == "NI":
        hour = 0
    elif hour < 12 and (parts.has("pm") or hour >= _AFTER_NOON.get(parts.value("of_day", "PART"), 12)):
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def year_said(parts: Parts) -> int | None:
    if parts.has("yy"):
        return cal.full_year(f"{parts.value('yy', 'YY'):02}", parts.scanned.published)
    year: int | None = parts.value("y", "YEAR")
    return year
