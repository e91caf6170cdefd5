"""What is made of dates: ranges, lists, parts of periods, days counted from one, and sides left open."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from factcheck.extract import calendar as cal
from factcheck.extract.durations import plural
from factcheck.extract.scan import Grammar, Parts, Rule
from factcheck.extract.tense import LIKELY, STOP, tense_at
from factcheck.extract.terms import (
    LETTER,
    OF,
    RANK_DIGIT,
    SHORT_YEAR,
    Term,
    U,
    grain,
    term,
    term_senses,
    with_time,
    year_said,
)
from factcheck.lang.numerals import Senses
from factcheck.model import DateValue, Duration


def _days(parts: Parts) -> Term | None:
    """ "du 22 au 24 novembre 2021", "November 22-24": the first day has no month of its own."""
    last: DateValue = parts.value("b", "DATE") or parts.value("a", "DATE")
    day = parts.value("d", "DAY", "DAYTH")
    ends = last.first
    if parts.has("after"):  # the day follows the term: November 22-24
        first = last
        if ends is None:
            stem = last.timex[:-2]
            return term(parts, DateValue(f"{last.timex}/{stem}{day:02}"))
        when = cal.valid(ends.year, ends.month, day)
        end = replace(last, timex=when.isoformat(), first=when, last=when) if when else None
        return term(parts, cal.joined(first, end)) if end else None
    if ends is None:
        month = last.written[1]
        return term(parts, DateValue(f"XXXX-{month:02}-{day:02}/{last.timex}")) if month else None
    when = cal.valid(ends.year, ends.month, day)
    start = replace(last, timex=when.isoformat(), first=when, last=when) if when and when < ends else None
    return term(parts, cal.joined(start, last)) if start else None


def _listed_days(parts: Parts) -> list[tuple[Term, int, int]] | None:
    """ "22, 23 et 24 novembre", "November 22 and 23": each a day of the month that only one of them names."""
    named: DateValue = parts.value("b", "DATE")
    scanned, at, (_, month, day) = parts.around(), parts.tokens("b").start, named.written
    month = month or (named.first.month if named.first else None)
    listed = [(i, found) for i in parts.tokens("list") if (found := _day_number(scanned.senses(i)))]
    spelled = any(scanned.token(i).strip().isalpha() for i, _ in listed)  # "lors de la première, le 8 juillet"
    if month is None or day is None or "T" in named.timex or spelled:
        return None
    days = [number for _, number in sorted([(at, day), *listed])]
    if days != sorted(set(days)) or (
        at < listed[0][0] and not _ends_with(scanned.text[scanned.starts[at] : scanned.end(at + 1)], day)
    ):
        return None
    values = [_day_like(named, number) for _, number in listed]
    terms = [
        (Term(value, scanned.starts[index], scanned.end(index + 1)), index, index + 1)
        for (index, _), value in zip(listed, values, strict=True)
        if value
    ]
    whole = [*terms, (scanned.senses(at)["TERM"].moved(scanned.starts[at]), at, at + 1)]
    return sorted(whole, key=lambda found: found[1]) if all(values) else None


def _day_number(senses: Senses) -> int | None:
    day: int | None = senses.get("DAY") or senses.get("DAYTH")
    return day


def _ends_with(said: str, day: int) -> bool:
    """Whether a date is written with its day last: November 22."""
    return re.search(rf"\b0?{day}[a-z]*$", said) is not None


def _day_like(value: DateValue, day: int) -> DateValue | None:
    """Another day of the month that a date names."""
    year, month, _ = value.written
    month = month or (value.first.month if value.first else None)
    if value.first is None or month is None:
        return DateValue(f"XXXX-{month:02}-{day:02}", written=(None, month, day))
    when = cal.valid(value.first.year, month, day)
    return DateValue(when.isoformat(), when, when, None, None, (year, month, day), value.anchor) if when else None


def _listed_years(parts: Parts) -> list[tuple[Term, int, int]] | None:
    """ "en 2001, 2003 et 2006": what follows a year in a list is one."""
    if parts.value("a", "WEAK"):
        return None
    scanned = parts.around()
    terms = ((index, scanned.senses(index).get("TERM")) for index in (*parts.tokens("a"), *parts.tokens("list")))
    listed = [(term.moved(scanned.starts[index]), index, index + 1) for index, term in terms if term]
    return [(term._replace(weak=False), first, last) for term, first, last in listed]


def _shared_year(parts: Parts) -> Term | None:
    """ "en mai et juin 1998": the year belongs to both."""
    value: DateValue = parts.value("a", "DATE")
    other: DateValue = parts.value("b", "DATE")
    words = parts.scanned.language.words
    directed = any(
        "DIR" in words.get(word, ()) for word in parts.word("a").lower().split()
    )  # "août prochain et mai 2002"
    if other.written[0] is None or directed or (value.written[2] is None) != (other.written[2] is None):
        return None
    shared = _in_year_of(value, other)
    return term(parts, shared) if shared is not value else None


def _shared_month(parts: Parts) -> Term | None:
    """ "samedi 13 et dimanche 14 juillet": the month belongs to both."""
    value: DateValue = parts.value("a", "DATE")
    shared = _in_month_of(value, parts.value("b", "DATE"))
    return term(parts, shared) if shared is not value else None


def _in_month_of(value: DateValue, other: DateValue) -> DateValue:
    """A weekday and day whose month the text leaves to the day behind it, if it is that weekday there."""
    (year, own, day), month, last = value.written, other.written[1], other.written[2]
    if own is not None or day is None or month is None or last is None or "T" in value.timex:
        return value
    if other.first is None:
        return DateValue(f"XXXX-{month:02}-{day:02}", weekday=value.weekday, written=(year, month, day))
    when = cal.valid(*((other.first.year, month) if day < last else cal.months_later(other.first, -1)), day)
    if when is None or value.weekday not in (None, when.weekday()):
        return value
    return replace(cal.exact_day(when, value.weekday), anchor=other.anchor)


def _month_days(parts: Parts) -> Term | None:
    """ "le 4 du mois prochain", "4 till 23 of this month"."""
    month: DateValue = parts.value("a", "DATE")
    if month.first is None:
        return None
    days = [parts.value(group, "DAY", "DAYTH") for group in ("d", "d2") if parts.has(group)]
    found = [cal.valid(month.first.year, month.first.month, day) for day in days]
    values = [
        DateValue(when.isoformat(), when, when, None, None, (None, None, when.day), month.anchor)
        for when in found
        if when
    ]
    if len(values) < len(days):
        return None
    return term(parts, values[0] if len(values) == 1 else cal.joined(values[0], values[1]))


def _range(parts: Parts) -> Term | None:
    first: DateValue = parts.value("a", "DATE")
    last: DateValue = parts.value("b", "DATE")
    if (parts.value("a", "WEAK") or parts.value("b", "WEAK")) and not (parts.has("from") or parts.has("dash")):
        return None
    return term(parts, _in_order(_in_year_of(_in_month_of(first, last), last), last, parts.scanned.published))


def _in_order(first: DateValue, last: DateValue, published: date | None) -> DateValue | None:
    """The range between two dates; "May to March" goes over the turn of the year, about publication where it can."""
    if first.first is None or last.last is None or first.first <= last.last or not published:
        return cal.joined(first, last)
    if last.weekday is not None and last.written[1] is None:  # "from Monday to Friday"
        days = (last.weekday - first.first.weekday()) % 7
        when = first.first + days * cal.DAY
        return cal.joined(first, replace(last, timex=when.isoformat(), first=when, last=when))
    if first.written[0] is not None or last.written[0] is not None or None in (first.written[1], last.written[1]):
        return cal.joined(first, last)
    choices = [(_years_on(first, -1), last), (first, _years_on(last, 1))]
    ranges = [joined for a, b in choices if a and b and (joined := cal.joined(a, b))]
    begun = [value for value in ranges if value.first and value.first <= published]
    return next(iter([*reversed(begun), *ranges]), None)


def _years_on(value: DateValue, years: int) -> DateValue | None:
    """The same day or month that many years on."""
    _, month, day = value.written
    if value.first is None or month is None:
        return None
    if day is None:
        return cal.month_of(value.first.year + years, month, value.anchor, written=value.written)
    when = cal.valid(value.first.year + years, month, day)
    return replace(value, timex=when.isoformat(), first=when, last=when) if when else None


def _year_then_day(parts: Parts) -> list[tuple[Term, int, int]] | None:
    """ "En 1944, le 6 juin, …": a day of the year that opens its clause."""
    scanned, (year_at, day_at) = parts.around(), (parts.tokens("b").start, parts.tokens("a").start)
    year, value = parts.value("b", "DATE"), parts.value("a", "DATE")
    start, end = parts.span("a")
    if (
        year.written[0] is None
        or parts.value("b", "WEAK")
        or not _OPENS.search(scanned.text[max(parts.span()[0] - 30, 0) : parts.span()[0]])
    ):
        return None
    shared = _in_year_of(value, replace(year, written=(year.written[0], None, None)))
    if shared is value:
        return None
    part = value.timex.partition("T")[2]
    shared = replace(shared, timex=f"{shared.timex}T{part}") if part else shared
    told = scanned.senses(year_at)["TERM"].moved(scanned.starts[year_at])
    return [(told, year_at, year_at + 1), (Term(shared, start, end), day_at, day_at + 1)]


_OPENS: Final = re.compile(r"(?:^|[.!?:;,\n«“\"(–—]\s*)[^\W\d]+[  ]$")
"""One word, which opens a clause."""


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
        return term(parts, cal.month_of(year.first.year, month, year.anchor))
    when = cal.valid(year.first.year, month, day)
    return term(parts, cal.exact_day(when, value.weekday, year.anchor) if when else None)


def _part_of(parts: Parts) -> Term | None:
    """ "fin 2020", "early next week"."""
    senses = parts.scanned.senses(parts.tokens("mod").start)
    mod = next(name for name in ("START", "MID", "END") if name in senses)
    value: DateValue = parts.value("a", "DATE")
    return term(parts, cal.part_of(value, mod)) if grain(value) not in ("DAY_DATE", "WEEKDAY_DATE") else None


def _lettered_of(parts: Parts) -> Term | None:
    """ "Q3 this year"."""
    year: DateValue = parts.value("a", "DATE")
    unit = "Q" if parts.value("letter", "QUARTER_LETTER") else "H"
    return (
        term(parts, cal.numbered(unit, parts.value("rank", "INT"), year.first.year, year.anchor))
        if year.first
        else None
    )


def _nth(parts: Parts) -> Term | None:
    """ "the third week of 2027", "premier trimestre 2016", "last day of October"."""
    rank = parts.value("rank", "ORD", "LAST", "DIR", "INT")
    unit = parts.value("u", "UNIT") or {2: "HALF", 4: "Q", 15: "FN"}.get(parts.value("f", "FRACTION", "COLLECTIVE"), "")
    value: DateValue | None = parts.value("a", "DATE")
    if value is not None and value.first and value.last:
        return term(parts, cal.nth_within(value, unit, rank))
    if unit not in ("Q", "H") or rank <= 0:
        return None
    if value is not None:
        return term(parts, DateValue(f"{value.timex}-{unit}{rank}"))
    return term(parts, cal.recent(unit, rank, parts.scanned.published, tense_at(parts)))


def _nth_of_year(parts: Parts) -> Term | None:
    """ "premier trimestre 98"."""
    year, rank = year_said(parts), parts.value("rank", "ORD")
    return term(parts, cal.nth_within(cal.year_of(year), parts.value("u", "UNIT"), rank)) if year and rank else None


def _nth_weekday(parts: Parts) -> Term | None:
    rank, weekday = parts.value("rank", "ORD", "LAST", "DIR"), parts.value("wd", "DATE").weekday
    value: DateValue = parts.value("a", "DATE")
    if value.first is None or value.last is None or weekday is None or parts.value("rank", "DIR") == 1:
        return None
    if parts.has("every"):
        return term(parts, DateValue(f"XXXX-WXX-{weekday + 1}", weekday=weekday))
    return term(parts, cal.nth_weekday(value, weekday, rank))


def _weekday_of_week(parts: Parts) -> Term | None:
    weekday, week = parts.value("wd", "DATE").weekday, parts.value("a", "DATE")
    if week.first is None or weekday is None:
        return None
    when = week.first + (weekday - week.first.weekday()) * cal.DAY
    return term(parts, DateValue(when.isoformat(), when, when, None, weekday, anchor=week.anchor))


def _from(parts: Parts) -> Term | None:
    """ "two days after 3 May", "trois semaines avant Noël"."""
    length: Duration = parts.value("length", "LENGTH", "EDGE_LENGTH")
    value: DateValue = parts.value("a", "DATE")
    if value.first is None or value.last is None:
        return None
    if parts.value("side", "WEEK_FROM") and (length.unit != "W" or value.weekday is None or tense_at(parts) < LIKELY):
        return None  # "he had a week on Friday"
    back = parts.value("side", "BEFORE") is not None
    if value.first != value.last:  # "two years after 2015" is a year, two weeks after it no day
        count = length.amount.low
        if count is None or count != length.amount.high or length.unit != "Y" or grain(value) != "YEAR_DATE":
            return None
        return term(parts, cal.year_of(value.first.year + int(-count if back else count), "context"))
    anchor = value.first if back else value.last
    moved = cal.moved(anchor, length, -1 if back else 1, "context")
    return term(parts, cal.bounded(moved, length, anchor))


def _open(parts: Parts) -> Term | None:
    """ "depuis 2019", "avant le 3 mai": the span stays the date's own, its days reach to one side."""
    value: DateValue = parts.value("all", "DATE")
    senses = parts.scanned.senses(parts.tokens("side").start)
    if "/" in value.timex or value.mod in ("BEFORE", "AFTER") or parts.value("all", "CLOCK_DATE"):
        return None
    if "BEFORE" in senses:
        last = value.first - cal.DAY if value.first else None
        return term(parts, replace(value, first=None, last=last, mod="BEFORE"))
    if "AFTER" in senses:
        first = value.last + cal.DAY if value.last and value.last < date.max else None
        return term(parts, replace(value, first=first, last=None, mod="AFTER"))
    if "SINCE" in senses:
        return term(parts, replace(value, last=None))
    return term(parts, replace(value, first=None))


