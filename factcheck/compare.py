"""Two values side by side: equal, compatible, conflicting, or unlike (not of one thing, so nothing can be said).

Symmetric: `compare(a, b)` and `compare(b, a)` give the same likeness, with `finer` turned round.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from factcheck.model import Amount, DateValue, Duration, Money, Ordinal, Percent, Quantity, Value, plain
from factcheck.units import FRACTION_OFF, FRACTION_REACH, Converted, convert, share_of, spoken

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Likeness(StrEnum):
    """How two values of one kind stand to each other."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    CONFLICTS = "conflicts"
    UNLIKE = "unlike"


@dataclass(frozen=True, slots=True)
class Comparison:
    """`finer` is 1 where the second value is the more precise one, -1 where the first is, 0 where neither is.

    `loose` says that the two only overlap: neither states the other.
    """

    likeness: Likeness
    finer: int = 0
    why: str = ""
    loose: bool = False


EQUAL = Comparison(Likeness.EQUAL)
UNLIKE = Comparison(Likeness.UNLIKE)


def compatible(finer: int, why: str) -> Comparison:
    return Comparison(Likeness.COMPATIBLE, finer, why)


def conflicting(why: str) -> Comparison:
    return Comparison(Likeness.CONFLICTS, 0, why)


# --- dates ----------------------------------------------------------------------------------------------------------


def calendar_clash(stated: DateValue, year: int) -> str | None:
    """The arithmetic where the weekday that a text states does not fall on its day in `year`; None where it does.

    >>> calendar_clash(DateValue("XXXX-07-14", weekday=3, written=(None, 7, 14)), 2021)
    '14 July 2021 was a Wednesday, not a Thursday; 14 July is a Thursday in 2016, 2022 and 2033'
    """
    day = day_in(stated, year)
    if day is None or stated.weekday is None or day.weekday() == stated.weekday:
        return None
    fits = [y for y in range(year - 11, year + 13) if (d := day_in(stated, y)) and d.weekday() == stated.weekday]
    before, after = [y for y in fits if y < year][-1:], [y for y in fits if y > year][:2]
    years = [str(y) for y in before + after]
    spoken = f"{day.day} {day:%B}"
    listed = ", ".join(years[:-1]) + (" and " if len(years) > 1 else "") + years[-1]
    return (
        f"{spoken} {year} was a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[stated.weekday]}; "
        f"{spoken} is a {WEEKDAYS[stated.weekday]} in {listed}"
    )


def day_in(value: DateValue, year: int) -> date | None:
    """The day that a value names, in a given year; None where it names no day or the year has no such day."""
    _, month, day = month_day(value)
    if month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_day(value: DateValue) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of a TIMEX3 day or month value; None for each unknown part."""
    parts = value.timex.split("T")[0].split("-")
    numbers = [int(part) if part.isdigit() else None for part in parts[:3]]
    if len(parts) > 1 and parts[1][:1] in "WQHS" and not parts[1].isdigit():
        return (numbers[0], None, None)
    year, month, day = (numbers + [None] * 3)[:3]
    return (year if len(parts[0]) == 4 else None, month, day)


def compare_dates(a: DateValue, b: DateValue) -> Comparison:
    """A weekday that does not fit its own or the other side's year is never swallowed: at most compatible, and said."""
    if a.timex == b.timex and (clash := own_clash(a) or own_clash(b)):
        return compatible(0, clash)
    if a.each != b.each:
        return UNLIKE if a.weekday != b.weekday else compatible(-1, "every such day, and one of them")
    if a.timex == b.timex and a.mod == b.mod:
        return EQUAL if "XX" not in a.timex else compatible(0, f"both leave the year open: {a.timex}")
    if a.timex == b.timex and {a.mod, b.mod} == {"BEFORE", "AFTER"}:
        return conflicting(f"before {a.timex} is not after it")
    if "XX" in a.timex or "XX" in b.timex:
        return compare_partial(a, b)
    if (a.first is None and a.last is None) or (b.first is None and b.last is None):
        return UNLIKE
    return compare_intervals(a, b)


def own_clash(value: DateValue) -> str | None:
    """The arithmetic where a date's stated weekday does not fall on its own stated year."""
    year = month_day(value)[0]
    return calendar_clash(value, year) if year is not None else None


