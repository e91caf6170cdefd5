"""Dates: calendar expressions of every usual order, words relative to the day of publication, and what joins them.

Grammars one on the other: terms read what is a date by itself, told from the day of publication ("next week") or
absolutely ("24 novembre", "2020"); phrases read what is made of terms ("du 22 au 24 novembre", "the third week of
2021", "two days after Easter", "fin 2020"), and at last what is open to one side ("depuis 2019").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Final

from factcheck.extract import calendar as cal
from factcheck.extract.scan import Grammar, Parts, Rule
from factcheck.lang.numerals import Senses
from factcheck.model import DateValue, Duration, Kind, Mention, Value

# --- pieces of grammar; the groups' names are what the builders ask for -----------------------------------------------

MONTH: Final = "<MONTH|MONTH_ABBR>"
_WEEKDAY: Final = "(?:(?P<wd><WEEKDAY|WEEKDAY_ABBR>)<DOT>?<COMMA>?<ARTICLE|IN>?)?"
_DAY: Final = "(?P<d><DAY|DAYTH>)"
_MONTH: Final = f"(?P<m>{MONTH})(?:(?<=<MONTH_ABBR>)<DOT>)?"
_SHORT_YEAR: Final = "<QUOTE>?(?P<yy><YY>)(?=<DOT|COMMA|CLOSE|BREAK>|$)"
_OF: Final = "<OF|COMMA|IN>?<ARTICLE>?"
_YEAR: Final = f"(?:{_OF}(?P<y><YEAR>)|<COMMA>?{_SHORT_YEAR})"
_AT: Final = "<COMMA>?<DASH>?<IN|TO|AT>?"
_CLOCK: Final = f"(?:{_AT}(?P<ck><CLOCK_TIME>)|{_AT}(?P<h><HOURS>)|<AT>(?P<hour><HOUR>)(?=<AM|PM>))(?P<pm><PM>)?<AM>?"
_PART: Final = "<COMMA>?(?:<PART_IN>|<OF><ARTICLE>)?(?P<part><PART>)"
_WHEN: Final = f"(?:{_CLOCK}|{_PART})?"
_NOT_COUNT: Final = "(?!<UNIT|CURRENCY|CURRENCY_SIGN|PERCENT|SCALE|MEASURE|SCALE_LETTER>)"


@dataclass(frozen=True, slots=True)
class Term:
    """A date as the grammar found it; `weak` where it is one only within a phrase (the number 2021)."""

    value: DateValue
    start: int
    end: int
    readings: tuple[Value, ...] = ()
    weak: bool = False

    def mention(self, text: str) -> Mention:
        return Mention(Kind.DATE, self.start, self.end, text[self.start : self.end], self.value, readings=self.readings)


def _term(
    parts: Parts, value: DateValue | None, readings: tuple[Value, ...] = (), *, weak: bool = False
) -> Term | None:
    """The term of the group `all`, or of the whole match; None where its digits belong to a code or a name."""
    if value is None:
        return None
    start, end = parts.span("all" if parts.has("all") else None)
    text = parts.scanned.text
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    if text[start].isdigit() and (
        before[-1:].isalnum() or (before[-1:] in "-/_." and (before[:1].isdigit() or before[:1].isupper()))
    ):
        return None
    if text[end - 1].isdigit() and (after[:1].isalpha() or (after[:1] in "-/_." and after[1:].isalnum())):
        return None
    return Term(value, start, end, readings, weak)


def term_senses(term: Term) -> Senses:
    """The classes of a term: a date, its grain, and whether its year is open."""
    senses: dict[str, object] = {"DATE": term.value, _grain(term.value): term.value, "TERM": term}
    if term.value.written[0] is None and term.value.written[1] is not None:
        senses["YEARLESS"] = term.value
    if term.weak:
        senses |= {"WEAK": True}
    return senses


def _grain(value: DateValue) -> str:
    timex = value.timex
    if "/" in timex:
        return "RANGE_DATE"
    if value.weekday is not None and value.written[1] is None:
        return "WEEKDAY_DATE"
    parts = timex.split("T")[0].split("-")
    if len(parts) == 1:
        return "YEAR_DATE" if len(timex) == 4 else "PERIOD_DATE"
    if (len(parts) == 2 and parts[1].strip("X").isdigit()) or parts[1:] == ["XX"]:
        return "MONTH_DATE"
    if parts[1].startswith("W"):
        return "WEEK_DATE" if len(parts) == 2 else "PERIOD_DATE"
    return "DAY_DATE" if len(parts) == 3 else "PERIOD_DATE"


# --- time of day ------------------------------------------------------------------------------------------------------


def _with_time(parts: Parts, value: DateValue | None) -> DateValue | None:
    """The clock time or part of the day that the text gives with a day."""
    if value is None:
        return None
    if parts.has("part"):
        return replace(value, timex=f"{value.timex}T{parts.value('part', 'PART')}")
    said = _clock(parts)
    return replace(value, timex=f"{value.timex}T{said:%H:%M}") if said else value


def _clock(parts: Parts) -> time | None:
    if parts.has("ck"):
        hour, minute, _ = parts.value("ck", "CLOCK_TIME")
    elif parts.has("h"):
        hour, minute = parts.value("h", "HOURS"), 0
    elif parts.has("hour"):
        hour, minute = parts.value("hour", "HOUR"), 0
    else:
        return None
    if parts.has("pm") and hour < 12:
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


# --- absolute days ----------------------------------------------------------------------------------------------------


def full_year(digits: str, published: date | None = None) -> int:
    """The year of two or four digits; two digits reach from 20 years ahead of publication to 79 back."""
    year = int(digits)
    if len(digits) > 2:
        return year
    ahead = (published.year if published else 2025) % 100 + 20
    return year + (1900 if year > ahead else 2000)


def _year_said(parts: Parts) -> int | None:
    if parts.has("yy"):
        return full_year(f"{parts.value('yy', 'YY'):02}", parts.scanned.published)
    year: int | None = parts.value("y", "YEAR")
    return year


def _day(parts: Parts) -> Term | None:
    day, month, year = parts.value("d", "DAY", "DAYTH"), parts.value("m", "MONTH", "MONTH_ABBR"), _year_said(parts)
    weekday = parts.value("wd", "WEEKDAY", "WEEKDAY_ABBR")
    if (
        not parts.word("d")[0].isdigit()
        and parts.word("m").islower()
        and parts.scanned.language.is_proper(parts.word("m"))
    ):
        return None  # "one may"
    if year is None:
        value = cal.yearless_day(month, day, weekday, parts.scanned.published, parts.value("dir", "DIR") or 0)
    else:
        when = cal.valid(year, month, day)
        value = cal.exact_day(when, weekday) if when else None
    return _term(parts, _with_time(parts, value))


def _numeric(parts: Parts) -> Term | None:
    written = parts.value("n", "NUMERIC_DATE") or tuple(parts.word(group) for group in ("a", "b", "c"))
    readings = numeric_readings(written, parts.scanned.language.numerals.order, parts.scanned.published)
    weekday = parts.value("wd", "WEEKDAY", "WEEKDAY_ABBR")
    fitting = [when for when in readings if weekday is None or when.weekday() == weekday]
    values = dict.fromkeys(_with_time(parts, cal.exact_day(when, weekday)) for when in fitting or readings)
    found = tuple(value for value in values if value)
    return _term(parts, found[0], found if len(found) > 1 else ()) if found else None


def numeric_readings(written: tuple[str, str, str], order: str, published: date | None) -> list[date]:
    """The days that three numbers can mean, the language's own order first."""
    first, _, last = written
    orders = ["ymd"] if len(first) > 2 else [order, "dmy", "mdy"] if order in ("dmy", "mdy") else ["dmy", "mdy"]
    found: list[date] = []
    for names in orders:
        part = dict(zip(names, written, strict=True))
        when = cal.valid(full_year(part["y"], published), int(part["m"]), int(part["d"]))
        if when and when not in found:
            found.append(when)
    if not found and len(first) == len(last) == 2:
        when = cal.valid(full_year(first, published), int(written[1]), int(last))
        found += [when] if when else []
    return found


