"""Microsoft Recognizers-Text's own test cases, for French, English and Spanish.

Which cases are usable:
- **date**: cases of the parsers (`…Parser`) and of the `DateTimeModel` with exactly one expected value, of type `date`
  and resolved to a day; with a reference date, or, where the French file lost it, an absolute one whose text writes the
  year. `date.ref` is the part with a reference date alone, which the peers were measured on. A weekday that fits
  none of their days is not swallowed: there the TIMEX3 with the year left open is right.
- **daterange**: the same with type `daterange` and a reference date. Their end is exclusive for named periods and the
  day written for "from … to …", so a last day equal to the end or one before it is right; where months or years are
  written ("from 2014 to 2018") it is the first day of the last one, which we count in: then the day that our last part
  begins on is right. A season, which they leave unresolved, is compared by its TIMEX3.
- **duration** (for reading): the same with type `duration`, compared by length.
- **number**, **ordinal**, **percent**, **currency**: each expected value of the plain models, but for powers
  (`1.1^23`), IP addresses, values of null (a unit with no number), relative ordinals ("next") and currencies out of
  ISO 4217. Left out too is what their files contradict themselves in: digits that are to have another value, the French
  trillion as 10¹² beside a billion of as much (it is 10¹⁸), ordinals that their number model reads as a fraction ("six
  and a ninth"), and "percent of ninety", which tells no share.
- **dimension** (for reading): the number of each expected measure.
- **invented**: cases of the `DateTimeModel`, `OrdinalModel`, `PercentModel` and `CurrencyModel` that expect nothing.

A value is right where a mention of that kind shares half of the span and has one of the values that they list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from factcheck import extract
from factcheck.extract import numbers
from factcheck.model import Amount, DateValue, Duration, Kind, Mention, Money, Ordinal, Percent, Quantity
from tests.eval.bench import Record, listed, overlaps, records
from tests.eval.currencies import CURRENCIES, MINOR
from tests.eval.figures import Figure, share

LANGUAGES = {"fr": "french", "en": "english", "es": "spanish"}
DAY = timedelta(days=1)
SEASON = re.compile(r"(\d{4}-)?(SP|SU|FA|WI)")


@dataclass(frozen=True, slots=True)
class Case:
    """One value that a case expects: what to read, where, and whether a mention says it."""

    language: str
    text: str
    start: int
    end: int
    wanted: str
    right: Callable[[Mention], bool]
    published: date | None = None

    def line(self, mentions: Iterable[Mention]) -> str:
        said = self.text[self.start : self.end]
        return (
            f"{self.language} {said!r} in {self.text!r} ({self.published}) wanted {self.wanted}, got {listed(mentions)}"
        )


def kind_of(expected: Record) -> str:
    return str(expected.get("TypeName") or expected.get("Type") or "").removeprefix("datetimeV2.")


def span(record: Record, expected: Record) -> tuple[int, int]:
    """The place of an expected value: where its text stands, or its own offset where that is twice or nowhere."""
    text, said = record["input"].lower(), expected["Text"].lower()
    told = int(expected.get("Start") or expected.get("start") or 0)
    places = [match.start() for match in re.finditer(re.escape(said), text)]
    start = min(places, key=lambda place: abs(place - told), default=told)
    return start, start + len(said)


def reference(record: Record) -> date | None:
    return date.fromisoformat(record["ref"][:10]) if record["ref"] else None


def resolutions(expected: Record) -> Iterator[Record]:
    """The values listed for one expected date: the parsers' past and future ones, or all in `values`."""
    value = expected.get("Value") or {}
    yield from (value[key] for key in ("PastResolution", "FutureResolution") if value.get(key))
    yield from (expected.get("Resolution") or value).get("values") or ()


def timexes(expected: Record) -> set[str]:
    value = expected.get("Value") or {}
    listed_ = [value.get("Timex"), *(r.get("timex") for r in resolutions(expected))]
    return {timex for timex in listed_ if timex}


def day(said: str | None) -> date | None:
    """An ISO day; None for an open side and for what they could not resolve ("not resolved", 0001-01-01)."""
    if not said or not re.fullmatch(r"\d{4}-\d\d-\d\d", said) or said.startswith("0001"):
        return None
    return date.fromisoformat(said)


