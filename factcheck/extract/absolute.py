"""Days, months, years and larger by their own name, and weekdays."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from factcheck.extract import calendar as cal
from factcheck.extract.amounts import noun_lemma
from factcheck.extract.durations import plural
from factcheck.extract.numbers import CLAUSE
from factcheck.extract.scan import Grammar, Parts, Rule
from factcheck.extract.tense import FUTURE, LIKELY, by_tense, past, tense_at
from factcheck.extract.terms import (
    AM_PM,
    DAY,
    DIR,
    LETTER,
    MARK,
    MONTH,
    NOT_COUNT,
    NOT_NEXT,
    PART,
    RANK_DIGIT,
    SHORT_YEAR,
    THIS,
    TIME,
    WD,
    WEEKDAY_FIRST,
    WHEN,
    YEAR,
    YY,
    Term,
    U,
    term,
    term_senses,
    with_time,
    year_said,
)
from factcheck.model import DateValue


def _day(parts: Parts) -> Term | None:
    day, month, year = (
        parts.value("d", "DAY", "DAYTH"),
        parts.value("m", "MONTH", "MONTH_ABBR", "MONTHNUM"),
        year_said(parts),
    )
    weekday = parts.value("wd", "WEEKDAY", "WEEKDAY_ABBR")
    if (
        not parts.word("d")[0].isdigit()
        and parts.word("m").islower()
        and parts.scanned.language.is_proper(parts.word("m"))
    ):
        return None  # "one may"
    if year is None and ((weekday is None and _beside_number(parts)) or _in_street(parts)):
        return None  # "il secondo set"; "14 June Street"
    published, direction = parts.scanned.published, parts.value("dir", "DIR") or 0
    if year is not None:
        when = cal.valid(year, month, day)
        value = cal.exact_day(when, weekday) if when else None
    elif parts.has("one") and weekday is None:  # "born on a 14 July"
        value = cal.yearless_day(month, day, None, None)
    else:
        value = by_tense(parts, partial(cal.yearless_day, month, day, weekday, published, direction))
    return term(parts, with_time(parts, value))


def _other_word(parts: Parts) -> bool:
    """Whether a month is abbreviated to what is another word too: Spanish "mar", Italian "set"."""
    word = parts.word("m").lower()
    return word in parts.scanned.language.table.get("month_words", {}).get("abbreviated", ())


def _beside_number(parts: Parts) -> bool:
    """Whether a month's short form is the other word it may be: "2 set", but "2 Set", "2 de set", "2 set (EFE)"."""
    if not _other_word(parts):
        return False
    text, (start, end) = parts.around().text, parts.span("m")
    if text[parts.span("d")[1] : start].strip():
        return False
    counted = parts.word("m").islower() and not _DATELINE.match(text, end)
    return counted or parts.value("d", "DAYTH") is not None


_DATELINE: Final = re.compile(r"\.? ?[-–—(/]")
"""What goes on behind a day and month at the head of an agency's report."""


def _in_street(parts: Parts) -> bool:
    """Whether the word behind makes the match the name of a street: "14 June Street"."""
    streets = parts.scanned.language.table.get("street", {}).get("after", ())
    return parts.has("next") and parts.word("next").lower() in streets


def _days_of(parts: Parts) -> Term | None:
    """ "November 22-24"."""
    month, year, published = parts.value("m", "MONTH", "MONTH_ABBR"), year_said(parts), parts.scanned.published
    first, last = (
        by_tense(parts, partial(cal.yearless_day, month, day, None, published, 0))
        if year is None
        else cal.exact_day(when)
        if (when := cal.valid(year, month, day))
        else None
        for day in (parts.value("d", "DAY", "DAYTH"), parts.value("e", "DAY", "DAYTH"))
    )
    if first is None or last is None or first.timex >= last.timex:
        return None
    return term(parts, cal.joined(first, last))


def _numeric(parts: Parts) -> Term | None:
    written = parts.value("n", "NUMERIC_DATE") or tuple(parts.word(group) for group in ("a", "b", "c"))
    readings = cal.numeric_readings(written, parts.scanned.language.numerals.order, parts.scanned.published)
    weekday = parts.value("wd", "WEEKDAY", "WEEKDAY_ABBR")
    fitting = [when for when in readings if weekday is None or when.weekday() == weekday]
    values = dict.fromkeys(with_time(parts, cal.exact_day(when, weekday)) for when in fitting or readings)
    found = tuple(value for value in values if value)
    return term(parts, found[0], found if len(found) > 1 else ()) if found else None


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
    return term(parts, found[0], found if len(found) > 1 else ())