def _slashed(parts: Parts) -> Term | None:
    """ "22/04": a day only where the digits or the words before it say so; 24/7 and 2/3 are none."""
    a, b = parts.word("a"), parts.word("b")
    numbers = int(a), int(b)
    marked = parts.has("pre") or parts.has("wd") or a.startswith("0") or b.startswith("0") or max(numbers) > 12
    order = parts.scanned.language.numerals.order
    pairs = [numbers, numbers[::-1]] if order != "mdy" else [numbers[::-1], numbers]
    weekday = parts.value("wd", "WEEKDAY", "WEEKDAY_ABBR")
    values = [cal.yearless_day(month, day, weekday, parts.scanned.published) for day, month in pairs if month <= 12]
    found = tuple(dict.fromkeys(value for value in values if value))
    if not marked or not found or numbers == (24, 7):
        return None
    return _term(parts, found[0], found if len(found) > 1 else ())


def _weekday_day(parts: Parts) -> Term | None:
    """ "mardi 22", "tuesday the eleventh": the nearest such day to publication."""
    weekday, day, published = (
        parts.value("wd", "WEEKDAY", "WEEKDAY_ABBR"),
        parts.value("d", "DAY", "DAYTH"),
        parts.scanned.published,
    )
    written = (None, None, day)
    if published is None:
        return _term(parts, DateValue(f"XXXX-XX-{day:02}", weekday=weekday, written=written))
    when = cal.nearest_day(day, weekday, published)
    if when is None:
        return _term(parts, DateValue(f"XXXX-XX-{day:02}", weekday=weekday, written=written))
    return _term(parts, _with_time(parts, DateValue(when.isoformat(), when, when, None, weekday, written, "published")))


def _day_alone(parts: Parts) -> Term | None:
    """ "le 27", "on the 22nd": the nearest such day to publication."""
    day, published = parts.value("d", "DAY", "DAYTH"), parts.scanned.published
    written = (None, None, day)
    when = cal.nearest_day(day, None, published) if published else None
    return _term(parts, DateValue(when.isoformat(), when, when, None, None, written, "published")) if when else None


def _holiday(parts: Parts) -> Term | None:
    rule, year, published = parts.value("holiday", "HOLIDAY"), _year_said(parts), parts.scanned.published
    if year is not None:
        return _term(parts, cal.holiday_in(rule, year))
    if published is None:
        return _term(parts, DateValue("XXXX-XX-XX"))
    days = [
        value for y in (published.year - 1, published.year, published.year + 1) if (value := cal.holiday_in(rule, y))
    ]
    direction = parts.value("dir", "DIR")
    days = [value for value in days if value.first and (not direction or (value.first > published) == (direction > 0))]
    value = min(days, key=lambda v: abs(v.first - published) if v.first else cal.DAY, default=None)
    return _term(parts, replace(value, anchor="published", written=(None, None, None)) if value else None)


# --- months, years, and larger ----------------------------------------------------------------------------------------


def _month(parts: Parts) -> Term | None:
    month, year = parts.value("m", "MONTH", "MONTH_ABBR", "MONTHNUM"), _year_said(parts)
    published, direction = parts.scanned.published, parts.value("dir", "DIR")
    if year is not None:
        return _term(parts, cal.month_of(year, month))
    written = (None, month, None)
    if published is None:
        return _term(parts, DateValue(f"XXXX-{month:02}", written=written))
    found = published.year if parts.has("this") else month_year(month, published, direction)
    return _term(parts, cal.month_of(found, month, "published", written=written))