def compare_partial(a: DateValue, b: DateValue) -> Comparison:
    """At least one side leaves a part open: what both know must agree, and can never be more than compatible."""
    if "WXX" in a.timex or "WXX" in b.timex:
        return compare_weekdays(a, b)
    if PERIOD.fullmatch(a.timex) or PERIOD.fullmatch(b.timex):
        return compare_periods(a, b)
    known = [(x, y) for x, y in zip(month_day(a), month_day(b), strict=True) if x is not None and y is not None]
    if not known:
        return UNLIKE
    if any(x != y for x, y in known):
        return conflicting(f"{a.timex} is not {b.timex}")
    open_a, open_b = (sum(part is None for part in month_day(v)) for v in (a, b))
    finer = (open_a > open_b) - (open_a < open_b)
    for stated, other in ((a, b), (b, a)):
        year = month_day(other)[0]
        if year is not None and (clash := calendar_clash(stated, year)):
            return compatible(finer, clash)
    return compatible(finer, f"{a.timex} and {b.timex} agree in what both state")


PLAIN_DATE = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?)?|XXXX-WXX-\d")
"""A year, a month, a day or a weekday in TIMEX3, its year known or not."""


def end_points(value: DateValue) -> tuple[DateValue, DateValue] | None:
    """The first and the last day, month or year of a range as they are written; None for anything else.

    >>> [str(end) for end in end_points(DateValue("2021-09/2022-08"))]
    ['2021-09', '2022-08']
    """
    ends = [plain_date(part) for part in value.timex.split("/")]
    if len(ends) != 2 or value.mod or ends[0] is None or ends[1] is None:
        return None
    return ends[0], ends[1]


def plain_date(timex: str) -> DateValue | None:
    """A year, month, day or weekday with the days that it covers; None for what is none of them."""
    if not PLAIN_DATE.fullmatch(timex):
        return None
    if "WXX" in timex:
        return DateValue(timex, weekday=int(timex[-1]) - 1)
    year, month, day = month_day(DateValue(timex))
    if year is None:
        return DateValue(timex, written=(year, month, day))
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return DateValue(timex, first, last)


PERIOD = re.compile(r"(?:\d{4}|XXXX)-([QH]\d|SP|SU|FA|WI)")
"""A quarter, a half or a season in TIMEX3, of a known year or of any."""

MONTHS_OF = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}
"""The first and the last month of each; seasons are not the same months everywhere."""


def compare_periods(a: DateValue, b: DateValue) -> Comparison:
    """Quarters, halves, seasons and months of which one leaves the year open: "the second quarter", "Q2 2021"."""
    kinds = [found[1] if (found := PERIOD.fullmatch(value.timex)) else "" for value in (a, b)]
    months_a, months_b = (MONTHS_OF.get(kind) or months_in(value) for kind, value in zip(kinds, (a, b), strict=True))
    finer = ("XXXX" in a.timex) - ("XXXX" in b.timex)
    if kinds[0] == kinds[1]:
        return compatible(finer, f"{a.timex} and {b.timex} agree in what both state")
    if months_a is None or months_b is None:
        both_seasons = all(kinds) and months_a is months_b
        return conflicting(f"{a.timex} is not {b.timex}") if both_seasons else UNLIKE
    (start_a, end_a), (start_b, end_b) = months_a, months_b
    if end_a < start_b or end_b < start_a:
        return conflicting(f"{a.timex} is not {b.timex}")
    within = (start_a <= start_b and end_b <= end_a) - (start_b <= start_a and end_a <= end_b)
    loose = within * finer < 0
    return Comparison(Likeness.COMPATIBLE, 0 if loose else within or finer, f"{a.timex} and {b.timex} overlap", loose)


def months_in(value: DateValue) -> tuple[int, int] | None:
    month = month_day(value)[1]
    return (month, month) if month is not None else None


def compare_weekdays(a: DateValue, b: DateValue) -> Comparison:
    """An unresolved weekday against a day: the same weekday is compatible, anything else cannot be told."""
    days = [
        v.weekday if v.weekday is not None else v.first.weekday() if v.first and v.first == v.last else None
        for v in (a, b)
    ]
    if None in days or days[0] != days[1]:
        return UNLIKE
    return compatible(1 if "WXX" in a.timex else -1, f"both a {WEEKDAYS[days[0] or 0]}, the week is not stated")