def _weekday_day(parts: Parts) -> Term | None:
    """ "mardi 22", "tuesday the eleventh": the nearest such day to publication."""
    weekday, day, published = (
        parts.value("wd", "WEEKDAY", "WEEKDAY_ABBR"),
        parts.value("d", "DAY", "DAYTH"),
        parts.scanned.published,
    )
    written = (None, None, day)
    if parts.value("wd", "NUMBERED_DAY") and not parts.word("d")[0].isdigit():
        return None  # "a segunda, a quarta"
    if published is None:
        return term(parts, DateValue(f"XXXX-XX-{day:02}", weekday=weekday, written=written))
    when = cal.nearest_day(day, weekday, published)
    if when is None:
        return term(parts, DateValue(f"XXXX-XX-{day:02}", weekday=weekday, written=written))
    return term(parts, with_time(parts, DateValue(when.isoformat(), when, when, None, weekday, written, "published")))


def _weekday_day_verb(parts: Parts) -> Term | None:
    """Spanish "el lunes 6 habrá": the day must be near, and the word behind it no plural that it counts."""
    weekday, day, published = parts.value("wd", "WEEKDAY"), parts.value("d", "DAY"), parts.scanned.published
    number = parts.scanned.language.table.get("number", {})
    plural = parts.word("next").endswith(tuple(number.get("plural_endings", ())))
    if published is None or plural or number.get("order") != "dmy" or not parts.word("d").isdigit():
        return None
    when = cal.nearest_day(day, weekday, published)
    return _weekday_day(parts) if when and abs(when - published) <= _NEAR_DAY else None


def _weekday_day_bracketed(parts: Parts) -> Term | None:
    """ "quarta-feira (6)": where the day in brackets is near and of that weekday."""
    weekday, published = parts.value("wd", "WEEKDAY", "WEEKDAY_ABBR"), parts.scanned.published
    when = cal.nearest_day(parts.value("d", "DAY"), weekday, published) if published else None
    return _weekday_day(parts) if when and published and abs(when - published) <= _NEAR_DAY else None


def _weekday_numbered(parts: Parts) -> Term | None:
    """Portuguese "na quarta": a weekday before a verb or alone, but no rank behind "na primeira"."""
    language, start = parts.scanned.language, parts.span()[0]
    if parts.has("next"):
        return _weekday(parts) if past(parts.word("next"), language) else None
    said = _WORD.findall(parts.around().text[max(start - _RANKS_NEAR, 0) : start].lower())
    ranked = any(language.words.get(word, {}).get("ORD") == 1 for word in said)
    return None if ranked else _weekday(parts)


_WORD: Final = re.compile(r"\w+")
_RANKS_NEAR: Final = 200
"""How far before a rank alone the first one may stand."""


_NEAR_DAY: Final = 21 * cal.DAY


def _day_alone(parts: Parts) -> Term | None:
    """ "le 27", "on the 22nd": the nearest such day to publication."""
    day, published = parts.value("d", "DAY", "DAYTH"), parts.scanned.published
    if parts.has("digits") and not parts.word("d")[0].isdigit():
        return None
    written = (None, None, day)
    when = cal.nearest_day(day, None, published) if published else None
    value = DateValue(when.isoformat(), when, when, None, None, written, "published") if when else None
    return term(parts, with_time(parts, value))


def _weekday(parts: Parts) -> Term | None:
    weekday = parts.value("wd", "WEEKDAY", "WEEKDAY_ABBR")
    published, direction = parts.scanned.published, parts.value("dir", "DIR")
    if parts.value("dir", "ANAPHORIC"):
        return None  # told from the date before
    if direction == -1 and parts.has("period"):
        return None  # the last one of May
    if published is None or parts.has("every") or (parts.has("one") and not parts.scanned.language.months_capital):
        value = DateValue(f"XXXX-WXX-{weekday + 1}", weekday=weekday, each=parts.has("every"))
        return term(parts, with_time(parts, value))
    if parts.value("dir", "COMING"):
        when = published + ((weekday - published.weekday()) % 7 or 7) * cal.DAY
    elif direction is None and not parts.has("this") and tense_at(parts) > 0:
        when = published + (weekday - published.weekday()) % 7 * cal.DAY
    else:
        near = 1 if parts.value("dir", "LATEST") else 2
        when = cal.weekday_near(published, weekday, direction, this=parts.has("this"), near=near)
    value = DateValue(when.isoformat(), when, when, None, weekday, anchor="published")
    return term(parts, with_time(parts, value))


def _each_weekday(parts: Parts) -> Term | None:
    """ "on Mondays", "montags"."""
    weekday = parts.value("each", "WEEKDAYS")
    value = DateValue(f"XXXX-WXX-{weekday + 1}", weekday=weekday, each=True)
    return term(parts, with_time(parts, value))


def _weekday_on(parts: Parts) -> Term | None:
    """ "(on) Monday week", "lundi en huit": a week after the first one to come, or two."""
    published, weekday = parts.scanned.published, parts.value("wd", "WEEKDAY")
    weeks = {"W": 1, "FN": 2}.get(parts.value("week", "UNIT"), _DAYS_ON.get(parts.value("n", "INT")))
    if weeks is None or published is None:
        return None
    when = published + ((weekday - published.weekday()) % 7 + 7 * weeks) * cal.DAY
    return term(parts, DateValue(when.isoformat(), when, when, None, weekday, anchor="published"))