def _short_month(parts: Parts) -> Term | None:
    """ "in Oct", "en sept.": an abbreviation alone is a month only with a capital or its point."""
    said = parts.word("all")
    return _month(parts) if said[0].isupper() or said.endswith(".") else None


def _lone_month(parts: Parts) -> Term | None:
    """ "novembre"; with a capital where the language writes none, and behind a name, it is a name too (M. Mars)."""
    start = parts.span("all")[0]
    text = parts.scanned.text
    if text[start].isupper() and not parts.scanned.language.months_capital:
        before = text[max(start - 30, 0) : start].split()
        if before and (before[-1].endswith(".") or before[-1][0].isupper()):
            return None
    return _month(parts)


def month_year(month: int, published: date, direction: int | None) -> int:
    """The year of a month named alone: the last such month before publication, the next, or the nearest one."""
    this = published.year
    if direction:
        return {-1: this - (month >= published.month), 1: this + (month <= published.month)}[direction]
    return min((this - 1, this, this + 1), key=lambda y: (cal.farness((y - this) * 12 + month - published.month), y))


def _numeric_month(parts: Parts) -> Term | None:
    """ "11/2016", "2016-11"."""
    if any(character.isspace() for character in parts.word("all")) and not parts.has("slash"):
        return None
    year, month = parts.value("y", "YEAR"), parts.value("m", "MONTHNUM")
    return _term(parts, cal.month_of(year, month)) if 1900 <= year <= 2100 else None


def _year(parts: Parts) -> Term | None:
    year = parts.value("y", "YEAR")
    return _term(parts, cal.year_of(year)) if 1000 <= year < 2200 else None


def _bare_year(parts: Parts) -> Term | None:
    year = parts.value("y", "YEAR")
    return _term(parts, cal.year_of(year), weak=True) if 1900 <= year <= 2100 else None


def _years(parts: Parts) -> Term | None:
    """ "2019-20", "2019/2020"."""
    first, last = parts.value("a", "YEAR"), parts.value("b", "YEAR", "INT")
    if last < 100:
        last += first // 100 * 100
        if last - first > 15:
            return None
    return _term(parts, cal.joined(cal.year_of(first), cal.year_of(last))) if first < last < first + 200 else None


def _decade(parts: Parts) -> Term | None:
    year = parts.value("y", "YEAR") if parts.has("y") else parts.value("yy", "INT")
    if not year or year % 10 or 100 <= year < 1000 or year > 2200:
        return None
    if year < 100:
        year += 1900 if year > 20 else 2000
    return _term(parts, cal.decade_of(year))


def _century(parts: Parts) -> Term | None:
    return (
        _term(parts, cal.century_of(parts.value("rank", "ORD", "ROMAN")))
        if 0 < parts.value("rank", "ORD", "ROMAN") < 30
        else None
    )


def _season(parts: Parts) -> Term | None:
    """ "l'été 2021", "last summer", "cet hiver"."""
    season, year, published = parts.value("season", "SEASON"), _year_said(parts), parts.scanned.published
    if year is not None:
        return _term(parts, cal.season_of(year, season))
    if published is None or not (parts.has("dir") or parts.has("this")):
        return _term(parts, DateValue(f"XXXX-{season}"))
    return _term(parts, cal.season_near(season, published, parts.value("dir", "DIR") or 0))


def _lettered(parts: Parts) -> Term | None:
    """ "Q3 2021", "T1 2020", "H2 2019"."""
    rank, published = parts.value("rank", "INT"), parts.scanned.published
    unit = "Q" if parts.value("letter", "QUARTER_LETTER") else "H"
    year = parts.value("y", "YEAR")
    return _term(
        parts,
        _numbered(unit, rank, year or (published.year if published else None), "published" if year is None else None),
    )


def _recent(unit: str, rank: int, published: date | None) -> DateValue | None:
    """A quarter or half without its year: one that goes on or ended within half a year, or else of no known year."""
    if published:
        for year in (published.year, published.year - 1):
            value = _numbered(unit, rank, year, "published")
            if value and value.first and value.last and value.first <= published <= value.last + 190 * cal.DAY:
                return value
    return _numbered(unit, rank, None, None)


def _lettered_alone(parts: Parts) -> Term | None:
    """ "Q2", in capitals and in one word."""
    if parts.word("all")[:1] != "Q" or len(parts.word("all")) != 2:
        return None
    return _term(parts, _recent("Q", parts.value("rank", "INT"), parts.scanned.published))


def _lettered_of(parts: Parts) -> Term | None:
    """ "Q3 this year"."""
    year: DateValue = parts.value("a", "DATE")
    unit = "Q" if parts.value("letter", "QUARTER_LETTER") else "H"
    return (
        _term(parts, _numbered(unit, parts.value("rank", "INT"), year.first.year, year.anchor)) if year.first else None
    )


def _numbered(unit: str, rank: int, year: int | None, anchor: str | None) -> DateValue | None:
    """The quarter or half-year of that number."""
    if not 1 <= rank <= {"Q": 4, "H": 2}[unit]:
        return None
    if year is None:
        return DateValue(f"XXXX-{unit}{rank}")
    return cal.quarter_of(year, rank, anchor) if unit == "Q" else cal.half_of(year, rank, anchor)


# --- relative to publication ------------------------------------------------------------------------------------------


def _weekday(parts: Parts) -> Term | None:
    weekday = parts.value("wd", "WEEKDAY", "WEEKDAY_ABBR")
    published, direction = parts.scanned.published, parts.value("dir", "DIR")
    if published is None:
        value = DateValue(f"XXXX-WXX-{weekday + 1}", weekday=weekday)
        return _term(parts, _with_time(parts, value))
    if direction is None and not parts.has("this") and _in_future(parts):
        when = cal.weekday_near(published, weekday, 1, this=True)
    else:
        when = cal.weekday_near(published, weekday, direction, this=parts.has("this"))
    value = DateValue(when.isoformat(), when, when, None, weekday, anchor="published")
    return _term(parts, _with_time(parts, value))


