"""Dates: calendar expressions of every usual order, ranges, parts, and words relative to the day of publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from factcheck.extract import amounts
from factcheck.extract import calendar as cal
from factcheck.extract.scan import Grammar, Parts, Rule
from factcheck.lang.numerals import Number
from factcheck.model import Amount, DateValue, Kind, Mention, Value

# --- pieces of grammar; the groups' names are what the builders ask for --------------------------------------------------

MONTH: Final = "<MONTH|MONTH_ABBR>"
_WEEKDAY: Final = "(?:(?P<wd><WEEKDAY|WEEKDAY_ABBR>)<DOT>?<COMMA>?<ARTICLE|IN>?)?"
_DAY: Final = "(?P<d><DAY|DAYTH>)"
_MONTH: Final = f"(?P<m>{MONTH})<DOT>?"
_YEAR: Final = "(?P<y><YEAR>)"
_CLOCK: Final = (
    "(?:(?:<COMMA>?<DASH>?<IN|TO|AT>?(?:(?P<h><HOUR>)<CLOCK>(?P<mi><SIXTY>)?|(?P<ck><CLOCK_TIME>)))(?P<ap><AMPM>)?)?"
)
_PART: Final = "(?:<COMMA>?<PART_IN>?(?P<part><PART>))?"


def _mention(
    parts: Parts, value: DateValue | None, group: str | int = 0, readings: tuple[Value, ...] = ()
) -> Mention | None:
    if value is None:
        return None
    start, end = parts.span(group)
    return Mention(Kind.DATE, start, end, parts.scanned.text[start:end], value, readings=readings)


def _with_time(parts: Parts, value: DateValue | None) -> DateValue | None:
    """The clock time or part of the day that the text gives with a day."""
    if value is None:
        return None
    if parts.has("ck"):
        hour, minute, _ = parts.value("ck", "CLOCK_TIME")
    elif parts.has("h"):
        hour, minute = parts.value("h", "HOUR"), parts.value("mi", "SIXTY") or 0
    elif parts.has("part"):
        return replace(value, timex=f"{value.timex}T{parts.value('part', 'PART')}")
    else:
        return value
    if parts.has("ap") and parts.value("ap", "AMPM") == "PM" and hour < 12:
        hour += 12
    return replace(value, timex=f"{value.timex}T{hour:02}:{minute:02}")


def full_year(digits: str, published: date | None = None) -> int:
    """The year of two or four digits; two digits reach from 30 years ahead to 69 back."""
    year = int(digits)
    if len(digits) > 2:
        return year
    pivot = (published.year if published else 2026) % 100
    return year + (1900 if year > pivot + 30 else 2000)


# --- absolute days ------------------------------------------------------------------------------------------------------


def _day(parts: Parts) -> Mention | None:
    day, month, year = (
        parts.value("d", "DAY", "DAYTH"),
        parts.value("m", "MONTH", "MONTH_ABBR"),
        parts.value("y", "YEAR"),
    )
    weekday = parts.value("wd", "WEEKDAY", "WEEKDAY_ABBR")
    if year is None:
        value = cal.yearless_day(month, day, weekday, parts.scanned.published)
    else:
        when = cal.valid(year, month, day)
        value = cal.exact_day(when, weekday) if when else None
    return _mention(parts, _with_time(parts, value))


def _numeric(parts: Parts) -> Mention | None:
    written = parts.value("n", "NUMERIC_DATE") or tuple(parts.word(group) for group in ("a", "b", "c"))
    readings = numeric_readings(written, parts.scanned.language.numerals.order, parts.scanned.published)
    if not readings:
        return None
    weekday = parts.value("wd", "WEEKDAY", "WEEKDAY_ABBR")
    values = tuple(dict.fromkeys(_with_time(parts, cal.exact_day(when, weekday)) for when in readings))
    return _mention(parts, values[0], readings=tuple(v for v in values if v) if len(values) > 1 else ())


def numeric_readings(written: tuple[str, str, str], order: str, published: date | None) -> list[date]:
    """The days that three numbers can mean, the language's own order first."""
    a, b, c = written
    if len(a) > 2:
        orders = ["ymd"]
    elif len(c) > 2:
        orders = ["dmy", "mdy"] if order != "mdy" else ["mdy", "dmy"]
    else:
        orders = [order]
    found: list[date] = []
    for names in orders:
        part = dict(zip(names, written, strict=True))
        when = cal.valid(full_year(part["y"], published), int(part["m"]), int(part["d"]))
        if when and when not in found:
            found.append(when)
    return found