def _part_of_day(parts: Parts) -> Term | None:
    """ "la nuit de mardi à mercredi", "the morning of May 3"; a night belongs to the day that it begins on."""
    part, first = parts.value("part", "PART"), parts.value("a", "DATE")
    last: DateValue | None = parts.value("b", "DATE")
    day = parts.value("d", "DAY", "DAYTH")
    if day is not None and last is not None and last.first:
        first = cal.day_from(last.first - cal.DAY, 0) if (last.first - cal.DAY).day == day else None
        first = first and replace(first, anchor=last.anchor, written=(last.written[0], None, day))
    elif first is not None and last is not None and first.first and last.first:
        first = _in_year_of(first, last)
        first = first if first.first and (last.first - first.first).days % 7 == 1 else None
    if first is None or first.first is None or first.first != first.last or "T" in first.timex:
        return None
    if parts.has("eve"):  # German "die Nacht zum Mittwoch" begins on Tuesday
        first = replace(cal.day_from(first.first, -1), anchor=first.anchor)
    return term(parts, replace(first, timex=f"{first.timex}T{part}"))


def _edge(parts: Parts) -> Term | None:
    """ "the first three months of 2020", "les dix derniers jours de mai"."""
    length, rank, value = parts.value("length", "EDGE_LENGTH"), parts.value("length", "EDGE"), parts.value("a", "DATE")
    count = length.amount.low
    if count is None or count != length.amount.high or count != int(count) or abs(rank) != 1:
        return None
    ends = (1, int(count)) if rank > 0 else (-int(count), -1)
    first, last = (cal.nth_within(value, length.unit, end) for end in ends)
    found = term(parts, cal.joined(first, last) if first and last else None)
    return found and found._replace(start=parts.span("length")[0] + parts.value("length", "MENTION").start)