def _weekday_part(parts: Parts) -> Term | None:
    """ "Dienstagabend"."""
    weekday, part = parts.value("both", "WEEKDAY_PART")
    published = parts.scanned.published
    if published is None:
        return _term(parts, DateValue(f"XXXX-WXX-{weekday + 1}T{part}", weekday=weekday))
    when = cal.weekday_near(published, weekday, parts.value("dir", "DIR"))
    return _term(parts, DateValue(f"{when.isoformat()}T{part}", when, when, None, weekday, anchor="published"))


_SENTENCE: Final = re.compile(r"[^.!?;\n]*$")


def _in_future(parts: Parts) -> bool:
    """Whether the sentence up to here speaks of what is to come."""
    start = parts.span()[0]
    before = _SENTENCE.search(parts.scanned.text[max(start - 120, 0) : start])
    return bool(before and parts.scanned.language.future.search(before.group()))


def _relative_day(parts: Parts) -> Term | None:
    published = parts.scanned.published
    return _term(parts, _with_time(parts, _day_from(published, parts.value("rel", "RELDAY"))))


def _day_from(anchor: date | None, days: int, anchored: str = "published") -> DateValue:
    if anchor is None:
        return DateValue("XXXX-XX-XX")
    when = anchor + days * cal.DAY
    return DateValue(when.isoformat(), when, when, anchor=anchored)


def _period(parts: Parts) -> Term | None:
    """ "le mois dernier", "next year", "cette semaine", "plus tôt cette année"."""
    unit, direction = parts.value("u", "UNIT"), parts.value("dir", "DIR") or 0
    if (
        unit not in cal.UNKNOWN
        or (unit == "D" and direction)
        or _plural(parts, "u", "UNIT")
        or _plural(parts, "dir", "DIR")
    ):
        return None  # "ces dernières années" is no one year
    published = parts.scanned.published
    if published is None:
        return _term(parts, DateValue(cal.UNKNOWN[unit]))
    when = cal.shifted(published, "W" if unit == "WE" else unit, direction)
    value = cal.period_of(when, unit) if when else None
    if value and parts.has("early"):
        value = replace(value, last=published, mod="BEFORE")
    if value and parts.has("rest"):
        value = replace(value, first=published, mod="AFTER")
    return _term(parts, value)


def _the_period(parts: Parts) -> Term | None:
    """ "(fin de) l'année", "(the end of) the month": the one of publication, within a phrase only."""
    unit, published = parts.value("u", "UNIT"), parts.scanned.published
    if unit not in ("Y", "M", "W", "Q"):
        return None
    return _term(parts, cal.period_of(published, unit) if published else DateValue(cal.UNKNOWN[unit]), weak=True)


def _plural(parts: Parts, group: str, kind: str) -> bool:
    """Whether the word is the plural of another of its class: années, derniers; Italian scorsi, scorse."""
    if not parts.has(group):
        return False
    word, words = parts.word(group).lower(), parts.scanned.language.words
    singulars = [word[:-1]] if word.endswith("s") else [f"{word[:-1]}o", f"{word[:-1]}a"] if word[-1] in "ie" else []
    return any(kind in words.get(singular, {}) for singular in singulars)


def _after_next(parts: Parts) -> Term | None:
    """ "the week after next"."""
    unit, published = parts.value("u", "UNIT"), parts.scanned.published
    if unit not in cal.UNKNOWN:
        return None
    when = cal.shifted(published, "W" if unit == "WE" else unit, 2) if published else None
    return _term(parts, cal.period_of(when, unit) if when else DateValue(cal.UNKNOWN[unit]))


def _ago(parts: Parts) -> Term | None:
    """ "il y a deux jours", "two days ago", "dans trois semaines"."""
    length, published = parts.value("length", "LENGTH"), parts.scanned.published
    value = moved(published, length, 1 if parts.has("future") else -1)
    if value and published and parts.value("future", "WITHIN_BOUND"):
        when = _exactly(published, length, 1)
        value = replace(value, first=published, last=when or value.last, mod="BEFORE")
    return _term(parts, value)


_STEP: Final = re.compile(r"(\d+)(CE|DE|[YQMWD])")


def _exactly(anchor: date, length: Duration, sign: int) -> date | None:
    """The very day that far from the anchor, each unit of the length counted on the calendar."""
    when: date | None = anchor
    for number, unit in _STEP.findall(length.timex.partition("T")[0]):
        when = cal.shifted(when, unit, sign * int(number)) if when else None
    return when


def moved(anchor: date | None, length: Duration, sign: int, anchored: str = "published") -> DateValue | None:
    """The day that far from the anchor, as coarse as the length's unit: two days ago is a day, two years ago a year."""
    number = length.amount.low if length.amount.low is not None else length.amount.high
    if number is None or number != int(number):
        return None
    if length.unit in ("TH", "TM", "TS"):
        value = _day_from(anchor, 0, anchored)
        return replace(value, mod="APPROX") if anchor else value
    if length.unit not in cal.UNKNOWN:
        return None
    if anchor is None:
        return DateValue(cal.UNKNOWN[length.unit])
    when = cal.shifted(anchor, length.unit, sign * int(number))
    if anchored != "published" or len(_STEP.findall(length.timex)) > 1:
        when = _exactly(anchor, length, sign)
        return DateValue(when.isoformat(), when, when, anchor=anchored) if when else None
    return cal.period_of(when, length.unit) if when else None


def _time_alone(parts: Parts) -> Term | None:
    """ "à 15 heures": a time of a day that is not said here, no length."""
    return _term(parts, _with_time(parts, DateValue("XXXX-XX-XX")))