def absolute(expected: Record, days: set[date]) -> bool:
    """Whether the text itself writes the year of the one day expected, in four digits or in two at its end."""
    (only, *others) = days
    said = expected["Text"]
    return not others and (str(only.year) in said or bool(re.search(rf"[-/.,' ’]{only.year % 100:02d}$", said)))


def dated(language: str, kind: str) -> Iterator[tuple[Record, Record]]:
    """Cases of the parsers and of the main model that expect one value, of that kind."""
    for record in records(f"recognizers_{LANGUAGES[language]}"):
        if record["kind"] != "DateTime" or not re.fullmatch(r"\w+Parser|DateTimeModel", record["model"]):
            continue
        if len(record["expected"]) == 1 and kind_of(record["expected"][0]) == kind:
            yield record, record["expected"][0]


def dates(language: str) -> Iterator[Case]:
    for record, expected in dated(language, "date"):
        said = (day(r.get("date") or r.get("value")) for r in resolutions(expected))
        days = {d for d in said if d}
        published = reference(record)
        if days and (published or absolute(expected, days)):
            wanted, right = " or ".join(sorted(map(str, days))), is_day(days, timexes(expected))
            yield Case(language, record["input"], *span(record, expected), wanted, right, published)


def is_day(days: set[date], unresolved: set[str]) -> Callable[[Mention], bool]:
    """One of the days; where the weekday that the text names fits none, their TIMEX3 with the year left open."""

    def right(mention: Mention) -> bool:
        value = mention.value
        if not isinstance(value, DateValue):
            return False
        misfit = value.weekday is not None and all(d.weekday() != value.weekday for d in days)
        return (value.first == value.last and value.first in days) or (misfit and value.timex in unresolved)

    return right


def date_ranges(language: str) -> Iterator[Case]:
    for record, expected in dated(language, "daterange"):
        published = reference(record)
        if not published:
            continue
        bounds = {
            (day(r.get("startDate") or r.get("start")), day(r.get("endDate") or r.get("end")))
            for r in resolutions(expected)
        } - {(None, None)}
        seasons = {timex for timex in timexes(expected) if SEASON.fullmatch(timex)}
        if not (bounds or seasons):
            continue
        wanted = " or ".join([*(f"{a}..{b}" for a, b in bounds), *seasons])
        right = is_range(bounds) if bounds else is_season(seasons)
        yield Case(language, record["input"], *span(record, expected), wanted, right, published)


def is_season(wanted: set[str]) -> Callable[[Mention], bool]:
    """The same season, of the same year where they know it."""
    return lambda mention: isinstance(mention.value, DateValue) and any(map(mention.value.timex.endswith, wanted))


def is_range(bounds: set[tuple[date | None, date | None]]) -> Callable[[Mention], bool]:
    def right(mention: Mention) -> bool:
        value = mention.value
        return isinstance(value, DateValue) and any(
            near(value.first, first, DAY if last is None else 0 * DAY)
            and (near(value.last, last, -DAY) or (last is not None and begins(value) == last))
            for first, last in bounds
        )

    return right


def begins(value: DateValue) -> date | None:
    """The day that the last part of a range of months, weeks or years begins on; None for any other value."""
    _, _, last = value.timex.partition("/")
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", last):
        return date.fromisocalendar(int(week[1]), int(week[2]), 1)
    return date.fromisoformat(f"{last}-01-01"[:10]) if re.fullmatch(r"\d{4}(-\d\d)?", last) else None


def near(said: date | None, wanted: date | None, slack: timedelta) -> bool:
    """The same day or open side, or the one beside it that their other convention names (after the 3rd)."""
    return said == wanted or (said is not None and wanted is not None and said == wanted + slack)


def is_long(wanted: set[str]) -> Callable[[Mention], bool]:
    lengths = [length(timex) for timex in wanted]
    return lambda mention: isinstance(mention.value, Duration) and length(mention.value.timex) in lengths


