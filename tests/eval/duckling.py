"""Duckling's French and English examples: text that is one value, whose value is a Haskell expression.

Usable are all but amounts of no currency ("42 bucks" is `Unnamed`) or of one that many countries call so ("ten rials").
A bound ("at least", "more than") is right by its number alone, as Duckling has one `above` for both. For reading only:
ordinals, durations, and times with the grain of a day or longer, compared by their first and last day (Duckling's
intervals end before their end).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeAlias

from factcheck import extract
from factcheck.extract import numbers
from factcheck.model import Amount, DateValue, Duration, Kind, Mention, Money, Ordinal
from tests.eval.bench import Record, listed, overlaps, records
from tests.eval.currencies import CURRENCIES
from tests.eval.figures import Figure, share

LANGUAGES = ("fr", "en")
Term: TypeAlias = "Decimal | str | Apply | tuple[Term, ...]"
"""A Haskell value: a number, a bare name or string, a constructor with arguments, or a tuple."""


@dataclass(frozen=True, slots=True)
class Apply:
    """A constructor applied to its arguments: `simple EUR 10`."""

    head: str
    arguments: tuple[Term, ...]


def read(expression: str) -> Term:
    """The term that an expression of constructors, tuples, numbers and strings stands for.

    Raises ValueError for anything else.
    """
    tokens = re.findall(r'"[^"]*"|-?\d+(?:\.\d+)?(?:e-?\d+)?|[A-Za-z]\w*|\S', expression)
    term, rest = application(tokens)
    if rest:
        raise ValueError(f"unread {rest} in {expression!r}")
    return term


def application(tokens: list[str]) -> tuple[Term, list[str]]:
    """One term with its arguments, and the tokens left."""
    head, rest = atom(tokens)
    arguments = []
    while rest and rest[0] not in (")", ","):
        argument, rest = atom(rest)
        arguments.append(argument)
    return (Apply(head, tuple(arguments)) if arguments and isinstance(head, str) else head), rest


def atom(tokens: list[str]) -> tuple[Term, list[str]]:
    """A number, a name, a string, or whatever parentheses hold."""
    first, rest = tokens[0], tokens[1:]
    if first != "(":
        return (Decimal(first) if re.match(r"-?\d", first) else first.strip('"')), rest
    parts = []
    while first != ")":
        part, rest = application(rest)
        parts.append(part)
        first, rest = rest[0], rest[1:]
    return (parts[0] if len(parts) == 1 else tuple(parts)), rest


def money(term: Term) -> Callable[[Mention], bool] | None:
    """Whether a mention is the amount of money; None where no currency is told."""
    match term:
        case Apply(how, (str(unit), wanted)) if unit not in ("Unnamed", "Dinar", "Rial", "Riyal"):
            minor = unit == "Cent"
            codes = CURRENCIES.get(unit.lower(), frozenset({unit}))
            bounds = [
                w / 100 if minor else w
                for w in (wanted if isinstance(wanted, tuple) else (wanted,))
                if isinstance(w, Decimal)
            ]

            def right(mention: Mention) -> bool:
                value = mention.value
                return (
                    isinstance(value, Money)
                    and sides(value.amount) == SIDES[how](bounds)
                    and (minor or value.currency in codes)
                )

            return right
    return None


def sides(amount: Amount) -> tuple[Decimal | None, Decimal | None]:
    return amount.low, amount.high


SIDES: dict[str, Callable[[list[Decimal]], tuple[Decimal | None, Decimal | None]]] = {
    "simple": lambda bounds: (bounds[0], bounds[0]),
    "between": lambda bounds: (bounds[0], bounds[1]),
    "above": lambda bounds: (bounds[0], None),
    "under": lambda bounds: (None, bounds[0]),
}
"""What an amount's lower and upper side are for each of Duckling's words."""


def ordinal(term: Term) -> Callable[[Mention], bool] | None:
    match term:
        case Apply("OrdinalData", (Decimal() as rank,)):
            return lambda mention: isinstance(mention.value, Ordinal) and mention.value.rank == rank
    return None


UNITS = {
    "Second": "TS",
    "Minute": "TM",
    "Hour": "TH",
    "Day": "D",
    "Week": "W",
    "Month": "M",
    "Quarter": "Q",
    "Year": "Y",
}


def duration(term: Term) -> Callable[[Mention], bool] | None:
    match term:
        case Apply("DurationData", (Decimal() as number, str(grain))):
            return lambda mention: (
                isinstance(mention.value, Duration)
                and (mention.value.amount.low, mention.value.unit) == (number, UNITS[grain])
            )
    return None


def time(term: Term) -> Callable[[Mention], bool] | None:
    """Whether a mention covers the same days; None for grains below the day, open intervals and days of no calendar."""
    match term:
        case Apply(("datetime" | "datetimeHoliday"), (tuple() as when, str(grain), *_)) if grain in LENGTHS and day(
            when
        ):
            first = day(when)
            last = LENGTHS[grain](first) if first else None
        case Apply(
            ("datetimeInterval" | "datetimeIntervalHoliday"), ((tuple() as a, tuple() as b), str(grain), *_)
        ) if grain in LENGTHS:
            first, after = day(a), day(b)
            last = after - timedelta(days=1) if after else None
        case _:
            return None
    return lambda mention: (
        isinstance(mention.value, DateValue) and (mention.value.first, mention.value.last) == (first, last)
    )


def day(when: tuple[Term, ...]) -> date | None:
    """The day of a Haskell time, whose months and years may leave the rest at 0; None for years before 1."""
    numbers = [int(str(part)) for part in when[:3]]
    return date(numbers[0], max(1, numbers[1]), max(1, numbers[2])) if numbers[0] > 0 else None


def month_end(first: date, months: int) -> date:
    ahead = first.year * 12 + first.month - 1 + months - 1
    return date(ahead // 12, ahead % 12 + 1, monthrange(ahead // 12, ahead % 12 + 1)[1])


LENGTHS: dict[str, Callable[[date], date]] = {
    "Day": lambda first: first,
    "Week": lambda first: first + timedelta(days=6),
    "Month": lambda first: month_end(first, 1),
    "Quarter": lambda first: month_end(first, 3),
    "Year": lambda first: month_end(first, 12),
}
"""The last day of a period of each grain."""


def text_of(record: Record) -> str:
    """The input with Haskell's escapes for characters read: `\\x20ac` is the euro sign."""
    return re.sub(r"\\x([0-9a-f]{4})", lambda escape: chr(int(escape[1], 16)), record["input"])


