"""The calendar: days, periods and their TIMEX3 values; no words, no texts."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from factcheck.model import DateValue, Duration

DAY = timedelta(days=1)

_remembered = lru_cache(maxsize=4096, typed=True)
"""News names the same days and years again and again."""


def valid(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none (31 June)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@_remembered
def exact_day(when: date, weekday: int | None = None, anchor: str | None = None) -> DateValue:
    """One day whose year, month and day are written."""
    return DateValue(when.isoformat(), when, when, None, weekday, (when.year, when.month, when.day), anchor)


def nearest_year(month: int, day: int, published: date, direction: int = 0, tense: int | None = 0) -> date | None:
    """That day in the year that puts it nearest to publication, on one side of it where that is said."""
    days = [found for year in range(published.year - 1, published.year + 2) if (found := valid(year, month, day))]
    days = [found for found in days if not direction or (found > published) == (direction > 0)]
    return min(days, key=lambda when: (farness((when - published).days, tense), when), default=None)


def farness(days: int, tense: int | None = 0) -> int:
    """How far a day is from publication, to choose its year by.

    News tells of the past: the future counts threefold, or the past does where the clause may speak of what is to come;
    where a verb says which of both it is, the other side is no choice. Without a tense both sides count alike.
    """
    if tense is None:
        return abs(days)
    against = (days < 0) == (tense > 0)
    return abs(days) * (_AGAINST_TENSE[tense] if against else 1)


_AGAINST_TENSE: Final = {-1: 1000, 0: 3, 1: 3, 2: 1000}
"""How much farther a day counts that lies on the other side than its tense tells."""


@_remembered
def yearless_day(
    month: int, day: int, weekday: int | None, published: date | None, direction: int = 0, tense: int = 0
) -> DateValue | None:
    """A day without its year: the nearest to publication, unless the text names a weekday that does not fit it."""
    if valid(2000, month, day) is None:
        return None
    written = (None, month, day)
    found = None
    for told in dict.fromkeys((tense, 0, None)):
        found = nearest_year(month, day, published, direction, told) if published else None
        if found is None or weekday in (None, found.weekday()):
            break
    if found is None or (weekday is not None and found.weekday() != weekday):
        return DateValue(f"XXXX-{month:02}-{day:02}", None, None, None, weekday, written, None)
    return DateValue(found.isoformat(), found, found, None, weekday, written, "published")


@_remembered
def year_of(year: int, anchor: str | None = None, mod: str | None = None) -> DateValue:
    """A whole year."""
    written = (year, None, None) if anchor is None else (None, None, None)
    return DateValue(f"{year:04}", date(year, 1, 1), date(year, 12, 31), mod, None, written, anchor)


@_remembered
def month_of(
    year: int,
    month: int,
    anchor: str | None = None,
    *,
    written: tuple[int | None, int | None, int | None] | None = None,
) -> DateValue:
    """A whole month."""
    last = calendar.monthrange(year, month)[1]
    said = written if written is not None else (year, month, None)
    return DateValue(f"{year:04}-{month:02}", date(year, month, 1), date(year, month, last), None, None, said, anchor)


def months_later(when: date, months: int) -> tuple[int, int]:
    """The year and month that many months on."""
    count = when.year * 12 + when.month - 1 + months
    return count // 12, count % 12 + 1


_DAYS: Final = {"D": 1, "W": 7, "FN": 14}
_MONTHS: Final = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}


@_remembered
def shifted(when: date, unit: str, count: int) -> date | None:
    """The day that many units on; the last of the month where that month is shorter."""
    if unit in _DAYS:
        days = count * _DAYS[unit]
        return when + days * DAY if abs(days) < 700_000 else None
    months = count * _MONTHS.get(unit, 0)
    year, month = months_later(when, months)
    if not 1 <= year <= 9999:
        return None
    return date(year, month, min(when.day, calendar.monthrange(year, month)[1]))


def week_of(when: date, anchor: str | None = "published") -> DateValue:
    """The ISO week of a day, Monday to Sunday."""
    year, week, weekday = when.isocalendar()
    first = when - (weekday - 1) * DAY
    return DateValue(f"{year:04}-W{week:02}", first, first + 6 * DAY, anchor=anchor)


def span_of(timex: str, first: date, months: int, anchor: str | None = None, mod: str | None = None) -> DateValue:
    """A period of whole months from the first of one: quarters, seasons, halves."""
    year, month = months_later(first, months)
    return DateValue(timex, first, date(year, month, 1) - DAY, mod, None, (None, None, None), anchor)


def quarter_of(year: int, quarter: int, anchor: str | None = None) -> DateValue:
    return span_of(f"{year:04}-Q{quarter}", date(year, 3 * quarter - 2, 1), 3, anchor)


def half_of(year: int, half: int, anchor: str | None = None) -> DateValue:
    return span_of(f"{year:04}-H{half}", date(year, 6 * half - 5, 1), 6, anchor)


_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def season_of(year: int, season: str, anchor: str | None = None) -> DateValue:
    """A season of the northern year, meteorological: winter starts in December."""
    return span_of(f"{year:04}-{season}", date(year, _SEASONS[season], 1), 3, anchor)


@_remembered
def period_of(when: date, unit: str) -> DateValue | None:
    """The year, half, quarter, month, week or decade that a day lies in, read from the day of publication."""
    match unit:
        case "Y":
            return year_of(when.year, "published")
        case "H":
            return half_of(when.year, (when.month + 5) // 6, "published")
        case "Q":
            return quarter_of(when.year, (when.month + 2) // 3, "published")
        case "M":
            return month_of(when.year, when.month, "published", written=(None, None, None))
        case "W":
            return week_of(when)
        case "WE":
            first = when + (5 - when.weekday()) * DAY
            return DateValue(f"{week_of(when).timex}-WE", first, first + DAY, anchor="published")
        case "D":
            return DateValue(when.isoformat(), when, when, anchor="published")
        case "DE":
            return decade_of(when.year // 10 * 10, "published")
        case "CE":
            return century_of(when.year // 100 + 1, "published")
    return None


UNKNOWN = {
    "Y": "XXXX",
    "H": "XXXX-HX",
    "Q": "XXXX-QX",
    "M": "XXXX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "D": "XXXX-XX-XX",
    "DE": "XXX",
    "CE": "XX",
}
"""The TIMEX3 value of a period of each unit where nothing says which one it is."""


def decade_of(year: int, anchor: str | None = None) -> DateValue:
    first = year // 10 * 10
    return DateValue(f"{first // 10}", date(first, 1, 1), date(first + 9, 12, 31), anchor=anchor)


def century_of(number: int, anchor: str | None = None) -> DateValue:
    """The 21st century in TIMEX3 is `20`: the years 2000 to 2099, as the press uses it."""
    first = (number - 1) * 100
    return DateValue(f"{number - 1:02}", date(max(first, 1), 1, 1), date(first + 99, 12, 31), anchor=anchor)


def weekday_near(published: date, weekday: int, direction: int | None, *, this: bool = False, near: int = 2) -> date:
    """The day that a weekday means on the day of publication.

    Alone it is the last one up to that day. "This" is the one of its week, but Sunday said on Monday is yesterday.
    "Last" is the last one that is not a day or two (`near`) ago in the same week, "next" the one of the next week:
    nearer days go by their bare name.
    """
    back = (published.weekday() - weekday) % 7
    if direction and this:
        return published - (back or 7) * DAY if direction < 0 else published + ((7 - back) or 7) * DAY
    if direction and direction > 0:
        return published + (7 - published.weekday() + weekday) * DAY
    if direction and direction < 0:
        own_name = back <= near and back <= published.weekday()
        return published - (back + 7 if own_name else back or 7) * DAY
    if this and not (weekday == 6 and published.weekday() == 0):
        return published + (weekday - published.weekday()) * DAY
    return published - back * DAY


def nearest_day(day: int, weekday: int | None, published: date) -> date | None:
    """That day of a month, on that weekday where one is given, nearest to publication within half a year."""
    months = (months_later(published, count) for count in range(-6, 7))
    days = [when for year, month in months if (when := valid(year, month, day)) and weekday in (None, when.weekday())]
    return min(days, key=lambda when: (abs(when - published), when), default=None)


def season_near(season: str, published: date, direction: int) -> DateValue:
    """The season before, of, or after the day of publication."""
    year = published.year
    own = season_of(year, season, "published")
    assert own.first is not None and own.last is not None  # noqa: PT018
    if direction < 0 and published <= own.last:
        return season_of(year - 1, season, "published")
    if direction > 0 and published >= own.first:
        return season_of(year + 1, season, "published")
    return own


def season_by_tense(season: str, published: date, tense: int) -> DateValue:
    """The season that has begun last, or the first that has not ended where the sentence speaks of what is to come."""
    years = range(published.year - 1, published.year + 2)
    seasons = [season_of(year, season, "published") for year in years]
    if tense > 0:
        return next(value for value in seasons if value.last and value.last >= published)
    return next(value for value in reversed(seasons) if value.first and value.first <= published)


def nth_within(value: DateValue, unit: str, rank: int) -> DateValue | None:
    """The first, third or last (-1) day, weekend, week, month, quarter or half of a period."""
    if value.first is None or value.last is None or not rank:
        return None
    year, month = value.first.year, value.first.month
    months = (value.last.year - year) * 12 + value.last.month - month + 1
    if unit == "D":
        when = value.first + (rank - 1) * DAY if rank > 0 else value.last + (rank + 1) * DAY
        inside = value.first <= when <= value.last
        return DateValue(when.isoformat(), when, when, anchor=value.anchor) if inside else None
    if unit == "W":
        return _nth_week(value, rank)
    if unit == "WE":
        saturday = nth_weekday(value, _WEEKDAYS.index("sat"), rank)
        return (
            replace(weekend, anchor=value.anchor) if saturday and (weekend := period_of(saturday.first, unit)) else None
        )
    if unit in ("HALF", "FN") and rank in (1, 2, -1) and (months == 1 or (unit == "HALF" and months > 12)):
        return part_of(value, "START" if rank == 1 else "END")
    unit = {"HALF": "H", "FN": "W"}.get(unit, unit)
    length = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120}.get(unit)
    if length is None or length > months:
        return None
    rank = rank if rank > 0 else months // length + 1 + rank
    if not 1 <= rank <= months // length:
        return None
    year, month = months_later(value.first, (rank - 1) * length)
    match unit:
        case "M":
            return month_of(year, month, value.anchor)
        case "Q":
            return quarter_of(year, (month + 2) // 3, value.anchor)
        case "H":
            return half_of(year, (month + 5) // 6, value.anchor)
        case "Y":
            return year_of(year, value.anchor)
    return decade_of(year, value.anchor)


def _nth_week(value: DateValue, rank: int) -> DateValue | None:
    """The weeks of a period are those whose Thursday lies in it, as ISO 8601 counts those of a year."""
    if value.first is None or value.last is None:
        return None
    first = week_of(value.first, value.anchor)
    assert first.first is not None
    start = first.first if first.first + 3 * DAY >= value.first else first.first + 7 * DAY
    if rank > 0:
        return week_of(start + 7 * (rank - 1) * DAY, value.anchor)
    end = value.last - value.last.weekday() * DAY
    end = end if end + 3 * DAY <= value.last else end - 7 * DAY
    return week_of(end + 7 * (rank + 1) * DAY, value.anchor)


def nth_weekday(value: DateValue, weekday: int, rank: int) -> DateValue | None:
    """The first or last Monday of a period."""
    if value.first is None or value.last is None:
        return None
    if rank > 0:
        when = value.first + ((weekday - value.first.weekday()) % 7 + 7 * (rank - 1)) * DAY
    else:
        when = value.last - ((value.last.weekday() - weekday) % 7 + 7 * (-rank - 1)) * DAY
    inside = value.first <= when <= value.last
    return DateValue(when.isoformat(), when, when, None, weekday, anchor=value.anchor) if inside else None


@_remembered
def holiday_in(rule: str, year: int) -> DateValue | None:
    """The day of a holiday in a year.

    Its rule is a day (`12-25`), a distance from Easter (`easter+39`, `orthodox-2`), or a weekday of a month with days
    to add (`11-thu-4`: the fourth Thursday of November, `05-mon--1`: the last Monday of May, `11-thu-4+1`: the day
    after).
    """
    if not 1583 <= year <= 4099:
        return None
    if moved := re.fullmatch(r"(easter|orthodox)([+-]\d+)?", rule):
        day = (
            easter(year, EASTER_WESTERN if moved.group(1) == "easter" else EASTER_ORTHODOX)
            + int(moved.group(2) or 0) * DAY
        )
        return exact_day(day)
    if nth := re.fullmatch(r"(\d\d)-([a-z]{3})-(-?\d)(?:\+(\d))?", rule):
        month = month_of(year, int(nth.group(1)))
        value = nth_weekday(month, _WEEKDAYS.index(nth.group(2)), int(nth.group(3)))
        return exact_day(value.first + int(nth.group(4) or 0) * DAY) if value and value.first else None
    when = valid(year, *map(int, rule.split("-")))
    return exact_day(when) if when else None


_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def joined(first: DateValue, last: DateValue) -> DateValue | None:
    """The range from one date through another."""
    if (first.first and last.last and first.first > last.last) or "/" in first.timex + last.timex:
        return None
    return DateValue(
        f"{first.timex}/{last.timex}",
        first.first,
        last.last,
        None,
        None,
        (None, None, None),
        first.anchor or last.anchor,
    )


def part_of(value: DateValue, mod: str) -> DateValue:
    """The start, middle or end of a period: the same TIMEX3 value, its days narrowed to a half of it."""
    first, last = value.first, value.last
    if first and last and last > first:
        days = (last - first).days + 1
        half = 15 if 28 <= days <= 31 else days // 2
        half = (date(first.year, 7, 1) - first).days if 365 <= days <= 366 else half
        spans = {"START": (0, half), "MID": (days // 4, days - days // 4), "END": (half, days)}
        low, high = spans.get(mod, (0, days))
        first, last = first + low * DAY, first + (high - 1) * DAY
    return DateValue(value.timex, first, last, mod, value.weekday, value.written, value.anchor)


def full_year(digits: str, published: date | None = None) -> int:
    """The year of two or four digits; two digits reach from 20 years ahead of publication to 79 back."""
    year = int(digits)
    if len(digits) > 2:
        return year
    latest = (published.year if published else 2025) + 20
    return latest - (latest - year) % 100


def numeric_readings(written: tuple[str, str, str], order: str, published: date | None) -> list[date]:
    """The days that three numbers can mean, the language's own order first."""
    first, _, last = written
    if len(first) == 3 or (len(last) not in (2, 4) and len(first) != 4):
        return []  # 4-3-3, version 3.2.1
    orders = ["ymd"] if len(first) > 2 else [order, "dmy", "mdy"] if order in ("dmy", "mdy") else ["dmy", "mdy"]
    found: list[date] = []
    for names in orders:
        part = dict(zip(names, written, strict=True))
        when = valid(full_year(part["y"], published), int(part["m"]), int(part["d"]))
        if when and when not in found:
            found.append(when)
    if not found and len(first) == len(last) == 2:
        when = valid(full_year(first, published), int(written[1]), int(last))
        found += [when] if when else []
    return found