def length(timex: str) -> tuple[Decimal, Decimal]:
    """A TIMEX3 duration in months and seconds, so that PT1.5H is PT1H30M."""
    days, _, hours = timex.removeprefix("P").partition("T")
    parts = [(Decimal(number), unit) for number, unit in re.findall(r"([\d.]+)([YMWD])", days)]
    clock = [(Decimal(number), unit) for number, unit in re.findall(r"([\d.]+)([HMS])", hours)]
    months = sum((number * {"Y": 12, "M": 1}.get(unit, 0) for number, unit in parts), Decimal(0))
    seconds = sum((number * {"W": 604800, "D": 86400}.get(unit, 0) for number, unit in parts), Decimal(0))
    return months, seconds + sum((number * {"H": 3600, "M": 60, "S": 1}[unit] for number, unit in clock), Decimal(0))


def durations(language: str) -> Iterator[Case]:
    for record, expected in dated(language, "duration"):
        wanted = timexes(expected)
        place = span(record, expected)
        yield Case(language, record["input"], *place, " or ".join(wanted), is_long(wanted), reference(record))


def quantities(language: str, model: str) -> Iterator[tuple[Record, Record]]:
    for record in records(f"recognizers_{LANGUAGES[language]}"):
        if record["model"] == model:
            yield from ((record, expected) for expected in record["expected"])


def number(said: str | None, language: str) -> Decimal | None:
    """A number as they write it: comma for the decimals in French and Spanish, `%` behind a percentage."""
    said = (said or "null").removesuffix("%")
    return None if said == "null" else Decimal(said if language == "en" else said.replace(",", "."))


def equal(amount: Amount, wanted: Decimal) -> bool:
    """A point of that value, or a bound at it: these models know no "more than". Their fractions are rounded."""
    sides = {side for side in (amount.low, amount.high) if side is not None}
    return len(sides) == 1 and all(abs(side - wanted) <= abs(wanted) * Decimal("1e-9") for side in sides)


def is_amount(wanted: Decimal) -> Callable[[Mention], bool]:
    return lambda mention: isinstance(mention.value, Percent | Quantity) and equal(mention.value.amount, wanted)


PERCENT_OF = re.compile(r"(per ?cents?|pour-?cents?|pourcentages?|por ciento) (of|de|des|del) ", re.IGNORECASE)


def percents(language: str) -> Iterator[Case]:
    for record, expected in quantities(language, "PercentModel"):
        wanted = number(expected["Resolution"]["value"], language)
        of_number = PERCENT_OF.match(expected["Text"])
        if wanted is not None and "^" not in expected["Text"] and not of_number:
            yield Case(language, record["input"], *span(record, expected), f"{wanted} %", is_amount(wanted))


def dimensions(language: str) -> Iterator[Case]:
    for record, expected in quantities(language, "DimensionModel"):
        wanted = number(expected["Resolution"]["value"], language)
        if wanted is not None:
            yield Case(language, record["input"], *span(record, expected), str(wanted), is_amount(wanted))


def ordinals(language: str) -> Iterator[Case]:
    for record, expected in quantities(language, "OrdinalModel"):
        resolution = expected["Resolution"]
        said = expected["Text"]
        if resolution["relativeTo"] == "current" or short_scale(language, said) or is_denominator(record, said):
            continue
        rank = int(resolution["offset"]) - (resolution["relativeTo"] == "end")
        yield Case(language, record["input"], *span(record, expected), str(rank), is_rank(rank))


def short_scale(language: str, said: str) -> bool:
    """Whether a French number is one of trillions, which these files take for a thousand milliards."""
    return language == "fr" and "trillion" in said.lower()


def is_denominator(record: Record, said: str) -> bool:
    """Whether their number model reads this word of the same text as what a fraction is divided by."""
    return any(
        expected["Resolution"].get("subtype") == "fraction" and expected["Text"].endswith(said)
        for other in numbers_by_text(record["id"].split("/")[1]).get(record["input"], ())
        for expected in other["expected"]
    )


@cache
def numbers_by_text(language: str) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for record in records(f"recognizers_{language.lower()}"):
        if record["model"] == "NumberModel":
            found.setdefault(record["input"], []).append(record)
    return found


def is_rank(wanted: int) -> Callable[[Mention], bool]:
    return lambda mention: isinstance(mention.value, Ordinal) and mention.value.rank == wanted