def _week_with(parts: Parts) -> Term | None:
    """ "the week of 12 April": the one that holds that day."""
    value: DateValue = parts.value("a", "DATE")
    if parts.value("u", "UNIT") != "W" or value.first is None or value.first != value.last:
        return None
    return term(parts, cal.week_of(value.first, value.anchor))


def _context(parts: Parts, group: str, since: int = -1) -> Iterator[DateValue]:
    """The dates that the same paragraph names before this group and behind a place, the nearest first."""
    scanned, at = parts.around(), parts.tokens(group).start
    before = bisect_left(scanned.made_at, at)
    near = scanned.made_at[max(before - 20, 0) : before]
    paragraph = scanned.text.rfind("\n\n", scanned.starts[near[0]], scanned.starts[at]) if near else -1
    for key in reversed(near):
        senses = scanned.senses(key)
        value = senses.get("DATE")
        if scanned.starts[key] <= max(paragraph, since):
            return
        if isinstance(value, DateValue) and value.first and "WEAK" not in senses:
            yield value


def _day_before(parts: Parts, group: str) -> date | None:
    """The last day that the same paragraph names before this group."""
    return next((value.first for value in _context(parts, group) if value.first == value.last), None)


def _beside_context(parts: Parts, group: str) -> tuple[date | None, int, str]:
    """The day before or after which something is told, the direction, and whether publication had to serve."""
    direction: int = parts.value("dir", "DIR")
    said = next(_context(parts, group), None)
    if said is None:
        return parts.scanned.published, direction, "published"
    return (said.last or said.first if direction > 0 else said.first), direction, "context"