def cases(language: str, dimension: str) -> Iterator[tuple[str, Record]]:
    for record in records(f"duckling_{language}"):
        if record["dimension"] == dimension:
            yield text_of(record), record


def score(language: str, name: str, dimension: str, kind: Kind, aside: bool) -> Figure:
    """How many texts give, over at least half of them, a mention of the kind with the value."""
    wanted = 0
    misses = []
    for text, record in cases(language, dimension):
        right = RIGHT[dimension](read(record["expected"][0]))
        if right is None:
            continue
        wanted += 1
        mentions = extract(text, language=language, published=date.fromisoformat(record["ref"][:10]))
        here = [m for m in mentions if m.kind is kind and overlaps(m, 0, len(text))]
        if not any(map(right, here)):
            misses.append(f"{language} {text!r} wanted {record['expected'][0]}, got {listed(here)}")
    return share(f"duckling.{name}.{language}", wanted - len(misses), wanted, misses, aside=aside)


def score_numerals(language: str) -> Figure:
    wanted = 0
    misses = []
    for text, record in cases(language, "Numeral"):
        match read(record["expected"][0]):
            case Apply("NumeralValue", (Decimal() as value,)):
                wanted += 1
                found = [amount for _, _, amount in numbers(text, language)]
                if not any(sides(amount) == (value, value) for amount in found):
                    misses.append(f"{language} {text!r} wanted {value}, got {[str(a) for a in found]}")
    return share(f"duckling.numeral.{language}", wanted - len(misses), wanted, misses)


RIGHT: dict[str, Callable[[Term], Callable[[Mention], bool] | None]] = {
    "AmountOfMoney": money,
    "Ordinal": ordinal,
    "Duration": duration,
    "Time": time,
}


def measure() -> list[Figure]:
    figures = []
    for language in LANGUAGES:
        figures += [
            score(language, "money", "AmountOfMoney", Kind.MONEY, aside=False),
            score_numerals(language),
            score(language, "ordinal", "Ordinal", Kind.ORDINAL, aside=True),
            score(language, "duration", "Duration", Kind.DURATION, aside=True),
            score(language, "time", "Time", Kind.DATE, aside=True),
        ]
    return figures