def _this_part(parts: Parts) -> Term | None:
    """ "ce matin", "last night"."""
    days = -1 if (parts.value("dir", "DIR") or 0) < 0 else 0
    return _term(parts, _with_time(parts, _day_from(parts.scanned.published, days)))


_U: Final = "(?P<u><UNIT>)"
_BEFORE_DAY: Final = "(?P<pre><ARTICLE|ON|FROM|TO|UNTIL|BETWEEN|THIS|DIR>)"
_NOT_SHARE: Final = "(?!<SLASH|PERCENT|OF|WORD>)"
_NOT_NOUN: Final = "(?!<MONTH|WORD|CLOCK|HOURS|COLON|SKIP>)"
_GLUE: Final = "(?:(?P<slash><SLASH>)|<DASH>)"
_ANY_WD: Final = "(?P<wd><WEEKDAY|WEEKDAY_ABBR>)<DOT>?<COMMA>?"
_AT_END: Final = "(?=<DOT|COMMA|BREAK|CLOSE>|$)"
_DIR: Final = "(?P<dir><DIR>)"
_THIS: Final = "(?P<this><THIS>)"
_WD: Final = "(?P<wd><WEEKDAY>)"
_SEASON: Final = "(?P<season><SEASON>)"

_NOT_OF: Final = "(?!<OF|IN><ARTICLE>?(?:<MONTH|MONTH_ABBR|YEAR|THIS>|<UNIT><DIR>|<DIR><UNIT>))"
_MARK: Final = "<DASH|SLASH>"
_YY: Final = "(?:(?P<y><YEAR>)|(?P<yy><YY>))"
_MONTH_PLACE: Final = (
    "(?:(?<=<START|END|MID|MONTH_IN|OF|BETWEEN|FROM|TO|SINCE|UNTIL>)|(?<=<MONTH_IN|START|MID|END><ARTICLE>))"
)
_YEAR_PLACE: Final = "(?:(?<=<YEAR_IN|UNIT>)|(?<=<YEAR_IN><ARTICLE>)|(?<=<OPEN>))"
_LETTER: Final = "(?P<letter><QUARTER_LETTER|HALF_LETTER>)"
_RANK_DIGIT: Final = "(?P<rank><INT>)"
_LENGTH: Final = "(?P<length><LENGTH>)"

RELATIVE: Final = Grammar(
    "UNIT|LENGTH|RELDAY|PART|SEASON",
    [
        Rule("season-year", f"(?P<all>{_SEASON}{_OF}(?P<y><YEAR>))", _season),
        Rule("season-next", f"<ARTICLE>?{_SEASON}{_DIR}", _season),
        Rule("next-season", f"(?:<ARTICLE>?{_DIR}|{_THIS}){_SEASON}", _season),
        Rule("season", f"(?<=<ARTICLE|SEASON_IN>)(?P<all>{_SEASON})(?!<SEASON>)", _season),
        Rule("relative-day", f"(?P<rel><RELDAY>){_WHEN}", _relative_day),
        Rule("period-next", f"<ARTICLE>?{_U}{_DIR}{_NOT_OF}", _period),
        Rule("next-period", f"<ARTICLE>?{_DIR}{_U}{_NOT_OF}", _period),
        Rule("the-period", f"(?<=<OF|START|MID|END>)<ARTICLE>?{_U}(?!<YEAR|YY|QUOTE|INT|ORD>)", _the_period),
        Rule("after-next", f"<ARTICLE>?{_U}<AFTER_NEXT>", _after_next),
        Rule("rest-of", f"(?P<rest><REST|LATER>)<THIS|ARTICLE>?{_U}", _period),
        Rule("this-period", f"(?P<early><EARLIER>)?<THIS>{_DIR}?{_U}", _period),
        Rule("ago", f"<AGO><ABOUT>?{_LENGTH}", _ago),
        Rule("ago-after", f"<ABOUT>?{_LENGTH}<AGO_AFTER>", _ago),
        Rule("from-now", f"{_LENGTH}(?P<future><FROM_NOW>)", _ago),
        Rule("within", f"(?P<future><WITHIN|WITHIN_BOUND>)<ABOUT|LESS>?{_LENGTH}", _ago),
        Rule("this-part", f"(?:<THIS>|{_DIR})(?P<part><PART>)", _this_part),
        Rule("part-last", f"<ARTICLE>?(?P<part><PART>){_DIR}", _this_part),
    ],
)
"""What is told from the day of publication, and seasons."""