_DAYS_ON: Final = {8: 1, 15: 2}
"""Days counted with both ends → weeks: French "en huit", "en quinze"."""


def _weekday_part(parts: Parts) -> Term | None:
    """ "Dienstagabend"."""
    weekday, part = parts.value("both", "WEEKDAY_PART")
    published = parts.scanned.published
    if published is None:
        return term(parts, DateValue(f"XXXX-WXX-{weekday + 1}T{part}", weekday=weekday))
    when = cal.weekday_near(published, weekday, parts.value("dir", "DIR"))
    return term(parts, DateValue(f"{when.isoformat()}T{part}", when, when, None, weekday, anchor="published"))


def _time_alone(parts: Parts) -> Term | None:
    """ "à 15 heures": a time of a day that is not said here, no length; with seconds it may be the time of a race."""
    if parts.has("ck") and parts.value("ck", "CLOCK_TIME")[2] is not None:
        return None
    timed = with_time(parts, DateValue("XXXX-XX-XX"))
    return term(parts, timed) if timed and "T" in timed.timex else None


def _hours(parts: Parts) -> Term | None:
    """ "(de) 10 à 18 heures": from one time of a day that is not said here to another."""
    ends = [DateValue(f"XXXX-XX-XXT{time:%H:%M}") for time in parts.value("range", "CLOCK_RANGE")]
    return term(parts, cal.joined(*ends))


def _holiday(parts: Parts) -> Term | None:
    rule, year, published = parts.value("holiday", "HOLIDAY"), year_said(parts), parts.scanned.published
    if year is not None:
        return term(parts, cal.holiday_in(rule, year))
    if published is None:
        return term(parts, DateValue("XXXX-XX-XX"))
    days = [
        value for y in (published.year - 1, published.year, published.year + 1) if (value := cal.holiday_in(rule, y))
    ]
    direction = parts.value("dir", "DIR")
    days = [value for value in days if value.first and (not direction or (value.first > published) == (direction > 0))]
    value = min(days, key=lambda v: abs(v.first - published) if v.first else cal.DAY, default=None)
    return term(parts, replace(value, anchor="published", written=(None, None, None)) if value else None)


def _month(parts: Parts, most: int = FUTURE) -> Term | None:
    """ "May 2019", "(in) May"; of no later tense than `most`."""
    month, year = parts.value("m", "MONTH", "MONTH_ABBR", "MONTHNUM"), year_said(parts)
    published, direction = parts.scanned.published, parts.value("dir", "DIR")
    if year is not None:
        return term(parts, cal.month_of(year, month))
    written = (None, month, None)
    if published is None:
        return term(parts, DateValue(f"XXXX-{month:02}", written=written))
    if parts.has("this"):
        return term(parts, cal.month_of(published.year, month, "published", written=written))
    found = by_tense(parts, lambda tense: cal.month_year(month, published, direction, min(tense, most)))
    return term(parts, cal.month_of(found, month, "published", written=written))


def _placed_month(parts: Parts) -> Term | None:
    """ "in May", but "in May Street"."""
    return None if _in_street(parts) else _month(parts)


def _month_before_count(parts: Parts) -> Term | None:
    """ "en mai 12 ouvriers": where the day stands before its month, a number behind it counts."""
    return _month(parts) if parts.scanned.language.numerals.order == "dmy" else None


def _named_month(parts: Parts) -> Term | None:
    """ "(au) mois de juillet", "the month of May"."""
    return _month(parts) if parts.value("u", "UNIT") == "M" and not plural(parts, "u", "UNIT") else None


def _short_month(parts: Parts) -> Term | None:
    """ "in Oct", "en sept.": an abbreviation alone is a month by its capital or its point; but "Viña del Mar"."""
    said, language = parts.word("all"), parts.scanned.language
    if _other_word(parts):
        goes_on = parts.around().text[parts.span("all")[1] :].lstrip(" ")[:1]
        return _month(parts) if said.endswith(".") and said.islower() and not goes_on.isupper() and goes_on else None
    return (
        _month(parts) if said[0].isupper() or (said.endswith(".") and not language.is_proper(parts.word("m"))) else None
    )


def _near_month(parts: Parts) -> Term | None:
    """ "last September", "this May"; but "this may be"."""
    word = parts.word("m")
    return _month(parts) if word[0].isupper() or not parts.scanned.language.is_proper(word) else None


def _lone_month(parts: Parts) -> Term | None:
    """ "novembre"; with a capital where the language writes none, and behind a name, it is a name too (M. Mars)."""
    start = parts.span("all")[0]
    if parts.scanned.text[start].isupper() and not parts.scanned.language.months_capital:
        before = parts.around().text[max(start - 30, 0) : start].split()
        if before and (before[-1].endswith(".") or before[-1][0].isupper()):
            return None
    return _month(parts, LIKELY if parts.has("next") else FUTURE)  # "it will tell October sales"