def _iso(parts: Parts) -> Mention | None:
    return _numeric(parts)


# --- months, years, and larger ---------------------------------------------------------------------------------------------


def _month(parts: Parts) -> Mention | None:
    month, year = parts.value("m", "MONTH", "MONTH_ABBR"), parts.value("y", "YEAR")
    published = parts.scanned.published
    direction = parts.value("dir", "DIR")
    if year is not None:
        value = cal.month_of(year, month)
    elif published is None:
        value = DateValue(f"XXXX-{month:02}", written=(None, month, None))
    else:
        found = month_near(month, published, direction)
        value = cal.month_of(found, month, "published", written=(None, month, None))
    return _mention(parts, _modified(parts, value), "all")


def month_near(month: int, published: date, direction: int | None) -> int:
    """The year of a month named alone: the last such month before publication or the next, or the nearest one."""
    this = published.year
    if direction is not None and direction < 0:
        return this if month < published.month else this - 1
    if direction is not None and direction > 0:
        return this if month > published.month else this + 1
    return min((this - 1, this, this + 1), key=lambda y: (abs((y - this) * 12 + month - published.month), y))


def _modified(parts: Parts, value: DateValue | None) -> DateValue | None:
    if value is None or not parts.has("mod"):
        return value
    senses = parts.scanned.senses(parts.match.start("mod"))
    mod = next(name for name in ("START", "MID", "END") if name in senses)
    return cal.part_of(value, mod)


def _year(parts: Parts) -> Mention | None:
    return _mention(parts, _modified(parts, cal.year_of(parts.value("y", "YEAR"))), "all")


def _years(parts: Parts) -> Mention | None:
    first, last = parts.value("y1", "YEAR"), parts.value("y2", "YEAR", "YY")
    if last is not None and last < 100:
        last += first // 100 * 100
    if last is None or not first < last < first + 200:
        return None
    return _mention(parts, cal.joined(cal.year_of(first), cal.year_of(last)), "all")


def _decade(parts: Parts) -> Mention | None:
    year = parts.value("y", "YEAR")
    if year is None:
        year = 1900 + parts.value("yy", "INT")
    if year % 10:
        return None
    return _mention(parts, cal.decade_of(year))


def _part_of_year(parts: Parts) -> Mention | None:
    """Quarters, halves and seasons of a year that is written, or else of the year of publication."""
    published, year = parts.scanned.published, parts.value("y", "YEAR")
    anchor = None if year else "published"
    season, unit, rank = parts.value("season", "SEASON"), parts.value("u", "UNIT"), parts.value("rank", "ORD", "INT")
    if rank is None and parts.has("q"):
        unit, rank = "Q", int(parts.word("q")[-1])
    if season is None and (unit, rank) not in [("Q", 1), ("Q", 2), ("Q", 3), ("Q", 4), ("H", 1), ("H", 2)]:
        return None
    if year is None and published is None:
        return _mention(parts, DateValue(f"XXXX-{season}" if season else f"XXXX-{unit}{rank}"), "all")
    year = year or (published.year if published else 0)
    if season:
        value = cal.season_of(year, season, anchor)
    else:
        value = cal.quarter_of(year, rank, anchor) if unit == "Q" else cal.half_of(year, rank, anchor)
    return _mention(parts, _modified(parts, value), "all")


# --- relative to publication --------------------------------------------------------------------------------------------