def compare_intervals(a: DateValue, b: DateValue) -> Comparison:
    a_first, a_last = a.first or date.min, a.last or date.max
    b_first, b_last = b.first or date.min, b.last or date.max
    if a_last < b_first or b_last < a_first:
        near = min(abs((b_first - a_last).days), abs((a_first - b_last).days))
        if "APPROX" in (a.mod, b.mod) and near <= max((a_last - a_first).days, (b_last - b_first).days, 3):
            return compatible(0, "approximately the same time")
        return conflicting(f"{a.timex} is not {b.timex}")
    if limits_of_time(a, b) and limits_conflict(a, b):
        return conflicting(f"{a.timex} is not {b.timex}")
    finer = finer_date(a, b)
    if (a_first, a_last) == (b_first, b_last):
        same_part = part_of_day(a) == part_of_day(b) or not (part_of_day(a) and part_of_day(b))
        if not same_part and "T" in a.timex and "T" in b.timex:
            return compare_parts(a, b)
        return (
            EQUAL
            if finer == 0
            else compatible(finer, f"of {a.timex} and {b.timex}, one is more precise than the other")
        )
    ranges = "/" in a.timex and "/" in b.timex
    if ranges and (a.mod, b.mod) == (None, None) and (a_first == b_first) != (a_last == b_last):
        return conflicting(f"{a.timex} is not {b.timex}")
    if finer == 0 or ranges:
        return Comparison(Likeness.COMPATIBLE, finer, f"{a.timex} and {b.timex} overlap", loose=True)
    return compatible(finer, f"of {a.timex} and {b.timex}, one is more precise than the other")


def limits_of_time(a: DateValue, b: DateValue) -> bool:
    """Whether both tell from when or until when something is so: who says "since 2016" has not said "since 2015"."""
    starts = a.first is not None and b.first is not None and a.last is None and b.last is None
    ends = a.first is None and b.first is None and a.last is not None and b.last is not None
    return (starts or ends) and a.mod is b.mod is None


def limits_conflict(a: DateValue, b: DateValue) -> bool:
    """Whether the days that they start from or end with, as finely as both are written, are two."""
    return any(x != y for x, y in zip(month_day(a), month_day(b), strict=True) if x is not None and y is not None)


def finer_date(a: DateValue, b: DateValue) -> int:
    """1 where b lies within a, -1 where a lies within b, 0 where they are as fine or only overlap."""

    def within(inner: DateValue, outer: DateValue) -> bool:
        return (outer.first or date.min) <= (inner.first or date.min) and (inner.last or date.max) <= (
            outer.last or date.max
        )

    if within(b, a) and within(a, b):
        return bool(part_of_day(b)) - bool(part_of_day(a))
    return within(b, a) - within(a, b)


def part_of_day(value: DateValue) -> str:
    return value.timex.partition("T")[2]


PARTS_OF_DAY = {
    "MO": range(4, 12),
    "MI": range(11, 14),
    "AF": range(12, 19),
    "EV": range(17, 24),
    "NI": (*range(19, 24), *range(7)),
}


def compare_parts(a: DateValue, b: DateValue) -> Comparison:
    """Two parts of one day: the morning is not the evening, but 20:15 is in the evening."""

    def hours(value: DateValue) -> set[int]:
        part = part_of_day(value)
        return set(PARTS_OF_DAY.get(part, ())) or ({int(part[:2])} if part[:2].isdigit() else set(range(24)))

    if part_of_day(a)[:2].isdigit() and part_of_day(b)[:2].isdigit():
        return conflicting(f"{part_of_day(a)} is not {part_of_day(b)}")
    if not hours(a) & hours(b):
        return conflicting(f"{a.timex} and {b.timex} are different parts of the day")
    finer = part_of_day(b)[:2].isdigit() - part_of_day(a)[:2].isdigit()
    return compatible(finer, f"{a.timex} and {b.timex} overlap")


# --- amounts --------------------------------------------------------------------------------------------------------


def reach(amount: Amount) -> Decimal:
    """Half the unit of the last digit that a figure states: how far off a rounded figure may be.

    A whole number that ends in three zeros or more is taken as rounded, but for its first two digits ("20,000 people").
    """
    number = amount.low if amount.low is not None else amount.high
    step = amount.step
    if number is not None and number == number.to_integral_value() and number != 0:
        digits = plain(abs(number))
        zeros = len(digits) - len(digits.rstrip("0"))
        if zeros >= 3 and step <= 1:
            step = Decimal(10) ** min(zeros, len(digits) - 2)
    return step / 2


def compare_amounts(a: Amount, b: Amount, tolerance: Decimal = Decimal(0)) -> Comparison:
    """Points, ranges and bounds; `tolerance` is a share (0.05) that is allowed on top of the precision written."""
    if (a.low is None and a.high is None) or (b.low is None and b.high is None):
        return UNLIKE
    if (a.low, a.high) == (b.low, b.high):
        return EQUAL if a.approx == b.approx else compatible(0, f"{a} and {b} are about the same")
    if a.low is not None and a.low == a.high and b.low is not None and b.low == b.high:
        return compare_points(a, b, tolerance)
    slack = max(reach(a), reach(b)) if a.approx or b.approx else Decimal(0)
    if (a.high is not None and b.low is not None and a.high + slack < b.low) or (
        b.high is not None and a.low is not None and b.high + slack < a.low
    ):
        return UNLIKE if far_apart(a, b) else conflicting(f"{a} excludes {b}")
    if turned_away(a, b) or turned_away(b, a):
        return conflicting(f"{a} is not {b}")
    return compare_overlapping(a, b)