def currencies(language: str) -> Iterator[Case]:
    for record, expected in quantities(language, "CurrencyModel"):
        resolution = expected["Resolution"]
        wanted = number(resolution["value"], language)
        unit = resolution["unit"].lower()
        iso = resolution.get("isoCurrency")
        codes = frozenset({iso}) if iso else CURRENCIES.get(unit, frozenset())
        if wanted is None or not (codes or unit in MINOR):
            continue
        minor = unit in MINOR
        sought = wanted / 100 if minor else wanted
        place = span(record, expected)
        yield Case(language, record["input"], *place, f"{sought} {resolution['unit']}", is_money(sought, codes))


def is_money(wanted: Decimal, codes: frozenset[str]) -> Callable[[Mention], bool]:
    """The amount in one of the currencies that the name can mean; any where a cent is all that the text tells."""

    def right(mention: Mention) -> bool:
        value = mention.value
        return isinstance(value, Money) and equal(value.amount, wanted) and (not codes or value.currency in codes)

    return right


NOTHING: dict[str, tuple[Kind, ...]] = {
    "DateTimeModel": (Kind.DATE, Kind.DURATION),
    "OrdinalModel": (Kind.ORDINAL,),
    "PercentModel": (Kind.PERCENT,),
    "CurrencyModel": (Kind.MONEY,),
}
"""The models whose cases may expect nothing, and the kinds that are then inventions."""


def score(name: str, cases: Iterable[Case], kinds: tuple[Kind, ...], *, aside: bool = False) -> Figure:
    """How many of the cases a mention of one of the kinds answers rightly."""
    wanted = list(cases)
    misses = []
    for case in wanted:
        mentions = extract(case.text, language=case.language, published=case.published)
        here = [m for m in mentions if m.kind in kinds and overlaps(m, case.start, case.end)]
        if not any(map(case.right, here)):
            misses.append(case.line(here))
    return share(f"recognizers.{name}", len(wanted) - len(misses), len(wanted), misses, aside=aside)


def score_numbers(language: str) -> Figure:
    """Cardinals and fractions by `numbers`, which `extract` has no kind for."""
    wanted = right = 0
    misses = []
    for record, expected in quantities(language, "NumberModel"):
        value = number(expected["Resolution"]["value"], language)
        power = expected["Resolution"].get("subtype") == "power"
        said = expected["Text"]
        if value is None or power or re.fullmatch(r"\d+(\.\d+){3}", record["input"]) or short_scale(language, said):
            continue
        if re.fullmatch(r"-?\d+\.0", said) and value != Decimal(said):
            continue
        wanted += 1
        start, end = span(record, expected)
        found = [n for n in numbers(record["input"], language) if n[0] < end and start < n[1]]
        good = any(equal(a, value) and 2 * (min(end, b) - max(start, s)) >= end - start for s, b, a in found)
        right += good
        if not good:
            said = record["input"][start:end]
            misses.append(
                f"{language} {said!r} in {record['input']!r} wanted {value}, got {[str(a) for _, _, a in found]}"
            )
    return share(f"recognizers.number.{language}", right, wanted, misses)


def inventions(language: str) -> Figure:
    cases = [r for r in records(f"recognizers_{LANGUAGES[language]}") if r["model"] in NOTHING and not r["expected"]]
    misses = []
    for record in cases:
        mentions = extract(record["input"], language=language, published=reference(record))
        false = [m for m in mentions if m.kind in NOTHING[record["model"]]]
        if false:
            misses.append(f"{language} {record['input'][:160]!r} wanted nothing, got {listed(false)}")
    return share(f"recognizers.invented.{language}", len(misses), len(cases), misses, lower=True)


def measure() -> list[Figure]:
    figures = []
    for language in LANGUAGES:
        days = list(dates(language))
        figures += [
            score(f"date.{language}", days, (Kind.DATE,)),
            score(f"date.ref.{language}", (c for c in days if c.published), (Kind.DATE,), aside=True),
            score(f"daterange.{language}", date_ranges(language), (Kind.DATE,)),
            score(f"duration.{language}", durations(language), (Kind.DURATION,), aside=True),
            score_numbers(language),
            score(f"ordinal.{language}", ordinals(language), (Kind.ORDINAL,)),
            score(f"percent.{language}", percents(language), (Kind.PERCENT,)),
            score(f"currency.{language}", currencies(language), (Kind.MONEY,)),
            score(f"dimension.{language}", dimensions(language), (Kind.QUANTITY,), aside=True),
            inventions(language),
        ]
    return figures
