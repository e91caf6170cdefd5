"""The calendar: days, periods and their TIMEX3 values; no words, no texts."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from factcheck.model import DateValue

DAY = timedelta(days=1)


def valid(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none (31 June)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def exact_day(when: date, weekday: int | None = None, anchor: str | None = None) -> DateValue:
    """One day whose year, month and day are written."""
    return DateValue(when.isoformat(), when, when, None, weekday, (when.year, when.month, when.day), anchor)


def nearest_year(month: int, day: int, published: date) -> date | None:
    """That day in the year that puts it nearest to the day of publication."""
    days = [found for year in range(published.year - 1, published.year + 2) if (found := valid(year, month, day))]
    return min(days, key=lambda when: (abs(when - published), when), default=None)


def yearless_day(month: int, day: int, weekday: int | None, published: date | None) -> DateValue | None:
    """A day without its year: the nearest to publication, unless the text names a weekday that does not fit it."""
    if valid(2000, month, day) is None:
        return None
    written = (None, month, day)
    found = nearest_year(month, day, published) if published else None
    if found is None or weekday is not None and found.weekday() != weekday:
        return DateValue(f"XXXX-{month:02}-{day:02}", None, None, None, weekday, written, None)
    return DateValue(found.isoformat(), found, found, None, weekday, written, "published")


def year_of(year: int, anchor: str | None = None, mod: str | None = None) -> DateValue:
    """A whole year."""
    written = (year, None, None) if anchor is None else (None, None, None)
    return DateValue(f"{year:04}", date(year, 1, 1), date(year, 12, 31), mod, None, written, anchor)


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


def shifted(when: date, unit: str, count: int) -> date | None:
    """The day that many units on; the last of the month where that month is shorter."""
    if unit in ("D", "W", "FN"):
        days = count * {"D": 1, "W": 7, "FN": 14}[unit]
        return when + days * DAY if abs(days) < 700_000 else None
    months = count * {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}.get(unit, 0)
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


UNKNOWN = {"Y": "XXXX", "H": "XXXX-HX", "Q": "XXXX-QX", "M": "XXXX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "D": "XXXX-XX-XX",
           "DE": "XXX", "CE": "XX"}  # fmt: skip


def decade_of(year: int, anchor: str | None = None) -> DateValue:
    first = year // 10 * 10
    return DateValue(f"{first // 10}", date(first, 1, 1), date(first + 9, 12, 31), anchor=anchor)


def century_of(number: int, anchor: str | None = None) -> DateValue:
    """The 21st century in TIMEX3 is `20`: the years 2000 to 2099, as the press uses it."""
    first = (number - 1) * 100
    return DateValue(f"{number - 1:02}", date(max(first, 1), 1, 1), date(first + 99, 12, 31), anchor=anchor)


def weekday_near(published: date, weekday: int, direction: int) -> date:
    """That weekday last before, in the week up to, or next after publication: direction -1, 0 or 1."""
    back = (published.weekday() - weekday) % 7
    if direction == 0:
        return published - back * DAY
    if direction < 0:
        return published - (back or 7) * DAY
    return published + ((weekday - published.weekday()) % 7 or 7) * DAY


def joined(first: DateValue, last: DateValue) -> DateValue | None:
    """The range from one date through another."""
    if first.first and last.last and first.first > last.last:
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
    """The start, middle or end of a period: the same TIMEX3 value, its days narrowed to the outer half or middle third."""
    first, last = value.first, value.last
    if first and last and last > first:
        days = (last - first).days + 1
        low, high = {
            "START": (0, days // 2),
            "MID": (days // 4, days - days // 4),
            "END": (days - days // 2, days),
        }.get(mod, (0, days))
        first, last = first + low * DAY, first + (high - 1) * DAY
    return DateValue(value.timex, first, last, mod, value.weekday, value.written, value.anchor)