def turned_away(below: Amount, above: Amount) -> bool:
    """Whether two bounds face away from one figure: "under 100", "over 100" have no more than that figure in common."""
    return below.low is None and above.high is None and below.high == above.low


def compare_overlapping(a: Amount, b: Amount) -> Comparison:
    """Ranges and bounds that meet. The one inside the other is finer; two ranges that only share an end are two."""
    finer = contains(a, b) - contains(b, a)
    closed = None not in (a.low, a.high, b.low, b.high)
    rounding = max(reach(a), reach(b))
    ends = [x is not None and y is not None and abs(x - y) <= rounding for x, y in ((a.low, b.low), (a.high, b.high))]
    if closed and all(ends) and a.step != b.step:
        return compatible(finer or (a.step > b.step) - (a.step < b.step), f"{a} and {b} are the same range, rounded")
    point = a.low == a.high or b.low == b.high
    if closed and not point and not (a.approx or b.approx) and (not finer or a.low == b.low or a.high == b.high):
        return conflicting(f"{a} is not {b}")
    loose = not finer or bounded_alike(a, b)
    return Comparison(Likeness.COMPATIBLE, finer, f"{a} allows {b}", loose=loose)


def bounded_alike(a: Amount, b: Amount) -> bool:
    """Whether both are bounds on one side: who says "more than 100" has not said "more than 80", true as that is."""
    return (a.low is None and b.low is None) or (a.high is None and b.high is None)


def contains(outer: Amount, inner: Amount) -> bool:
    low = outer.low is None or (inner.low is not None and outer.low <= inner.low)
    return low and (outer.high is None or (inner.high is not None and inner.high <= outer.high))


ABOUT = Decimal("0.1")
"""The share within which a figure said to be approximate still agrees."""


def compare_points(a: Amount, b: Amount, tolerance: Decimal) -> Comparison:
    assert a.low is not None
    assert b.low is not None
    apart, larger = abs(a.low - b.low), max(abs(a.low), abs(b.low))
    finer = (reach(a) > reach(b)) - (reach(a) < reach(b))
    if apart <= max(reach(a), reach(b)) and reach(a) != reach(b):
        return compatible(finer, f"{a} and {b} are the same figure, rounded")
    if tolerance and apart <= tolerance * larger:
        return compatible(0, f"{a} and {b} are within the tolerance of {plain(tolerance * 100)} %")
    if (a.approx or b.approx) and apart <= ABOUT * larger:
        return compatible(a.approx - b.approx, f"{a} and {b} are about the same")
    return UNLIKE if far_apart(a, b) else conflicting(f"{a} is not {b}")


FAR_APART = 1000
"""So many times another amount, one can only be of another thing; or a scale word was lost, and the figures are one."""


def far_apart(a: Amount, b: Amount) -> bool:
    one, two = (abs(x.low if x.low is not None else x.high or Decimal(0)) for x in (a, b))
    return max(one, two) > FAR_APART * min(one, two) and figures(one) != figures(two)


def figures(number: Decimal) -> str:
    return plain(abs(number)).replace(".", "").strip("0")


HOURS = {"TS": Decimal(1) / 3600, "TM": Decimal(1) / 60, "TH": Decimal(1), "D": Decimal(24), "W": Decimal(168)}
MONTHS = {"M": Decimal(1), "Q": Decimal(3), "Y": Decimal(12), "DE": Decimal(120), "CE": Decimal(1200)}
HOURS_A_MONTH = Decimal("730.5")
"""Mean of the Gregorian calendar: 365.25 days of 24 hours over 12 months."""


def compare_durations(a: Duration, b: Duration) -> Comparison:
    """As written in one unit, in hours or in months where both sides are.

    Else through the mean month, which can be no more than compatible.
    """
    if a.timex == b.timex or a.unit == b.unit:
        return compare_amounts(a.amount, b.amount)
    for table in (HOURS, MONTHS):
        if a.unit in table and b.unit in table:
            return compare_amounts(scaled(a.amount, table[a.unit]), scaled(b.amount, table[b.unit]))
    factors = {**HOURS, **{unit: months * HOURS_A_MONTH for unit, months in MONTHS.items()}}
    if a.unit not in factors or b.unit not in factors:
        return UNLIKE
    found = compare_amounts(scaled(a.amount, factors[a.unit]), scaled(b.amount, factors[b.unit]), Decimal("0.05"))
    return compatible(0, f"{a} is about {b}") if found.likeness is Likeness.EQUAL else found