def month_year(month: int, published: date, direction: int | None, tense: int = 0) -> int:
    """The year of a month named alone: the last such month before publication, the next, or the nearest one."""
    this = published.year
    if direction:
        return {-1: this - (month >= published.month), 1: this + (month <= published.month)}[direction]
    ahead = month - published.month
    return min((this - 1, this, this + 1), key=lambda y: (farness((y - this) * 12 + ahead, tense), y))


def numbered(unit: str, rank: int, year: int | None, anchor: str | None) -> DateValue | None:
    """The quarter or half-year of that number."""
    if not 1 <= rank <= {"Q": 4, "H": 2}[unit]:
        return None
    if year is None:
        return DateValue(f"XXXX-{unit}{rank}")
    return quarter_of(year, rank, anchor) if unit == "Q" else half_of(year, rank, anchor)


def recent(unit: str, rank: int, published: date | None, tense: int = 0) -> DateValue | None:
    """A quarter or half without its year: one that goes on or ended within half a year, or else of no known year.

    Where the sentence speaks of what is to come it is the first one that has not ended.
    """
    if published and tense > 0:
        ahead = (numbered(unit, rank, year, "published") for year in (published.year, published.year + 1))
        return next((value for value in ahead if value and value.last and value.last >= published), None)
    if published:
        for year in (published.year, published.year - 1):
            value = numbered(unit, rank, year, "published")
            if value and value.first and value.last and value.first <= published <= value.last + 190 * DAY:
                return value
    return numbered(unit, rank, None, None)