def _numeric_month(parts: Parts) -> Term | None:
    """ "11/2016", "2016-11"."""
    if any(character.isspace() for character in parts.word("all")) and not parts.has("slash"):
        return None
    year, month = parts.value("y", "YEAR"), parts.value("m", "MONTHNUM")
    if _next_year(parts, year, month):
        return None
    return term(parts, cal.month_of(year, month)) if 1900 <= year <= 2100 else None


def _year(parts: Parts) -> Term | None:
    """ "en 1998", "its 1998 budget"; but "et 1998 ouvriers" counts, as does "the 2000 workers"."""
    year = parts.value("y", "YEAR")
    ambiguous = parts.has("or") or (parts.has("the") and year % 100 == 0)
    if ambiguous and _counts(parts):
        return None
    return term(parts, cal.year_of(year)) if 1000 <= year < 2200 else None


def _the_year(parts: Parts) -> Term | None:
    """ "l'année 2009", "the year 1990"."""
    said = parts.value("u", "UNIT") == "Y" and not plural(parts, "u", "UNIT")
    return term(parts, cal.year_of(parts.value("y", "YEAR"))) if said else None


def _short_year(parts: Parts) -> Term | None:
    """ "fin 97", "in '97"."""
    year = year_said(parts)
    return term(parts, cal.year_of(year)) if year else None


def _bare_year(parts: Parts) -> Term | None:
    """ "1990 earnings", "le budget 1999", "er wurde 1999 Kanzler", or a year only within a phrase."""
    year = parts.value("y", "YEAR")
    if not (1900 if not _before_verb(parts) else 1000) <= year <= 2100 or _counts(parts):
        return None
    alone = year % 100 and parts.scanned.language.table.get("year", {}).get("alone", False)
    return term(parts, cal.year_of(year), weak=not (alone or _beside(parts, "before") or _beside(parts, "after")))


def _before_verb(parts: Parts) -> bool:
    """Whether a number opens a German sentence before its verb, as only a year does: "1850 hatte das Dorf"."""
    text, (start, end), language = parts.around().text, parts.span("y"), parts.scanned.language
    following = _WORD_AFTER.match(text, end)
    opens = not start or text[start - 1] == "\n" or text[max(start - 2, 0) : start] in (". ", "! ", "? ")
    return language.nouns_capital and opens and following is not None and following.group(1).islower()


_WORD_BEFORE: Final = re.compile(r"([^\W\d_]+)[ \u00a0\u202f]$")
_WORD_AFTER: Final = re.compile(r"[ \u00a0\u202f]([^\W\d_]+)")


def _beside(parts: Parts, side: str) -> bool:
    """Whether the word before or after the number is one of the table that a year stands beside."""
    text, (start, end) = parts.around().text, parts.span("y")
    found = _WORD_BEFORE.search(text[max(start - 30, 0) : start]) if side == "before" else _WORD_AFTER.match(text, end)
    return found is not None and found.group(1).lower() in parts.scanned.language.table.get("year", {}).get(side, ())


def _counts(parts: Parts) -> bool:
    """Whether the number is followed by what looks like a plural: soldiers, but not sales, which have a year."""
    scanned = parts.around()
    following = _WORD_AFTER.match(scanned.text, parts.span("y")[1])
    if following is None or _beside(parts, "after"):
        return False
    word, senses = following.group(1), scanned.language.senses[following.group(1)]
    endings = tuple(scanned.language.table.get("number", {}).get("plural_endings", ()))
    if (
        scanned.language.nouns_capital
        and not word.endswith("er")
        and noun_lemma(word, scanned.language) == word.lower()
    ):
        return False  # "2021 Gewinn"
    plural = word.endswith(endings) or word in scanned.language.table.get("number", {}).get("plurals", ())
    return bool(senses.keys() & {"WORD", "CAP", "SKIP"}) and "STOP" not in senses and plural


def _next_year(parts: Parts, year: int, month: int) -> bool:
    """Whether "2003-04" is a season over two years as well as a month."""
    return month == (year + 1) % 100 and month <= 12 and "/" not in parts.word("all" if parts.has("all") else "")


def _years(parts: Parts) -> Term | None:
    """ "2019-20", "2019/2020"."""
    first, last = parts.value("a", "YEAR"), parts.value("b", "YEAR", "INT")
    month = cal.month_of(first, last) if _next_year(parts, first, last) else None
    if last < 100:
        last += first // 100 * 100
        if last - first > 15:
            return None
    if month and (span := cal.joined(cal.year_of(first), cal.year_of(last))):
        return term(parts, span, (span, month))
    return term(parts, cal.joined(cal.year_of(first), cal.year_of(last))) if first < last < first + 200 else None


def _years_from_to(parts: Parts) -> Term | None:
    """ "de 1811 à 1886", of whatever century; a count of something behind them makes both counts."""
    first, last = parts.value("a", "YEAR"), parts.value("y", "YEAR")
    if not 1000 <= first < last < first + 200 or _counts(parts):
        return None
    return term(parts, cal.joined(cal.year_of(first), cal.year_of(last)))