def _following(parts: Parts) -> Term | None:
    """ "l'année suivante", "the previous month": told from the date before, else from publication."""
    unit = parts.value("u", "UNIT")
    day, direction, anchor = _beside_context(parts, "u")
    if unit not in cal.UNKNOWN or unit == "D" or plural(parts, "u", "UNIT"):
        return None
    when = cal.shifted(day, "W" if unit == "WE" else unit, direction) if day else None
    value = cal.period_of(when, unit) if when else DateValue(cal.UNKNOWN[unit])
    return term(parts, replace(value, anchor=anchor) if value else None)


def _that_period(parts: Parts) -> Term | None:
    """ "cette année-là", "that same week": the one of the date before."""
    said, unit = next(_context(parts, "u"), None), parts.value("u", "UNIT")
    if said is None or said.first is None or said.last is None or unit == "D" or plural(parts, "u", "UNIT"):
        return None
    value, last = cal.period_of(said.first, unit), cal.period_of(said.last, unit)
    return term(parts, replace(value, anchor="context")) if value and value == last else None


def _following_weekday(parts: Parts) -> Term | None:
    """ "le mardi suivant": the next such day after the date before."""
    day, direction, anchor = _beside_context(parts, "wd")
    weekday = parts.value("wd", "DATE").weekday
    if day is None:
        return None
    away = (weekday - day.weekday()) % 7
    when = day + ((away or 7) if direction > 0 else (away or 0) - 7) * cal.DAY
    if anchor == "published":
        when = cal.weekday_near(day, weekday, direction)
    return term(parts, DateValue(when.isoformat(), when, when, None, weekday, anchor=anchor))