ABSOLUTE: Final = Grammar(
    "MONTH|MONTH_ABBR|WEEKDAY|WEEKDAY_ABBR|WEEKDAY_PART|YEAR|NUMERIC_DATE|DAY|DAYTH|DECADE|HOLIDAY|CENTURY|HOURS"
    "|QUARTER_LETTER|HALF_LETTER|YY",
    [
        Rule("numeric", f"{_WEEKDAY}(?P<n><NUMERIC_DATE>)<TIME_MARK>?{_WHEN}", _numeric),
        Rule("spaced", f"{_WEEKDAY}(?P<a><DAY>){_MARK}(?P<b><MONTHNUM>){_MARK}(?P<c><YEAR>){_WHEN}", _numeric),
        Rule("spaces", f"{_WEEKDAY}(?P<a><DAY>)(?P<b><MONTHNUM>)(?P<c><YEAR>){_NOT_COUNT}{_WHEN}", _numeric),
        Rule("day", f"{_WEEKDAY}{_DAY}<DOT>?<OF>?{_MONTH}(?:{_YEAR}|{_DIR}(?!<UNIT>))?{_NOT_COUNT}{_WHEN}", _day),
        Rule("day-marked", f"{_WEEKDAY}{_DAY}{_MARK}{_MONTH}(?:{_MARK}{_YY})?{_WHEN}", _day),
        Rule("year-day", f"(?P<y><YEAR>){_MARK}?{_MONTH}{_MARK}?{_DAY}{_NOT_COUNT}{_WHEN}", _day),
        Rule("month-marked", f"{_WEEKDAY}{_MONTH}{_MARK}{_DAY}(?:{_MARK}{_YY})?{_NOT_COUNT}{_WHEN}", _day),
        Rule("month-day", f"{_WEEKDAY}{_MONTH}<ARTICLE>?{_DAY}(?!<MONTH>){_YEAR}?{_NOT_COUNT}{_WHEN}", _day),
        Rule("month-rank", f"{_WEEKDAY}{_MONTH}<COMMA>?(?P<d><DAYTH>)(?!<MONTH>){_NOT_COUNT}{_WHEN}", _day),
        Rule(
            "slashed",
            f"(?:{_BEFORE_DAY}(?=<DAY>))?(?P<all>{_WEEKDAY}(?P<a><DAY>)<SLASH>(?P<b><DAY>)){_NOT_SHARE}",
            _slashed,
        ),
        Rule("month-year", f"(?P<all>{_MONTH}{_MARK}?{_YEAR})", _month),
        Rule("year-month", "(?P<all>(?P<y><YEAR>)<COMMA|DASH|SLASH>?(?P<m><MONTH>))(?!<DAY>)", _month),
        Rule("month-in-digits", f"(?P<all>(?P<m><MONTHNUM>){_GLUE}(?P<y><YEAR>))", _numeric_month),
        Rule("year-in-digits", f"(?P<all>(?P<y><YEAR>){_GLUE}(?P<m><MONTHNUM>))(?!{_MARK})", _numeric_month),
        Rule("month-next", f"(?P<all>{_MONTH}{_DIR})", _month),
        Rule("next-month", f"(?P<all>(?:{_DIR}|{_THIS})(?P<m><MONTH>))", _month),
        Rule("month", f"{_MONTH_PLACE}(?P<all>(?P<m><MONTH>))", _month),
        Rule(
            "month-short",
            "(?<=<START|END|MID|MONTH_IN|OF|FROM|TO|AND|DASH|UNTIL>)(?P<all>(?P<m><MONTH_ABBR>)<DOT>?)",
            _short_month,
        ),
        Rule("month-alone", "(?!<PROPER>)(?P<all>(?P<m><MONTH>))(?!<CAP>)", _lone_month),
        Rule("years", f"(?P<a><YEAR>){_MARK}(?P<b><YEAR|YY>)", _years),
        Rule("decade", "<DECADE><QUOTE>?(?:(?P<y><YEAR>)|(?P<yy><YY|INT>))(?!<DECADE_SUFFIX|DASH|SLASH>)", _decade),
        Rule("decade-s", f"<DECADE>?<QUOTE>?{_YY}<QUOTE>?<DECADE_SUFFIX>", _decade),
        Rule("century", "(?:(?P<rank><ORD|ROMAN>)<CENTURY>|<CENTURY>(?P<rank><ROMAN>))", _century),
        Rule("lettered", f"{_LETTER}{_RANK_DIGIT}(?:<OF|COMMA|DASH>?(?P<y><YEAR>))", _lettered),
        Rule("lettered-alone", f"(?P<all>{_LETTER}{_RANK_DIGIT})(?!<UNIT|OF|DASH>)", _lettered_alone),
        Rule("year-lettered", f"(?P<y><YEAR>)<DASH>?{_LETTER}{_RANK_DIGIT}", _lettered),
        Rule("holiday", f"(?P<all>(?P<holiday><HOLIDAY>){_YEAR})", _holiday),
        Rule("holiday-near", f"(?P<all>{_DIR}?(?P<holiday><HOLIDAY>))", _holiday),
        Rule(
            "weekday-day",
            f"{_ANY_WD}<ARTICLE>?<DAY_WORD>?(?P<d><DAY|DAYTH>){_NOT_COUNT}{_NOT_NOUN}{_WHEN}",
            _weekday_day,
        ),
        Rule("day-alone", f"(?<=<ON|ARTICLE>)<DAY_WORD>?(?P<d><DAY|DAYTH>){_AT_END}(?!<DOT>?<NUM>)", _day_alone),
        Rule("this-weekday", f"{_THIS}(?:{_WD}{_DIR}?|{_DIR}{_WD}){_WHEN}", _weekday),
        Rule("weekday-next", f"{_WD}{_DIR}(?!<UNIT>){_WHEN}", _weekday),
        Rule("next-weekday", f"<ARTICLE>?{_DIR}{_WD}{_WHEN}", _weekday),
        Rule("weekday", f"{_WD}{_WHEN}", _weekday),
        Rule("weekday-part", "<ARTICLE|THIS>?(?P<dir><DIR>)?(?P<both><WEEKDAY_PART>)", _weekday_part),
        Rule("weekday-short", f"(?P<wd><WEEKDAY_ABBR>)<DOT>?{_PART}", _weekday),
        Rule("clock", "(?<=<AT>)(?P<all>(?P<h><HOURS>))(?!<OF|TO|DASH>)", _time_alone),
        Rule("year", f"{_YEAR_PLACE}(?P<all>(?P<y><YEAR>)){_NOT_COUNT}", _year),
        Rule("bare-year", f"(?P<y><YEAR>){_NOT_COUNT}", _bare_year),
    ],
)
"""Days, months, years and larger, and weekdays."""

# --- phrases of terms -------------------------------------------------------------------------------------------------