def _decade(parts: Parts) -> Term | None:
    year = parts.value("y", "YEAR") if parts.has("y") else parts.value("yy", "INT", "DECADE_WORD")
    if not year or (year < 100 and parts.has("suffix") and _on_scale(parts)):
        return None
    if parts.has("suffix") and year % 100 == 0 and 1000 <= year < 2000:
        return term(parts, cal.century_of(year // 100 + 1))  # "the 1800s"
    return term(parts, _decade_of(year))


def _decade_of(year: int) -> DateValue | None:
    """The decade of a year, or of its tens: those from the twenties on are of the last century."""
    if year % 10 or 100 <= year < 1000 or year > 2200:
        return None
    return cal.decade_of(year if year >= 100 else year + (1900 if year > 20 else 2000))


def _decades_through(parts: Parts) -> Term | None:
    """ "les années 1950-1960"."""
    first, last = (_decade_of(parts.value(group, "YEAR", "YY", "INT")) for group in ("a", "b"))
    return term(parts, cal.joined(first, last)) if first and last else None


def _on_scale(parts: Parts) -> bool:
    """Whether tens are those of a scale that the clause names: "highs in the 80s"."""
    start, scales = parts.span()[0], parts.scanned.language.table.get("decade", {}).get("scales", ())
    words = CLAUSE.split(parts.around().text[max(start - 60, 0) : start])[-1].lower().split()
    own = {"OF", "DIR"}.isdisjoint(parts.scanned.language.words.get(words[-1], {})) if words else False
    return own and not set(scales).isdisjoint(words)


def _century(parts: Parts) -> Term | None:
    rank = parts.value("rank", "ORD", "ROMAN", "CENTURY_NAME")
    return term(parts, cal.century_of(rank)) if 0 < rank < 30 else None


def _centuries(parts: Parts) -> list[tuple[Term, int, int]] | None:
    """ "aux XVIIe et XVIIIe siècles", "los siglos XVII y XVIII": the noun belongs to the one beside it."""
    return _each(parts, ("ORD", "ROMAN"), lambda rank: cal.century_of(rank) if 0 < rank < 30 else None)


def _decades(parts: Parts) -> list[tuple[Term, int, int]] | None:
    """ "los años 60 y 70", "les années 1960, 1970 et 1980"."""
    return _each(parts, ("YEAR", "YY", "INT"), lambda year: _decade_of(year) if year >= 20 else None)


def _each(
    parts: Parts, kinds: Sequence[str], read: Callable[[int], DateValue | None]
) -> list[tuple[Term, int, int]] | None:
    """A date for each of the numbers of a list, in their order, those at its ends with the noun beside them."""
    scanned, listed = parts.around(), parts.tokens("list")
    found: list[tuple[Term, int, int]] = []
    for index in listed:
        senses = scanned.senses(index)
        number = next((senses[kind] for kind in kinds if kind in senses), None)
        if number is None:
            continue
        value = read(number)
        if value is None or (found and value.timex <= found[-1][0].value.timex):
            return None
        first = parts.first if index == listed[0] else index
        last = parts.last if index == listed[-1] else index + 1
        found.append((Term(value, scanned.starts[first], scanned.end(last)), first, last))
    return found


def _lettered(parts: Parts) -> Term | None:
    """ "Q3 2021", "T1 2020", "H2 2019"."""
    rank, published = parts.value("rank", "INT"), parts.scanned.published
    unit = "Q" if parts.value("letter", "QUARTER_LETTER") else "H"
    year = parts.value("y", "YEAR")
    return term(
        parts,
        cal.numbered(
            unit, rank, year or (published.year if published else None), "published" if year is None else None
        ),
    )


def _lettered_alone(parts: Parts) -> Term | None:
    """ "Q2", in capitals and in one word."""
    if parts.word("all")[:1] != "Q" or len(parts.word("all")) != 2:
        return None
    return term(parts, cal.recent("Q", parts.value("rank", "INT"), parts.scanned.published))


_ONE: Final = "(?P<one>(?<=<ONE>)(?<!<ARTICLE><ONE>))?"
_IN_PERIOD: Final = "(?=(?P<period><OF|IN><ARTICLE>?(?:<MONTH|MONTH_ABBR|YEAR>|<THIS|DIR>?<UNIT>))?)"
_BEFORE_DAY: Final = "(?P<pre>(?<=<ARTICLE|ON|FROM|TO|UNTIL|BETWEEN|THIS|DIR>))"
_NOT_SHARE: Final = "(?!<SLASH|PERCENT|OF|WORD>)"
_NOT_NOUN: Final = "(?!<MONTH|WORD|CLOCK|HOURS|COLON|SKIP>)"
_NOT_NUMBERED: Final = "(?!<WORD|CAP|NUM|UNIT|MONTH|CURRENCY|MEASURE|PERCENT|SCALE>)"
_GLUE: Final = "(?:(?P<slash><SLASH>)|<DASH>)"
_ANY_WD: Final = "(?P<wd><WEEKDAY|WEEKDAY_ABBR>)<DOT>?<COMMA>?"
_AT_END: Final = "(?=<DOT|COMMA|BREAK|CLOSE>|$)"
_AND_THE: Final = "<COMMA|AND|OR>{1,2}<ARTICLE>?<START|MID|END>?<OF|ARTICLE>{0,2}"
_MONTH_PLACE: Final = (
    "(?:(?<=<START|END|MID|MONTH_IN|OF|BETWEEN|FROM|TO|SINCE|UNTIL>)|(?<=<MONTH_IN|START|MID|END><ARTICLE>))"
)
_YEAR_PLACE: Final = (
    "(?:(?P<or>(?<=<YEAR_OR_COUNT>))|(?P<the>(?<=<YEAR_THE>))|(?<=<YEAR_IN|UNIT>)|(?<=<YEAR_IN><ARTICLE>)|(?<=<OPEN>))"
)
ABSOLUTE: Final = Grammar(
    "MONTH|MONTH_ABBR|WEEKDAY|WEEKDAYS|WEEKDAY_ABBR|WEEKDAY_PART|YEAR|NUMERIC_DATE|DAY|DAYTH|DECADE|HOLIDAY|CENTURY"
    "|HOURS|QUARTER_LETTER|HALF_LETTER|YY|DECADE_WORD|CLOCK_TIME|CLOCK_RANGE|CENTURY_NAME",
    [
        Rule("numeric", f"{WEEKDAY_FIRST}(?P<n><NUMERIC_DATE>)<TIME_MARK>?{WHEN}", _numeric),
        Rule("spaced", f"{WEEKDAY_FIRST}(?P<a><DAY>){MARK}(?P<b><MONTHNUM>){MARK}(?P<c><YEAR>){WHEN}", _numeric),
        Rule("spaces", f"{WEEKDAY_FIRST}(?P<a><DAY>)(?P<b><MONTHNUM>)(?P<c><YEAR>){NOT_COUNT}{WHEN}", _numeric),
        Rule("next-day-of-month", f"{DIR}{DAY}<DOT>?<OF>?{MONTH}(?!{YEAR}){NOT_COUNT}{WHEN}", _day),
        Rule(
            "day",
            f"(?<!<CURRENCY_SIGN>){_ONE}{WEEKDAY_FIRST}{DAY}<DOT>?<OF>?{MONTH}(?:{YEAR}|{DIR}(?!<UNIT>))?{NOT_COUNT}{WHEN}(?=(?P<next><CAP>)?)",
            _day,
        ),
        Rule("days-of-month", f"{MONTH}(?P<d><DAY|DAYTH>)<DASH|TO|UNTIL>(?P<e><DAY|DAYTH>){NOT_NEXT}{YEAR}?", _days_of),
        Rule(
            "days-between",
            f"(?<=<BETWEEN>)(?P<all>{MONTH}(?P<d><DAY|DAYTH>)<AND>(?P<e><DAY|DAYTH>){NOT_NEXT}{YEAR}?)",
            _days_of,
        ),
        Rule("days-slashed", f"(?P<d><DAY>)<SLASH>(?P<e><DAY>)<OF>?{MONTH}{YEAR}?", _days_of),
        Rule("day-marked", f"{WEEKDAY_FIRST}{DAY}{MARK}{MONTH}(?:{MARK}{YY})?{WHEN}", _day),
        Rule("year-day", f"(?P<y><YEAR>){MARK}?{MONTH}{MARK}?{DAY}{NOT_COUNT}{WHEN}", _day),
        Rule("month-marked", f"{WEEKDAY_FIRST}{MONTH}{MARK}{DAY}(?:{MARK}{YY})?{NOT_COUNT}{WHEN}", _day),
        Rule("month-count", f"{_MONTH_PLACE}(?P<all>{MONTH})(?=<DAY><SKIP>?<WORD|CAP>)", _month_before_count),
        Rule("month-day", f"{WEEKDAY_FIRST}{MONTH}<ARTICLE>?{DAY}(?!<MONTH>){YEAR}?{NOT_COUNT}{WHEN}", _day),
        Rule("month-rank", f"{WEEKDAY_FIRST}{MONTH}<COMMA>?(?P<d><DAYTH>)(?!<MONTH>){NOT_COUNT}{WHEN}", _day),
        Rule(
            "slashed",
            f"{_BEFORE_DAY}?(?P<all>{WEEKDAY_FIRST}(?P<a><DAY>)<SLASH>(?P<b><DAY>)){_NOT_SHARE}",
            _slashed,
        ),
        Rule("month-named", f"{U}<OF>(?P<all>{MONTH}{YEAR}?)(?!{DIR})", _named_month),
        Rule("month-year", f"(?P<all>{MONTH}{MARK}?{YEAR})", _month),
        Rule("year-month", "(?P<all>(?P<y><YEAR>)<COMMA|DASH|SLASH>?(?P<m><MONTH>))(?!<DAY>)", _month),
        Rule("month-in-digits", f"(?P<all>(?P<m><MONTHNUM>){_GLUE}(?P<y><YEAR>))", _numeric_month),
        Rule("year-in-digits", f"(?P<all>(?P<y><YEAR>){_GLUE}(?P<m><MONTHNUM>))(?!{MARK})", _numeric_month),
        Rule("month-next", f"(?P<all>{MONTH}{DIR})", _month),
        Rule("next-month-day", f"{DIR}{MONTH}<ARTICLE>?{DAY}(?!<MONTH>|{YEAR}){NOT_COUNT}{WHEN}", _day),
        Rule("next-month", f"(?P<all>(?:{DIR}|{THIS}){MONTH})", _near_month),
        Rule("month", f"{_MONTH_PLACE}(?P<all>(?P<m><MONTH>))(?=(?P<next><CAP>)?)", _placed_month),
        Rule(
            "month-short",
            "(?<=<START|END|MID|MONTH_IN|OF|FROM|TO|AND|DASH|UNTIL>)(?P<all>(?P<m><MONTH_ABBR>)<DOT>?)"
            "|(?P<all>(?P<m><MONTH_ABBR>)<DOT>?)(?=<DASH|TO><MONTH|MONTH_ABBR><DOT>?<COMMA>?<YEAR>)",
            _short_month,
        ),
        Rule("month-alone", "(?!<PROPER>)(?P<all>(?P<m><MONTH>))(?!<CAP>)(?=(?P<next><WORD|SKIP>)?)", _lone_month),
        Rule("decades-through", f"<DECADE>(?P<a><YEAR|YY|INT>){MARK}(?P<b><YEAR|YY|INT>)(?!{MARK})", _decades_through),
        Rule("years", f"(?P<a><YEAR>){MARK}(?P<b><YEAR|YY>)", _years),
        Rule("years-from-to", f"(?<=<FROM>)(?P<all>(?P<a><YEAR>)<TO>(?P<y><YEAR>)){NOT_COUNT}", _years_from_to),
        Rule(
            "decades",
            "<DECADE><QUOTE>?(?P<list><YEAR|YY|INT>(?:<COMMA|AND|OR>{1,2}<QUOTE>?<YEAR|YY|INT>){1,5})"
            "(?!<DECADE_SUFFIX|DASH|SLASH|UNIT|PERCENT|CURRENCY|MEASURE|SCALE>)",
            _decades,
        ),
        Rule("decade", "<DECADE><QUOTE>?(?:(?P<y><YEAR>)|(?P<yy><YY|INT>))(?!<DECADE_SUFFIX|DASH|SLASH>)", _decade),
        Rule(
            "decade-word", "(?<=<ARTICLE|THIS|OF|PART_IN|START|MID|END|DECADE>)(?P<all>(?P<yy><DECADE_WORD>))", _decade
        ),
        Rule(
            "decade-s",
            f"(?<!<AGED|UNIT|LENGTH|MEASURE>)<DECADE|ARTICLE>?<QUOTE>?{YY}<QUOTE>?(?P<suffix><DECADE_SUFFIX>)",
            _decade,
        ),
        Rule(
            "centuries",
            f"(?P<list>(?:<ORD|ROMAN>{_AND_THE}){{1,5}}<ORD|ROMAN>)<CENTURY>"
            f"|<CENTURY>(?P<list><ROMAN>(?:{_AND_THE}<ROMAN>){{1,5}})",
            _centuries,
        ),
        Rule(
            "century",
            "(?P<rank><ORD|ROMAN>)<CENTURY>|<CENTURY>(?P<rank><ROMAN>)|(?P<all>(?P<rank><CENTURY_NAME>))",
            _century,
        ),
        Rule("lettered", f"{LETTER}{RANK_DIGIT}(?:<OF|COMMA|DASH>?(?P<y><YEAR>))", _lettered),
        Rule("lettered-alone", f"(?P<all>{LETTER}{RANK_DIGIT})(?!<UNIT|OF|DASH>)", _lettered_alone),
        Rule("year-lettered", f"(?P<y><YEAR>)<DASH>?{LETTER}{RANK_DIGIT}", _lettered),
        Rule("holiday", f"(?P<all>(?P<holiday><HOLIDAY>){YEAR})", _holiday),
        Rule("holiday-near", f"(?P<all>{DIR}?(?P<holiday><HOLIDAY>))(?!<OF><ARTICLE>?<CAP|WORD>)", _holiday),
        Rule(
            "weekday-day",
            f"{_ANY_WD}<ARTICLE>?<DAY_WORD>?(?P<d><DAY|DAYTH>){NOT_COUNT}{_NOT_NOUN}{WHEN}",
            _weekday_day,
        ),
        Rule(
            "weekday-day-verb", "(?P<all>(?P<wd><WEEKDAY>)<COMMA>?(?P<d><DAY>))(?=(?P<next><WORD>))", _weekday_day_verb
        ),
        Rule("day-part", f"(?P<all><ON>{DAY}{PART})", _day_alone),
        Rule(
            "day-alone",
            f"(?<!<INT>)(?!<FEMININE>)(?:(?P<all><ON|ARTICLE><DAY_WORD>?(?P<d><DAY|DAYTH>)){_AT_END}|(?P<all><ON><DAY_WORD>?(?P<d><DAY>))(?=<SIGN>)"
            "|(?P<all><ON|ARTICLE>(?P<d>(?P<digits><DAYTH>)))(?=<AND|STOP>)|(?P<all><ON_DAY>(?P<d><DAY>))(?=<AND|STOP>))"
            "(?!<DOT>?(?:<COMMA|AND|OR>{0,2}<ON|ARTICLE>?<NUM|ORD>|<MONTH|MONTH_ABBR>)|<OF>|<COMMA><STREET>)",
            _day_alone,
        ),
        Rule(
            "weekday-day-bracketed",
            f"(?:{DIR}|{THIS})?(?P<wd><WEEKDAY|NUMBERED_DAY>)<OPEN>(?P<d><DAY>)<CLOSE>",
            _weekday_day_bracketed,
        ),
        Rule(
            "weekday-numbered",
            f"(?:{DIR}|{THIS}|(?<=<NUMBERED_DAY_IN>))(?P<wd><NUMBERED_DAY>){WHEN}"
            f"(?:(?=(?P<next><WORD>))|{_AT_END}|(?=<AND|STOP>)(?!<OF>)|(?<=<PART>))",
            _weekday_numbered,
        ),
        Rule("day-weekday", "(?<=<ON>)(?P<all>(?P<d><DAY>)<COMMA>?(?P<wd><WEEKDAY>))", _weekday_day),
        Rule("weekdays", f"<EVERY>?(?P<each><WEEKDAYS>){WHEN}", _each_weekday),
        Rule("every-weekday", f"(?P<every><EVERY>){WD}{WHEN}", _weekday),
        Rule("this-weekday", f"{THIS}(?:{WD}{DIR}?|{DIR}{WD}){WHEN}", _weekday),
        Rule("weekday-week", f"{WD}(?:(?P<week><WEEK_ON>)|<IN>(?P<n><SPELLED>){_AT_END})", _weekday_on),
        Rule("weekday-next", f"{WD}{DIR}(?!<UNIT>){WHEN}", _weekday),
        Rule("next-weekday", f"<ARTICLE>?{DIR}{WD}{_IN_PERIOD}{WHEN}", _weekday),
        Rule("weekday", f"{_ONE}{WD}{WHEN}", _weekday),
        Rule("weekday-part", "<ARTICLE|THIS>?(?P<dir><DIR>)?(?P<both><WEEKDAY_PART>)", _weekday_part),
        Rule("weekday-short", f"(?P<wd><WEEKDAY_ABBR>)<DOT>?{PART}", _weekday),
        Rule(
            "clock",
            f"(?<=<AT>)(?P<all>{TIME})(?:(?<=<PART>)|(?!<TO|DASH|UNIT|PER>|<OF>(?!<WEEKDAY|NUMBERED_DAY>)))"
            f"|(?P<all>{AM_PM})(?!<TO|DASH>)"
            "|(?<=<DATE|PART><COMMA>)(?P<all>(?P<ck><CLOCK_TIME>)<CLOCK>?)(?!<TO|DASH>)"
            "|(?<=<DATE|PART><COMMA>)(?P<all>(?P<h><HOURS>))(?=<COMMA|DOT|CLOSE>)",
            _time_alone,
        ),
        Rule("clock-range", "(?P<range><CLOCK_RANGE>)", _hours),
        Rule(
            "clock-from",
            "(?<=<FROM>)(?P<all>(?P<h><HOURS>)|(?P<ck><CLOCK_TIME>))(?=<AT><HOURS|CLOCK_TIME>)",
            _time_alone,
        ),
        Rule(
            "day-of-number",
            f"(?<=<ON_DAY>)(?P<all>{DAY}<OF>(?P<m><MONTHNUM>)(?:<OF>(?P<y><YEAR>))?)(?!<OF>){_NOT_NUMBERED}",
            _day,
        ),
        Rule("the-year", "(?<!<PER>)(?P<all>(?P<u><UNIT>)<OF>?(?P<y><YEAR>))", _the_year),
        Rule(
            "short-year",
            f"(?<=<START|END|MID>)(?P<all>{SHORT_YEAR})|(?<=<YEAR_IN>)(?P<all><QUOTE>{SHORT_YEAR})",
            _short_year,
        ),
        Rule("fiscal-year", "<YEAR_MARK>(?P<all>(?P<y><YEAR>))", _year),
        Rule("year-ranked", "(?P<all>(?P<y><YEAR>))(?=<ORD><DASH>?<UNIT|FRACTION>)", _year),
        Rule("rest-of-year", "(?P<all><REST>(?P<y><YEAR>))", _year),
        Rule("year", f"{_YEAR_PLACE}(?P<all>(?P<y><YEAR>)){NOT_COUNT}", _year),
        Rule("bare-year", f"(?P<y><YEAR>){NOT_COUNT}", _bare_year),
    ],
    term_senses,
)
"""Days, months, years and larger, and weekdays."""