def _later(parts: Parts) -> Term | None:
    """ "three days later"; "a year earlier" than a quarter is the same quarter of that year."""
    length, sign = parts.value("length", "LENGTH"), -1 if parts.has("earlier") else 1
    anchor = _day_before(parts, "length")
    if anchor is not None:
        return term(parts, cal.moved(anchor, length, sign, "context"))
    if length.unit != "Y" or sign > 0 or length.amount.low != length.amount.high:
        return None
    period = next(_context(parts, "length"), None)
    return term(parts, cal.years_back(period, int(length.amount.low), parts.scanned.published))


def _clock_on(parts: Parts) -> Term | None:
    """ "8 p.m. Tuesday", "à 20 h 30, samedi 21 juin"."""
    return _at_clock(parts, parts.value("b", "DATE"))


def _clock_of_context(parts: Parts) -> Term | None:
    """ "hier soir, vers 19 h 30": a time of the last day that its sentence names."""
    start = parts.span("a")[0]
    stops = [match.start() for match in STOP.finditer(parts.around().text, max(start - _SENTENCE, 0), start)]
    day = next(_context(parts, "a", max(stops, default=start - _SENTENCE)), None)
    return _at_clock(parts, replace(day, anchor="context")) if day and day.first == day.last else None


def _at_clock(parts: Parts, day: DateValue) -> Term | None:
    """A day with the time of day of the group `a`, unless it has one."""
    if day.first is None or day.first != day.last or _CLOCK.search(day.timex):
        return None
    clock: DateValue = parts.value("a", "CLOCK_DATE")
    return term(parts, replace(day, timex=clock.timex.replace("XXXX-XX-XX", day.first.isoformat())))