def _weekday(parts: Parts) -> Mention | None:
    weekday = parts.value("wd", "WEEKDAY", "WEEKDAY_ABBR")
    published = parts.scanned.published
    direction = parts.value("dir", "DIR")
    if published is None:
        value = DateValue(f"XXXX-WXX-{weekday + 1}", weekday=weekday)
    else:
        when = cal.weekday_near(published, weekday, direction or 0)
        value = DateValue(when.isoformat(), when, when, None, weekday, anchor="published")
    return _mention(parts, _with_time(parts, value))


def _relative_day(parts: Parts) -> Mention | None:
    published = parts.scanned.published
    if published is None:
        return _mention(parts, _with_time(parts, DateValue("XXXX-XX-XX")))
    when = published + parts.value("rel", "RELDAY") * cal.DAY
    return _mention(parts, _with_time(parts, DateValue(when.isoformat(), when, when, anchor="published")))


def _relative_period(parts: Parts) -> Mention | None:
    """ "le mois dernier", "next year", "cette semaine"."""
    unit, direction = parts.value("u", "UNIT"), parts.value("dir", "DIR") or 0
    if unit not in cal.UNKNOWN:
        return None
    published = parts.scanned.published
    if published is None:
        return _mention(parts, DateValue(cal.UNKNOWN[unit]))
    when = cal.shifted(published, "W" if unit == "WE" else unit, direction)
    value = cal.period_of(when, unit) if when else None
    if value and parts.has("early"):
        value = replace(value, last=published, mod="BEFORE")
    return _mention(parts, _modified(parts, value))


def _ago(parts: Parts) -> Mention | None:
    """ "il y a deux jours", "two days ago", "dans trois semaines"."""
    number, unit = _count(parts), parts.value("u", "UNIT")
    if number is None or unit is None:
        return None
    sign = 1 if parts.has("future") else -1
    return _mention(parts, moved(parts.scanned.published, unit, sign * int(number)))


def _last_units(parts: Parts) -> Mention | None:
    """ "les deux dernières années": a length of time, not a period of the calendar."""
    found = [(parts.value(n, "NUM"), parts.value(u, "UNIT")) for n, u in (("n", "u"), ("n2", "u2"), ("n3", "u3"))]
    number, unit = next(pair for pair in found if pair[0] is not None)
    start, end = parts.span("all")
    length = amounts.duration(Amount.point(number.value, number.step), unit)
    return Mention(Kind.DURATION, start, end, parts.scanned.text[start:end], length)


def _count(parts: Parts) -> int | None:
    number = parts.value("n", "NUM")
    if isinstance(number, Number):
        return int(number.value) if number.value == int(number.value) else None
    one: int | None = parts.value("n", "ONES")
    return one


def moved(anchor: date | None, unit: str, count: int) -> DateValue | None:
    """The day, week, month or year that many units from the anchor, as coarse as its unit; hours and less stay that day."""
    if unit in ("TH", "TM", "TS"):
        return (
            DateValue("XXXX-XX-XX")
            if anchor is None
            else DateValue(anchor.isoformat(), anchor, anchor, anchor="published", mod="APPROX")
        )
    if unit not in cal.UNKNOWN:
        return None
    if anchor is None:
        return DateValue(cal.UNKNOWN[unit])
    when = cal.shifted(anchor, unit, count)
    return cal.period_of(when, unit if unit != "FN" else "D") if when else None


# --- ranges ----------------------------------------------------------------------------------------------------------------


def _days(parts: Parts) -> Mention | None:
    """ "du 22 au 24 novembre 2021", "22 Oct – 3 Nov", "November 22-24"."""
    first_day, last_day = parts.value("d", "DAY", "DAYTH"), parts.value("d2", "DAY", "DAYTH")
    last_month = parts.value("m2", "MONTH", "MONTH_ABBR") or parts.value("m", "MONTH", "MONTH_ABBR")
    first_month = parts.value("m", "MONTH", "MONTH_ABBR") or last_month
    year = parts.value("y2", "YEAR")
    first_year = parts.value("y", "YEAR") or year
    published = parts.scanned.published
    if year is None:
        first, last = (
            cal.yearless_day(m, d, None, published) for m, d in ((first_month, first_day), (last_month, last_day))
        )
    else:
        if first_year == year and first_month > last_month:
            first_year -= 1
        days = cal.valid(first_year, first_month, first_day), cal.valid(year, last_month, last_day)
        first, last = (cal.exact_day(when) if when else None for when in days)
    if first is None or last is None:
        return None
    return _mention(parts, cal.joined(first, last), "all")