def scaled(amount: Amount, factor: Decimal) -> Amount:
    """The same amount in a unit `factor` times smaller."""
    low, high = (None if x is None else x * factor for x in (amount.low, amount.high))
    return Amount(low, high, amount.step * factor, amount.approx)


def compare_money(a: Money, b: Money, tolerance: Decimal = Decimal(0)) -> Comparison:
    """Currencies are never converted: the same figure in another currency conflicts, another figure says nothing."""
    if a.per and b.per and a.per != b.per:
        return UNLIKE
    found = compare_amounts(a.amount, b.amount, tolerance)
    if a.currency == b.currency:
        return found
    if found.likeness is Likeness.CONFLICTS:
        return UNLIKE
    return conflicting(f"{a.currency} is not {b.currency}")


def compare_quantities(
    a: Quantity, b: Quantity, tolerance: Decimal, same_unit: Callable[[str, str], bool]
) -> Comparison:
    if same_unit(a.unit, b.unit):
        return compare_amounts(a.amount, b.amount, tolerance)
    moved = convert(a, b.unit)
    return compare_converted(a, b, moved, tolerance) if moved else UNLIKE


def compare_converted(a: Quantity, b: Quantity, moved: Converted, tolerance: Decimal) -> Comparison:
    """A figure in another unit: within what rounding costs it is the same, no finer; an approximate one is coarser."""
    slack = max(moved.slack, tolerance)
    found = compare_amounts(moved.amount, b.amount, slack)
    back = convert(b, a.unit)
    if back and found.likeness is Likeness.CONFLICTS:
        found = compare_amounts(a.amount, back.amount, slack)
    why = f"{a} is {Quantity(spoken(moved.amount), b.unit)}"
    if found.likeness is Likeness.CONFLICTS:
        return conflicting(f"{why}, not {b}")
    finer = a.amount.approx - b.amount.approx
    return compatible(finer, why) if found.likeness in (Likeness.EQUAL, Likeness.COMPATIBLE) else found


def compare_shares(a: Percent, b: Percent) -> Comparison:
    """A percentage and a fraction, which is rarely exact: "a quarter" for 25.4 %, but not for 40 %."""
    if a.amount.low is None or b.amount.low is None or a.amount.low != a.amount.high or b.amount.low != b.amount.high:
        return UNLIKE
    off = abs(a.amount.low - b.amount.low)
    if off <= FRACTION_REACH:
        return EQUAL if not off else compatible(0, f"{a} and {b} are about the same share")
    return conflicting(f"{a} is not {b}") if off > FRACTION_OFF else UNLIKE


def compare_percents(a: Percent, b: Percent, tolerance: Decimal = Decimal(0)) -> Comparison:
    """A sign counts only where both sides write one as a change: "fell 13 %" is written "-13 %" in a headline."""
    if a.points != b.points:
        return UNLIKE
    return compare_amounts(a.amount, b.amount, tolerance)


def compare_ordinals(a: Ordinal, b: Ordinal) -> Comparison:
    """Ranks counted from the two ends (the fourth, the last) may be one; the first is hardly the last."""
    if a.rank == b.rank:
        return EQUAL
    two_ends = (a.rank < 0) != (b.rank < 0)
    return UNLIKE if two_ends and 1 not in (a.rank, b.rank) else conflicting(f"number {a.rank} is not number {b.rank}")


def compare(
    a: Value,
    b: Value,
    tolerance: Decimal = Decimal(0),
    same_unit: Callable[[str, str], bool] = str.__eq__,
) -> Comparison:
    """Two typed values; of two kinds, or names (which `factcheck.names` compares), they are unlike."""
    match a, b:
        case DateValue(), DateValue():
            return compare_dates(a, b)
        case Duration(), Duration():
            return compare_durations(a, b)
        case Money(), Money():
            return compare_money(a, b, tolerance)
        case Quantity(), Quantity():
            return compare_quantities(a, b, tolerance, same_unit)
        case Percent(), Percent():
            return compare_percents(a, b, tolerance)
        case Ordinal(), Ordinal():
            return compare_ordinals(a, b)
        case Percent(points=False), Quantity() if share := share_of(b):
            return compare_shares(a, share)
        case Quantity(), Percent(points=False) if share := share_of(a):
            return compare_shares(share, b)
    return UNLIKE