_CLOCK: Final = re.compile(r"T\d")
_SENTENCE: Final = 300
"""How far before a time of day, at most, its sentence is looked at for a day."""


def _part_alone(parts: Parts) -> Term | None:
    """ "en début de matinée": of the day said before, or of publication."""
    anchor = _day_before(parts, "part")
    value = cal.day_from(anchor or parts.scanned.published, 0, "context" if anchor else "published")
    return term(parts, with_time(parts, value))


def _next_day(parts: Parts) -> Term | None:
    """ "le lendemain", "the following day", "le même jour"."""
    last, words = parts.word("rel").lower().split()[-1], parts.scanned.language.words
    if parts.has("object") and words.get(last, {}).keys() & {"BEFORE", "AFTER"}:
        return None  # "the day after the vote"
    anchor = _day_before(parts, "rel")
    return term(parts, cal.day_from(anchor, parts.value("rel", "NEXT_DAY"), "context"))


def _next_day_of(parts: Parts) -> Term | None:
    """ "le lendemain du 3 mars"."""
    value: DateValue = parts.value("a", "DATE")
    return term(parts, cal.day_from(value.first, parts.value("rel", "NEXT_DAY"), "context")) if value.first else None


_A: Final = "(?P<a><DATE>)"
_PART_FROM: Final = "(?P<part><PART>)(?:(?P<eve><NIGHT_TO>)<ARTICLE>?|<OF|FROM|BETWEEN>|<OF|FROM><ARTICLE>|<ARTICLE>)"
_MOD: Final = "(?P<mod><START|MID|END>)<DASH>?<OF|ARTICLE>{0,2}"
_TO: Final = "<TO|UNTIL>|(?P<dash><DASH>)|(?<=<BETWEEN><DATE>)<AND>|(?<=<BETWEEN><ARTICLE><DATE>)<AND>"
_DAY_TO: Final = "<TO|UNTIL|DASH>|(?<=<BETWEEN><DAY|DAYTH>)<AND>|(?<=<BETWEEN><ARTICLE><DAY|DAYTH>)<AND>"
_RANK: Final = "(?P<rank><ORD|LAST|DIR>)"
_DAYS: Final = "<DAY|DAYTH>"
_COUNTS_NOTHING: Final = "(?!<MONTH|MONTH_ABBR|WORD|CAP|UNIT|CURRENCY|MEASURE|PERCENT|DATE|SKIP|ORD>)"
_ANAPHORIC: Final = "(?P<dir><ANAPHORIC>)"

_RANGE: Final = Rule(
    "range", f"(?:(?P<from><FROM|BETWEEN>)<ARTICLE>?)?(?P<all>{_A}(?:{_TO})<ARTICLE>?(?P<b><DATE>))", _range
)
_LISTED_DAYS: Final = Rule(
    "listed-days",
    f"(?P<list>(?:{_DAYS}<DOT>?<COMMA|AND|OR>{{1,2}}<ARTICLE|ON>?){{1,9}})(?P<b><DAY_DATE>)",
    _listed_days,
)