def day_from(anchor: date | None, days: int, anchored: str = "published") -> DateValue:
    if anchor is None:
        return DateValue("XXXX-XX-XX")
    when = anchor + days * DAY
    return DateValue(when.isoformat(), when, when, anchor=anchored)


_STEP: Final = re.compile(r"(\d+)(CE|DE|[YQMWD])")


def exactly(anchor: date, length: Duration, sign: int) -> date | None:
    """The very day that far from the anchor, each unit of the length counted on the calendar."""
    when: date | None = anchor
    for number, unit in _STEP.findall(length.timex.partition("T")[0]):
        when = shifted(when, unit, sign * int(number)) if when else None
    return when


def bounded(value: DateValue | None, length: Duration, anchor: date | None) -> DateValue | None:
    """A day so far from the anchor, or as far at most or at least: "more than two weeks ago", "within a month"."""
    if value is None or anchor is None or value.first is None or length.amount.low == length.amount.high:
        return value
    if length.amount.high is None:
        if value.first < anchor:
            return replace(value, first=None, mod="BEFORE")
        return replace(value, last=None, mod="AFTER")
    if length.amount.low is None and value.last is not None:
        return replace(value, first=min(anchor, value.first), last=max(anchor, value.last), mod="BEFORE")
    return value


def moved(anchor: date | None, length: Duration, sign: int, anchored: str = "published") -> DateValue | None:
    """The day that far from the anchor, as coarse as the length's unit: two days ago is a day, two years ago a year."""
    number = length.amount.low if length.amount.low is not None else length.amount.high
    if number is None:
        return None
    if length.unit in ("TH", "TM", "TS"):
        value = day_from(anchor, 0, anchored)
        return replace(value, mod="APPROX") if anchor else value
    if number != int(number):
        return _moved_months(anchor, number * _MONTHS.get(length.unit, 0), sign, anchored)
    if length.unit not in UNKNOWN:
        return None
    if anchor is None:
        return DateValue(UNKNOWN[length.unit])
    when = shifted(anchor, length.unit, sign * int(number))
    if anchored != "published" or len(_STEP.findall(length.timex)) > 1:
        when = exactly(anchor, length, sign)
        return DateValue(when.isoformat(), when, when, anchor=anchored) if when else None
    return period_of(when, length.unit) if when else None


def _moved_months(anchor: date | None, months: Decimal, sign: int, anchored: str) -> DateValue | None:
    """The month so many months away, about: "a year and a half ago"."""
    if anchor is None or not months or months != int(months):
        return None
    when = shifted(anchor, "M", sign * int(months))
    value = month_of(when.year, when.month, anchored, written=(None, None, None)) if when else None
    return replace(value, mod="APPROX") if value else None


@_remembered
def years_back(period: DateValue | None, years: int, published: date | None) -> DateValue | None:
    """The same quarter, month, half or year, years before; before publication where no period was said."""
    if period is None or period.first is None:
        return year_of(published.year - years, "published") if published else None
    if not re.fullmatch(r"\d{4}(-(\d\d|[QH]\d))?", period.timex):
        return None
    year, (unit, number) = period.first.year - years, (period.timex[5:6], period.timex[-1:])
    if len(period.timex) == 4:
        return year_of(year, "context")
    if unit in "QH":
        return numbered(unit, int(number), year, "context")
    return month_of(year, period.first.month, "context", written=(None, None, None))