def _days(parts: Parts) -> Term | None:
    """ "du 22 au 24 novembre 2021", "November 22-24": the first day has no month of its own."""
    last: DateValue = parts.value("b", "DATE") or parts.value("a", "DATE")
    day = parts.value("d", "DAY", "DAYTH")
    ends = last.first
    if parts.has("after"):  # the day follows the term: November 22-24
        first = last
        if ends is None:
            stem = last.timex[:-2]
            return _term(parts, DateValue(f"{last.timex}/{stem}{day:02}"))
        when = cal.valid(ends.year, ends.month, day)
        end = replace(last, timex=when.isoformat(), first=when, last=when) if when else None
        return _term(parts, cal.joined(first, end)) if end else None
    if ends is None:
        month = last.written[1]
        return _term(parts, DateValue(f"XXXX-{month:02}-{day:02}/{last.timex}")) if month else None
    when = cal.valid(ends.year, ends.month, day)
    start = replace(last, timex=when.isoformat(), first=when, last=when) if when and when < ends else None
    return _term(parts, cal.joined(start, last)) if start else None


def _month_days(parts: Parts) -> Term | None:
    """ "le 4 du mois prochain", "4 till 23 of this month"."""
    month: DateValue = parts.value("a", "DATE")
    if month.first is None:
        return None
    days = [parts.value(group, "DAY", "DAYTH") for group in ("d", "d2") if parts.has(group)]
    found = [cal.valid(month.first.year, month.first.month, day) for day in days]
    values = [DateValue(when.isoformat(), when, when, anchor=month.anchor) for when in found if when]
    if len(values) < len(days):
        return None
    return _term(parts, values[0] if len(values) == 1 else cal.joined(values[0], values[1]))


def _range(parts: Parts) -> Term | None:
    first: DateValue = parts.value("a", "DATE")
    last: DateValue = parts.value("b", "DATE")
    if (parts.value("a", "WEAK") or parts.value("b", "WEAK")) and not (parts.has("from") or parts.has("dash")):
        return None
    return _term(parts, cal.joined(_in_year_of(first, last), last))


def _in_year_of(value: DateValue, other: DateValue) -> DateValue:
    """A day or month whose year the text leaves to the other end of the range."""
    year, (own, month, day) = other.written[0], value.written
    if year is None or own is not None or month is None:
        return value
    if other.written[1] is not None and month > other.written[1]:
        year -= 1
    if day is None:
        return cal.month_of(year, month)
    when = cal.valid(year, month, day)
    return cal.exact_day(when, value.weekday) if when else value


def _in_year(parts: Parts) -> Term | None:
    """ "junio del próximo año", "28 June in 2020"."""
    value: DateValue = parts.value("a", "DATE")
    year: DateValue = parts.value("b", "DATE")
    _, month, day = value.written
    if year.first is None or month is None:
        return None
    if day is None:
        return _term(parts, cal.month_of(year.first.year, month, year.anchor))
    when = cal.valid(year.first.year, month, day)
    return _term(parts, cal.exact_day(when, value.weekday, year.anchor) if when else None)


def _part_of(parts: Parts) -> Term | None:
    """ "fin 2020", "early next week"."""
    senses = parts.scanned.senses(parts.tokens("mod").start)
    mod = next(name for name in ("START", "MID", "END") if name in senses)
    value: DateValue = parts.value("a", "DATE")
    return _term(parts, cal.part_of(value, mod)) if _grain(value) not in ("DAY_DATE", "WEEKDAY_DATE") else None


def _nth(parts: Parts) -> Term | None:
    """ "the third week of 2027", "premier trimestre 2016", "last day of October"."""
    rank, unit = parts.value("rank", "ORD", "LAST", "DIR", "INT"), parts.value("u", "UNIT") or "HALF"
    value: DateValue | None = parts.value("a", "DATE")
    if value is None:
        return _term(parts, _recent(unit, rank, parts.scanned.published)) if unit in ("Q", "H") and rank > 0 else None
    if value.first is None or value.last is None:
        return _term(parts, DateValue(f"{value.timex}-{unit}{rank}")) if unit in ("Q", "H") and rank > 0 else None
    return _term(parts, cal.nth_within(value, unit, rank))


def _nth_weekday(parts: Parts) -> Term | None:
    rank, weekday = parts.value("rank", "ORD", "LAST", "DIR"), parts.value("wd", "DATE").weekday
    value: DateValue = parts.value("a", "DATE")
    if value.first is None or value.last is None or weekday is None:
        return None
    return _term(parts, cal.nth_weekday(value, weekday, rank))


def _weekday_of_week(parts: Parts) -> Term | None:
    weekday, week = parts.value("wd", "DATE").weekday, parts.value("a", "DATE")
    if week.first is None or weekday is None:
        return None
    when = week.first + (weekday - week.first.weekday()) * cal.DAY
    return _term(parts, DateValue(when.isoformat(), when, when, None, weekday, anchor=week.anchor))


def _from(parts: Parts) -> Term | None:
    """ "two days after 3 May", "trois semaines avant Noël"."""
    length: Duration = parts.value("length", "LENGTH")
    value: DateValue = parts.value("a", "DATE")
    if value.first is None or value.last is None:
        return None
    back = parts.value("side", "BEFORE") is not None
    return _term(parts, moved(value.first if back else value.last, length, -1 if back else 1, "context"))


def _open(parts: Parts) -> Term | None:
    """ "depuis 2019", "avant le 3 mai": the span stays the date's own, its days reach to one side."""
    value: DateValue = parts.value("all", "DATE")
    senses = parts.scanned.senses(parts.tokens("side").start)
    if "/" in value.timex or value.mod in ("BEFORE", "AFTER"):
        return None
    if "BEFORE" in senses:
        last = value.first - cal.DAY if value.first else None
        return _term(parts, replace(value, first=None, last=last, mod="BEFORE"))
    if "AFTER" in senses:
        first = value.last + cal.DAY if value.last and value.last < date.max else None
        return _term(parts, replace(value, first=first, last=None, mod="AFTER"))
    if "SINCE" in senses:
        return _term(parts, replace(value, last=None))
    return _term(parts, replace(value, first=None))