def _months(parts: Parts) -> Mention | None:
    """ "de mars à mai 2021", "between March and May"."""
    first, last, year = (
        parts.value("m", "MONTH", "MONTH_ABBR"),
        parts.value("m2", "MONTH", "MONTH_ABBR"),
        parts.value("y2", "YEAR"),
    )
    first_year = parts.value("y", "YEAR")
    published = parts.scanned.published
    if year is None and published is None:
        return _mention(parts, DateValue(f"XXXX-{first:02}/XXXX-{last:02}"), "all")
    anchor = None if year else "published"
    year = year or month_near(last, published, None) if published else year
    assert year is not None
    first_year = first_year or (year if first <= last else year - 1)
    return _mention(parts, cal.joined(cal.month_of(first_year, first, anchor), cal.month_of(year, last, anchor)), "all")


_TO: Final = "<TO|DASH|AND|UNTIL>"
_MOD: Final = "(?P<mod><START|MID|END>)<DASH>?<OF|ARTICLE>{0,2}"
_N: Final = "(?P<n><NUM|ONE>)"
_U: Final = "(?P<u><UNIT>)"
_DIR: Final = "(?P<dir><DIR>)"
_NOT_UNIT: Final = "(?!<UNIT|CURRENCY|PERCENT|SCALE|MEASURE>)"