PHRASES: Final = Grammar(
    "DATE|LENGTH|EDGE|PART|NEXT_DAY|UNIT|FRACTION",
    [
        Rule(
            "days",
            f"(?:<FROM|BETWEEN><ARTICLE>?)?(?P<all>(?P<d><DAY|DAYTH>)<DOT>?(?:{_DAY_TO})<ARTICLE>?(?P<b><DAY_DATE>))",
            _days,
        ),
        _LISTED_DAYS,
        Rule(
            "days-listed",
            f"(?P<b><DAY_DATE>)(?P<list>(?:<COMMA>{_DAYS}){{0,9}}<COMMA>?<AND|OR>{_DAYS}){_COUNTS_NOTHING}",
            _listed_days,
        ),
        Rule(
            "listed-years",
            "(?P<a><YEAR_DATE>)(?P<list>(?:<COMMA><WEAK>)+(?:<COMMA>?<AND|OR><YEAR_DATE>)?)(?!<WORD|CAP>)",
            _listed_years,
        ),
        Rule(
            "shared-year",
            "(?P<all>(?P<a><YEARLESS>))(?=<COMMA|AND|OR><ARTICLE>?(?:<YEARLESS><COMMA|AND|OR>)*(?P<b><DATE>))",
            _shared_year,
        ),
        Rule(
            "shared-month",
            "(?P<all>(?P<a><MONTHLESS>))(?=<COMMA|AND|OR><ARTICLE>?(?:<MONTHLESS><COMMA|AND|OR>)*(?P<b><DAY_DATE>))",
            _shared_month,
        ),
        Rule(
            "days-after",
            "(?P<all>(?P<a><DAY_DATE>)(?P<after><DASH|TO|UNTIL>)<ARTICLE>?(?P<d><DAY|DAYTH>))(?!<MONTH|NUM|WORD|UNIT>)",
            _days,
        ),
        Rule(
            "month-days",
            f"(?:<FROM|BETWEEN><ARTICLE>?)?(?P<all>(?:(?P<d><DAY|DAYTH>)(?:{_DAY_TO})<ARTICLE>?)?(?P<d2><DAY|DAYTH>)<OF>?<ARTICLE>?(?P<a><MONTH_DATE>))",
            _month_days,
        ),
        Rule("year-then-day", "(?P<b><YEAR_DATE>)<COMMA><ARTICLE|ON|MONTH_IN>{0,2}(?P<a><YEARLESS>)", _year_then_day),
        _RANGE,
        Rule("lettered-of", f"{LETTER}{RANK_DIGIT}<OF|COMMA>?<ARTICLE>?(?P<a><YEAR_DATE>)", _lettered_of),
        Rule("in-year", f"(?P<all>(?P<a><YEARLESS>){OF}(?P<b><YEAR_DATE>))", _in_year),
        Rule(
            "nth-weekday",
            f"(?P<every>(?<=<EVERY>))?<ARTICLE>?(?P<all>{_RANK}(?P<wd><WEEKDAY_DATE>)(?:<OF|IN><ARTICLE>?|(?=<MONTH_DATE>)){_A})",
            _nth_weekday,
        ),
        Rule(
            "nth",
            f"<ARTICLE>?(?P<all>{_RANK}<DASH>?(?:{U}|(?P<f><FRACTION|COLLECTIVE>))<OF|IN|DASH>?<ARTICLE>?{_A})",
            _nth,
        ),
        Rule("nth-short", f"<ARTICLE>?(?P<all>{_RANK}<DASH>?{U}<OF>?{SHORT_YEAR})", _nth_of_year),
        Rule("nth-alone", f"<ARTICLE>?(?P<all>(?P<rank><ORD>)<DASH>?{U})(?!<OF>)", _nth),
        Rule("year-nth", f"(?P<all>(?P<a><YEAR_DATE>)<ARTICLE>?(?P<rank><ORD>)<DASH>?(?:{U}|(?P<f><FRACTION>)))", _nth),
        Rule("weekday-of-week", "(?P<all>(?P<wd><WEEKDAY_DATE>)<OF>?<ARTICLE>?(?P<a><WEEK_DATE>))", _weekday_of_week),
        Rule("week-weekday", "(?P<all>(?P<a><WEEK_DATE>)<DASH|IN|ARTICLE>?(?P<wd><WEEKDAY_DATE>))", _weekday_of_week),
        Rule("edge", f"(?P<all>(?P<length><EDGE>)<OF|IN><ARTICLE>?{_A})", _edge),
        Rule("week-with", f"(?P<all>{U}<OF|FROM|SINCE>?<ARTICLE>?(?P<a><DAY_DATE>))", _week_with),
        Rule(
            "night",
            f"(?P<all>{_PART_FROM}(?P<a><DAY_DATE|WEEKDAY_DATE>)<TO|AND|DASH|OVERNIGHT><ARTICLE>?(?P<b><DAY_DATE|WEEKDAY_DATE>))",
            _part_of_day,
        ),
        Rule(
            "night-days",
            f"(?P<all>{_PART_FROM}(?P<d><DAY|DAYTH>)<DOT>?<TO|AND|DASH|OVERNIGHT><ARTICLE>?(?P<b><DAY_DATE>))",
            _part_of_day,
        ),
        Rule(
            "part-of-day", f"(?P<all>{_PART_FROM}(?P<a><DAY_DATE|WEEKDAY_DATE>))(?!<TO|DASH|OVERNIGHT>)", _part_of_day
        ),
        Rule(
            "from",
            f"(?P<all>(?P<length><LENGTH|EDGE>)(?P<side><AFTER|BEFORE|FROM_DAY|WEEK_FROM|SINCE>)<ARTICLE>?{_A})",
            _from,
        ),
        Rule("part-of", f"(?P<all>{_MOD}{_A})", _part_of),
        Rule("part-on", "(?<=<AT|PART_IN>)(?P<all>(?P<part><PART>)(?P<a><WEEKDAY_DATE|DAY_DATE>))", _part_of_day),
        Rule(
            "clock-on",
            "(?P<a><CLOCK_DATE>)<COMMA>?<OF|ON|ARTICLE>{0,2}(?P<b><DAY_DATE|WEEKDAY_DATE>)",
            _clock_on,
        ),
    ],
    term_senses,
)
OPEN: Final = Grammar(
    "DATE|LENGTH|NEXT_DAY|PART|UNIT",
    [
        _RANGE,
        _LISTED_DAYS,
        Rule("open", "(?P<side><SINCE|UNTIL|BEFORE|AFTER>)<ARTICLE>?(?P<all><DATE>)", _open),
        Rule("following", f"<ARTICLE>?(?:{U}{_ANAPHORIC}|{_ANAPHORIC}{U})", _following),
        Rule(
            "that-period",
            f"(?:<THIS>{U}<DASH><THERE>|<THAT>{U}|<THIS|THAT|ARTICLE|IN>?<SAME>{U})(?!<OF|IN|DIR|UNIT|DATE|LENGTH|ANAPHORIC|AGO_AFTER>)",
            _that_period,
        ),
        Rule(
            "following-weekday",
            f"(?P<wd><WEEKDAY_DATE>){_ANAPHORIC}|<ARTICLE>?{_ANAPHORIC}(?P<wd><WEEKDAY_DATE>)",
            _following_weekday,
        ),
        Rule("later", "(?P<length><LENGTH>)(?:<LATER>|(?P<earlier><EARLIER>))(?!<OF|ARTICLE|THIS>)", _later),
        Rule("after", "(?P<length><LENGTH>)(?:<AFTER>|(?P<earlier><BEFORE>))(?=<COMMA|DOT|CLOSE>)", _later),
        Rule("clock-of-context", "(?P<a><CLOCK_DATE>)", _clock_of_context),
        Rule("part-alone", "(?P<all>(?:<START|END|MID><OF>?<ARTICLE>?|(?<=<PART_IN>))(?P<part><PART>))", _part_alone),
        Rule("next-day-of", "<ARTICLE>?(?P<rel><NEXT_DAY>)<OF><ARTICLE>?(?P<a><DAY_DATE|WEEKDAY_DATE>)", _next_day_of),
        Rule("next-day", "<ARTICLE>?(?P<rel><NEXT_DAY>)(?!<OF|LENGTH>)(?=(?P<object><ARTICLE|WORD|CAP>)?)", _next_day),
    ],
    term_senses,
)
"""What is made of phrases: a range between two of them, a side left open, and what is told from a date before it."""
