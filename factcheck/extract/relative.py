"""Dates told from the day of publication: "last week", "il y a deux ans", "mañana"; and seasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from factcheck.extract import calendar as cal
from factcheck.extract.durations import plural
from factcheck.extract.scan import Grammar, Parts, Rule
from factcheck.extract.tense import OPEN, PAST, tense_at
from factcheck.extract.terms import (
    DIR,
    LENGTH,
    MARK,
    OF,
    SEASON,
    THIS,
    WD,
    WHEN,
    YEAR,
    Term,
    U,
    term,
    term_senses,
    with_time,
    year_said,
)
from factcheck.model import DateValue


def _season(parts: Parts) -> Term | None:
    """ "l'été 2021", "last summer", "cet hiver"."""
    season, year, published = parts.value("season", "SEASON"), year_said(parts), parts.scanned.published
    if year is not None:
        return term(parts, cal.season_of(year, season))
    if published is None:
        return term(parts, DateValue(f"XXXX-{season}"))
    if not (parts.has("dir") or parts.has("this")):
        tense = tense_at(parts)
        return term(parts, cal.season_by_tense(season, published, tense) if tense else DateValue(f"XXXX-{season}"))
    return term(parts, cal.season_near(season, published, parts.value("dir", "DIR") or 0))


def _winter(parts: Parts) -> Term | None:
    """ "l'hiver 1998-1999": the one that begins in the first year."""
    first, season = parts.value("a", "YEAR"), parts.value("season", "SEASON")
    follows = parts.value("b", "YEAR", "YY") in (first + 1, (first + 1) % 100)
    return term(parts, cal.season_of(first, season)) if season == "WI" and follows else None


def _relative_day(parts: Parts) -> Term | None:
    published, part = parts.scanned.published, parts.value("rel", "DAY_PART")
    if parts.has("article") and parts.value("rel", "PART"):
        return None  # Spanish "la mañana" is the morning
    value = cal.day_from(published, parts.value("rel", "RELDAY"))
    timed = with_time(parts, value)
    return term(parts, replace(value, timex=f"{value.timex}T{part}") if part and timed == value else timed)


def _relative_weekday(parts: Parts) -> Term | None:
    """ "demain mardi", "yesterday, Monday": one day where both say the same."""
    value, weekday = cal.day_from(parts.scanned.published, parts.value("rel", "RELDAY")), parts.value("wd", "WEEKDAY")
    if value.first is None or value.first.weekday() != weekday:
        return None
    return term(parts, with_time(parts, replace(value, weekday=weekday)))


def _period(parts: Parts) -> Term | None:
    """ "le mois dernier", "next year", "cette semaine", "plus tôt cette année"."""
    unit, direction = parts.value("u", "UNIT"), parts.value("dir", "DIR") or 0
    if (
        unit not in cal.UNKNOWN
        or (unit == "D" and direction)
        or plural(parts, "u", "UNIT")
        or plural(parts, "dir", "DIR")
    ):
        return None  # "ces dernières années" is no one year
    if parts.value("dir", "ANAPHORIC") or (unit == "DE" and direction):
        return None  # told from the date before; "the past decade" is as long as one
    published = parts.scanned.published
    if published is None:
        return term(parts, DateValue(cal.UNKNOWN[unit]))
    if unit == "WE" and published.weekday() < 3:  # early in a week the next weekend is the coming one
        direction -= direction > 0 or (direction == 0 and tense_at(parts) < 0)
    when = cal.shifted(published, "W" if unit == "WE" else unit, direction)
    value = cal.period_of(when, unit) if when else None
    if value and parts.has("early"):
        value = replace(value, last=published, mod="BEFORE")
    if value and parts.has("rest"):
        value = replace(value, first=published, mod="AFTER")
    return term(parts, value)


def _the_period(parts: Parts) -> Term | None:
    """ "(fin de) l'année", "(the end of) the month": the one of publication, within a phrase only."""
    unit, published = parts.value("u", "UNIT"), parts.scanned.published
    if unit not in ("Y", "M", "W", "Q", "DE"):
        return None
    return term(parts, cal.period_of(published, unit) if published else DateValue(cal.UNKNOWN[unit]), weak=True)


def _year_end(parts: Parts) -> Term | None:
    """ "(by) year-end", "(at) year-end 1997"."""
    published, year = parts.scanned.published, parts.value("y", "YEAR")
    if parts.value("u", "UNIT") != "Y" or not (year or published):
        return None
    value = cal.year_of(year) if year else cal.period_of(published, "Y") if published else None
    return term(parts, cal.part_of(value, "END")) if value else None


def _week_number(parts: Parts) -> Term | None:
    """ "semaine 31", "week 31 of 2021": the ISO week of that number, of the year of publication where none is said."""
    week, published = parts.value("rank", "INT"), parts.scanned.published
    if parts.value("u", "UNIT") != "W" or not 1 <= week <= 53 or not parts.word("rank").isdigit():
        return None
    year = parts.value("y", "YEAR") or (published.year if published else None)
    if year is None:
        return term(parts, DateValue(f"XXXX-W{week:02}"))
    value = cal.week_of(date.fromisocalendar(year, week, 1), None if parts.has("y") else "published")
    return term(parts, value)


def _the_weekend(parts: Parts) -> Term | None:
    """ "over the weekend": early in a week the one before, unless the sentence speaks of what is to come."""
    published = parts.scanned.published
    if parts.value("u", "UNIT") != "WE" or published is None or plural(parts, "u", "UNIT"):
        return None
    back = 7 if published.weekday() < 3 and tense_at(parts) <= 0 else 0
    return term(parts, cal.period_of(published - back * cal.DAY, "WE"))


def _after_next(parts: Parts) -> Term | None:
    """ "the week after next"."""
    unit, published = parts.value("u", "UNIT"), parts.scanned.published
    if unit not in cal.UNKNOWN:
        return None
    when = cal.shifted(published, "W" if unit == "WE" else unit, 2) if published else None
    return term(parts, cal.period_of(when, unit) if when else DateValue(cal.UNKNOWN[unit]))


def _ago(parts: Parts) -> Term | None:
    """ "il y a deux jours", "two days ago", "dans trois semaines"."""
    length, published = parts.value("length", "LENGTH"), parts.scanned.published
    taken = OPEN if length.unit in ("TH", "TM", "TS") else PAST
    if published is None or (parts.value("future", "LENGTH_IN") and tense_at(parts) <= taken):
        return None  # how long ago is known, not when; and "it lost half its worth in two years" is no date
    if parts.value("future", "WITHIN") and "ARTICLE" in parts.scanned.language.words.get(
        parts.word("length").split()[0], ()
    ):
        return None  # "dans les six mois"
    unit = parts.scanned.language.words.get(parts.word("length").split()[-1].lower(), {}).get("UNIT")
    if unit in ("DE", "CE") and published and length.amount.low == length.amount.high is not None:  # no year so exact
        when = cal.shifted(published, "Y", -int(length.amount.high))
        return term(parts, cal.period_of(when, unit)) if when and not parts.has("future") else None
    value = cal.moved(published, length, 1 if parts.has("future") else -1)
    if value and published and parts.value("future", "WITHIN_BOUND"):
        when = cal.exactly(published, length, 1)
        value = replace(value, first=published, last=when or value.last, mod="BEFORE")
    return term(parts, cal.bounded(value, length, published))


def _this_part(parts: Parts) -> Term | None:
    """ "ce matin", "last night"."""
    days = -1 if (parts.value("dir", "DIR") or 0) < 0 else 0
    return term(parts, with_time(parts, cal.day_from(parts.scanned.published, days)))


_NOT_OF: Final = "(?!<OF|IN><ARTICLE>?(?:<MONTH|MONTH_ABBR|YEAR>|<THIS><UNIT|DIR>|<UNIT><DIR>|<DIR><UNIT>))"
RELATIVE: Final = Grammar(
    "UNIT|LENGTH|RELDAY|PART|SEASON",
    [
        Rule("winter", f"(?P<all>{SEASON}{OF}(?P<a><YEAR>){MARK}(?P<b><YEAR|YY>))", _winter),
        Rule("season-year", f"(?P<all>{SEASON}{YEAR})", _season),
        Rule("year-end", f"(?P<all>{U}(?:<DASH>|<YEAR_THE>)?<END_ALONE>(?:<OF>?(?P<y><YEAR>))?)", _year_end),
        Rule("season-next", f"<ARTICLE>?{SEASON}{DIR}", _season),
        Rule("next-season", f"(?:<ARTICLE>?{DIR}|{THIS}){SEASON}", _season),
        Rule("season", f"(?<=<ARTICLE|SEASON_IN|PART_IN>)(?P<all>(?!<AMBIGUOUS>){SEASON})(?!<SEASON>)", _season),
        Rule("season-in", f"(?:(?<=<MONTH_IN><ARTICLE>)|(?<=<SEASON_IN|PART_IN>))(?P<all>{SEASON})(?!<OF>)", _season),
        Rule(
            "relative-weekday",
            f"(?P<rel><RELDAY>)<COMMA>?{WD}(?!<ARTICLE|COMMA>?<DAY|DAYTH|MONTH|MONTH_ABBR>){WHEN}",
            _relative_weekday,
        ),
        Rule("relative-day", f"(?P<article>(?<=<ARTICLE>))?(?P<rel><RELDAY>){WHEN}", _relative_day),
        Rule("period-next", f"<ARTICLE>?{U}{DIR}(?!<UNIT>){_NOT_OF}", _period),
        Rule("next-period", f"<ARTICLE>?{DIR}<YEAR_MARK>?{U}{_NOT_OF}", _period),
        Rule(
            "the-period",
            f"(?<=<OF|START|MID|END>)<ARTICLE>?{U}(?!<YEAR|YY|QUOTE|INT|ORD>|<OF><MONTH|MONTH_ABBR>)",
            _the_period,
        ),
        Rule("after-next", f"<ARTICLE>?{U}<AFTER_NEXT>", _after_next),
        Rule(
            "week-number",
            f"{U}(?P<rank><INT>)(?!<OF><ARTICLE>?<WORD|CAP>|<MONTH|DOT|COLON|PERCENT|DASH|SLASH>)(?:{OF}(?P<y><YEAR>))?",
            _week_number,
        ),
        Rule("the-weekend", f"<ARTICLE>{U}(?!<ARTICLE>|<OF>)", _the_weekend),
        Rule("rest-of", f"(?P<rest><REST|LATER>)<THIS|ARTICLE>?{U}(?!<OF>?<YEAR>)", _period),
        Rule("this-period", f"(?P<early><EARLIER>)?<THIS>{DIR}?{U}(?!<DASH><THERE>)", _period),
        Rule("ago", f"<AGO><ABOUT>?{LENGTH}", _ago),
        Rule("ago-after", f"<ABOUT>?{LENGTH}<AGO_AFTER>", _ago),
        Rule("from-now", f"{LENGTH}(?P<future><FROM_NOW>)", _ago),
        Rule("within", f"(?P<future><WITHIN|WITHIN_BOUND>)<ABOUT|LESS>?{LENGTH}", _ago),
        Rule("this-part", f"(?:<THIS>|{DIR})(?P<part><PART>)", _this_part),
        Rule("part-last", f"<ARTICLE>?(?P<part><PART>){DIR}", _this_part),
    ],
    term_senses,
)
"""What is told from the day of publication, and seasons."""