# --- anchored on the date said before ---------------------------------------------------------------------------------


def _context(parts: Parts) -> date | None:
    """The last day that the same paragraph names before this."""
    scanned, at = parts.scanned, parts.first
    keys = list(scanned.found)
    for key in reversed(keys[max(bisect_left(keys, at) - 20, 0) : bisect_left(keys, at)]):
        value = scanned.found[key].get("DATE")
        if "\n\n" in scanned.text[scanned.starts[key] : scanned.starts[at]]:
            return None
        if isinstance(value, DateValue) and value.first and value.first == value.last:
            return value.first
    return None


def _later(parts: Parts) -> Term | None:
    anchor = _context(parts)
    sign = -1 if parts.has("earlier") else 1
    return _term(parts, moved(anchor, parts.value("length", "LENGTH"), sign, "context")) if anchor else None


def _part_alone(parts: Parts) -> Term | None:
    """ "en début de matinée": of the day said before, or of publication."""
    anchor = _context(parts)
    value = _day_from(anchor or parts.scanned.published, 0, "context" if anchor else "published")
    return _term(parts, _with_time(parts, value))


def _next_day(parts: Parts) -> Term | None:
    """ "le lendemain", "the following day", "le même jour"."""
    anchor = _context(parts)
    return _term(parts, _day_from(anchor, parts.value("rel", "NEXT_DAY"), "context"))


_A: Final = "(?P<a><DATE>)"
_MOD: Final = "(?P<mod><START|MID|END>)<DASH>?<OF|ARTICLE>{0,2}"
_TO: Final = "<TO|UNTIL>|(?P<dash><DASH>)|(?<=<BETWEEN><DATE>)<AND>|(?<=<BETWEEN><ARTICLE><DATE>)<AND>"
_DAY_TO: Final = "<TO|UNTIL|DASH|AND>"
_RANK: Final = "(?P<rank><ORD|LAST|DIR>)"

_RANGE: Final = Rule(
    "range", f"(?:(?P<from><FROM|BETWEEN>)<ARTICLE>?)?(?P<all>{_A}(?:{_TO})<ARTICLE>?(?P<b><DATE>))", _range
)

PHRASES: Final = Grammar(
    "DATE|LENGTH|PART|NEXT_DAY|UNIT|FRACTION",
    [
        Rule(
            "days",
            f"(?:<FROM|BETWEEN><ARTICLE>?)?(?P<all>(?P<d><DAY|DAYTH>)<DOT>?(?:{_DAY_TO})<ARTICLE>?(?P<b><DAY_DATE>))",
            _days,
        ),
        Rule(
            "days-after",
            "(?P<all>(?P<a><DAY_DATE>)(?P<after><DASH|TO|UNTIL>)<ARTICLE>?(?P<d><DAY|DAYTH>))(?!<MONTH|NUM|WORD|UNIT>)",
            _days,
        ),
        Rule(
            "month-days",
            f"(?:<FROM|BETWEEN><ARTICLE>?)?(?P<all>(?:(?P<d><DAY|DAYTH>){_DAY_TO}<ARTICLE>?)?(?P<d2><DAY|DAYTH>)<OF>?<ARTICLE>?(?P<a><MONTH_DATE>))",
            _month_days,
        ),
        _RANGE,
        Rule("lettered-of", f"{_LETTER}{_RANK_DIGIT}<OF|COMMA>?<ARTICLE>?(?P<a><YEAR_DATE>)", _lettered_of),
        Rule("in-year", f"(?P<all>(?P<a><YEARLESS>){_OF}(?P<b><YEAR_DATE>))", _in_year),
        Rule("nth-weekday", f"<ARTICLE>?(?P<all>{_RANK}(?P<wd><WEEKDAY_DATE>)<OF|IN><ARTICLE>?{_A})", _nth_weekday),
        Rule("nth", f"<ARTICLE>?(?P<all>{_RANK}(?:{_U}|<FRACTION>)<OF|IN>?<ARTICLE>?{_A})", _nth),
        Rule("nth-alone", f"<ARTICLE>?(?P<all>(?P<rank><ORD>)<DASH>?{_U})", _nth),
        Rule("year-nth", f"(?P<all>(?P<a><YEAR_DATE>)<ARTICLE>?(?P<rank><ORD>){_U})", _nth),
        Rule("weekday-of-week", "(?P<all>(?P<wd><WEEKDAY_DATE>)<OF>?<ARTICLE>?(?P<a><WEEK_DATE>))", _weekday_of_week),
        Rule("week-weekday", "(?P<all>(?P<a><WEEK_DATE>)<DASH|IN|ARTICLE>?(?P<wd><WEEKDAY_DATE>))", _weekday_of_week),
        Rule("from", f"(?P<all>(?P<length><LENGTH>)(?P<side><AFTER|BEFORE|FROM|SINCE>)<ARTICLE>?{_A})", _from),
        Rule("part-of", f"(?P<all>{_MOD}{_A})", _part_of),
        Rule("later", "(?P<length><LENGTH>)(?:<LATER>|(?P<earlier><EARLIER>))(?!<OF|ARTICLE|THIS>)", _later),
        Rule("part-alone", "(?P<all>(?:<START|END|MID><OF>?<ARTICLE>?|(?<=<PART_IN>))(?P<part><PART>))", _part_alone),
        Rule("next-day", "<ARTICLE>?(?P<rel><NEXT_DAY>)", _next_day),
    ],
)
OPEN: Final = Grammar(
    "DATE",
    [_RANGE, Rule("open", "(?P<side><SINCE|UNTIL|BEFORE|AFTER>)<ARTICLE>?(?P<all><DATE>)", _open)],
)
"""What is made of phrases: a range between two of them, and a side left open."""