GRAMMAR: Final = Grammar(
    "MONTH|MONTH_ABBR|WEEKDAY|YEAR|NUMERIC_DATE|RELDAY|UNIT|SEASON|PART|DAY|DAYTH|DECADE",
    [
        Rule("numeric", f"{_WEEKDAY}(?P<n><NUMERIC_DATE>)(?:<TIME_MARK>?{_CLOCK})", _numeric),
        Rule("spaced", f"{_WEEKDAY}(?P<a><DAY>)<DASH>(?P<b><MONTHNUM>)<DASH>(?P<c><YEAR>){_CLOCK}", _numeric),
        Rule(
            "days",
            f"(?:<FROM|BETWEEN><ARTICLE>?)?(?P<all>(?:<WEEKDAY>)?(?P<d><DAY|DAYTH>)(?:<OF>?(?P<m>{MONTH})<DOT>?(?:<OF|COMMA>?(?P<y><YEAR>))?)?"
            f"{_TO}<ARTICLE>?(?:<WEEKDAY>)?(?P<d2><DAY|DAYTH>)<OF>?(?P<m2>{MONTH})<DOT>?(?:<OF|COMMA>?(?P<y2><YEAR>))?)",
            _days,
        ),
        Rule(
            "month-days",
            f"(?:<FROM|BETWEEN><ARTICLE>?)?(?P<all>(?P<m>{MONTH})<DOT>?<ARTICLE>?(?P<d><DAY|DAYTH>)(?:<COMMA>?(?P<y><YEAR>))?"
            f"{_TO}<ARTICLE>?(?:(?P<m2>{MONTH})<DOT>?)?<ARTICLE>?(?P<d2><DAY|DAYTH>)(?:<COMMA>?(?P<y2><YEAR>))?)",
            _days,
        ),
        Rule("day", f"{_WEEKDAY}{_DAY}<OF>?{_MONTH}(?:<OF|COMMA>?{_YEAR})?{_NOT_UNIT}(?:{_CLOCK}|{_PART})", _day),
        Rule(
            "month-day",
            f"{_WEEKDAY}{_MONTH}<ARTICLE>?{_DAY}(?!<MONTH>)(?:<COMMA|OF>?{_YEAR})?{_NOT_UNIT}(?:{_CLOCK}|{_PART})",
            _day,
        ),
        Rule(
            "months",
            f"(?:<FROM|BETWEEN>)?(?P<all>(?P<m>{MONTH})(?:<OF>?(?P<y><YEAR>))?{_TO}(?P<m2>{MONTH})(?:<OF>?(?P<y2><YEAR>))?)",
            _months,
        ),
        Rule("month-year", f"(?P<all>(?:{_MOD})?{_MONTH}(?:<OF|COMMA>)?{_YEAR})", _month),
        Rule("month-mod", f"(?P<all>{_MOD}{_MONTH}(?P<y><YEAR>)?)", _month),
        Rule("month-next", f"(?P<all>{_MONTH}{_DIR})", _month),
        Rule("next-month", f"(?P<all>{_DIR}(?P<m><MONTH>))", _month),
        Rule("month", "(?:<MONTH_IN><ARTICLE>?)(?P<all>(?P<m><MONTH>))", _month),
        Rule("years", "(?P<all>(?P<y1><YEAR>)(?:<DASH|SLASH>(?P<y2><YEAR|YY>)))(?!<DASH>)", _years),
        Rule("years-words", "(?:<FROM|BETWEEN>)(?P<all>(?P<y1><YEAR>)(?:<TO|AND>(?P<y2><YEAR>)))", _years),
        Rule("decade", "<DECADE>(?:(?P<y><YEAR>)|(?P<yy><YY>))", _decade),
        Rule(
            "part-of-year",
            "(?P<all>(?:<ARTICLE>?(?P<rank><ORD>)(?P<u><UNIT>)|(?P<season><SEASON>))(?:<OF|COMMA>?<ARTICLE>?(?P<y><YEAR>)))",
            _part_of_year,
        ),
        Rule("year-mod", f"(?P<all>{_MOD}{_YEAR})", _year),
        Rule("year", f"<YEAR_IN>(?P<all>{_YEAR}){_NOT_UNIT}", _year),
        Rule("year-alone", f"(?:(?<=<OPEN>)|(?<=<MONTH_ABBR>))(?P<all>{_YEAR})(?=<CLOSE|COMMA|DASH>)", _year),
        Rule("relative-day", f"(?P<rel><RELDAY>)(?:{_PART}|{_CLOCK})", _relative_day),
        Rule("relative-weekday", f"(?:<THIS>)(?P<wd><WEEKDAY>){_DIR}?(?:{_PART}|{_CLOCK})", _weekday),
        Rule("weekday-next", f"(?P<wd><WEEKDAY>){_DIR}(?:{_PART}|{_CLOCK})", _weekday),
        Rule("next-weekday", f"<ARTICLE>?{_DIR}(?P<wd><WEEKDAY>)(?:{_PART}|{_CLOCK})", _weekday),
        Rule("weekday", f"(?P<wd><WEEKDAY>)(?:{_PART}|{_CLOCK})", _weekday),
        Rule(
            "last-units",
            "(?P<all>(?P<n><NUM>)<SKIP>?<DIR>(?P<u><UNIT>)|<DIR>(?P<n2><NUM>)(?P<u2><UNIT>)|(?P<n3><NUM>)(?P<u3><UNIT>)<DIR>)",
            _last_units,
        ),
        Rule("period-next", f"(?:{_MOD})?<ARTICLE>?{_U}{_DIR}", _relative_period),
        Rule("next-period", f"(?:{_MOD})?<ARTICLE>?{_DIR}{_U}", _relative_period),
        Rule("this-period", "(?P<early><EARLIER>)?<THIS>(?P<dir><DIR>)?(?P<u><UNIT>)", _relative_period),
        Rule("ago", f"<AGO>(?P<about><ABOUT>)?{_N}{_U}", _ago),
        Rule("ago-after", f"{_N}{_U}<AGO_AFTER>", _ago),
        Rule("within", f"(?P<future><WITHIN>){_N}{_U}", _ago),
    ],
)
