"""Comparison of values: symmetric, and by meaning."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare import Likeness, calendar_clash, compare
from factcheck.model import Amount, DateValue, Duration, Money, Ordinal, Percent, Quantity, Value

EQUAL, COMPATIBLE, CONFLICTS, UNLIKE = Likeness


def day(year: int, month: int, number: int, weekday: int | None = None) -> DateValue:
    at = date(year, month, number)
    return DateValue(at.isoformat(), at, at, weekday=weekday, written=(year, month, number))


def month(year: int, number: int) -> DateValue:
    first = date(year, number, 1)
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return DateValue(f"{year}-{number:02}", first, last)


def quarter(year: int, number: int) -> DateValue:
    return DateValue(f"{year}-Q{number}", month(year, 3 * number - 2).first, month(year, 3 * number).last)


def usd(number: str, step: str = "1") -> Money:
    return Money(Amount.point(number, Decimal(step)), "USD")


def about(number: str, step: str) -> Money:
    return Money(Amount(Decimal(number), Decimal(number), Decimal(step), approx=True), "USD")


EVENING = DateValue("2021-11-23TEV", date(2021, 11, 23), date(2021, 11, 23))
MORNING = DateValue("2021-11-23TMO", date(2021, 11, 23), date(2021, 11, 23))

CASES: list[tuple[Value, Value, Likeness, int]] = [
    (day(2021, 11, 24), day(2021, 11, 24), EQUAL, 0),
    (day(2021, 11, 24), day(2021, 11, 25), CONFLICTS, 0),
    (month(2021, 11), day(2021, 11, 24), COMPATIBLE, 1),
    (month(2021, 11), day(2021, 12, 24), CONFLICTS, 0),
    (day(2021, 11, 24), DateValue("XXXX-11-24"), COMPATIBLE, -1),
    (day(2021, 11, 24), DateValue("XXXX-11-25"), CONFLICTS, 0),
    (day(2021, 11, 24), DateValue("XXXX-11-24", weekday=3, written=(None, 11, 24)), COMPATIBLE, -1),
    (DateValue("XXXX-Q2"), quarter(2021, 2), COMPATIBLE, 1),
    (DateValue("XXXX-Q2"), quarter(2021, 1), CONFLICTS, 0),
    (DateValue("XXXX-Q2"), month(2021, 5), COMPATIBLE, 1),
    (DateValue("XXXX-Q2"), day(2021, 7, 1), CONFLICTS, 0),
    (DateValue("XXXX-05"), quarter(2021, 2), COMPATIBLE, 0),
    (DateValue("XXXX-H1"), quarter(2021, 2), COMPATIBLE, 1),
    (DateValue("XXXX-SU"), DateValue("2021-SU", date(2021, 6, 1), date(2021, 8, 31)), COMPATIBLE, 1),
    (DateValue("XXXX-SU"), DateValue("2021-WI", date(2021, 12, 1), date(2022, 2, 28)), CONFLICTS, 0),
    (DateValue("XXXX-SU"), month(2021, 7), UNLIKE, 0),
    (day(2021, 11, 23), EVENING, COMPATIBLE, 1),
    (MORNING, EVENING, CONFLICTS, 0),
    (day(2021, 11, 25), DateValue("XXXX-WXX-4", weekday=3), COMPATIBLE, -1),
    (day(2021, 11, 24), DateValue("XXXX-WXX-4", weekday=3), UNLIKE, 0),
    (usd("48000000", "1000000"), usd("47800000", "100000"), COMPATIBLE, 1),
    (usd("48000000", "1000000"), usd("84000000", "1000000"), CONFLICTS, 0),
    (usd("48000000", "1000000"), usd("46000000", "1000000"), CONFLICTS, 0),
    (usd("48", "1"), Money(Amount.point(48), "EUR"), CONFLICTS, 0),
    (usd("48", "1"), Money(Amount.point(41), "EUR"), UNLIKE, 0),
    (usd("49000000"), about("48000000", "1000000"), COMPATIBLE, -1),
    (usd("48000000", "1000000"), about("48000000", "1000000"), COMPATIBLE, 0),
    (about("49000000", "1000000"), about("48000000", "1000000"), COMPATIBLE, 0),
    (usd("58000000", "1000000"), about("48000000", "1000000"), CONFLICTS, 0),
    (usd("60"), Money(Amount(Decimal(50), None), "USD"), COMPATIBLE, -1),
    (usd("40"), Money(Amount(Decimal(50), None), "USD"), CONFLICTS, 0),
    (Duration("PT48H", Amount.point(48), "TH"), Duration("P2D", Amount.point(2), "D"), EQUAL, 0),
    (Duration("P2Y", Amount.point(2), "Y"), Duration("P24M", Amount.point(24), "M"), EQUAL, 0),
    (Duration("P2D", Amount.point(2), "D"), Duration("P3D", Amount.point(3), "D"), CONFLICTS, 0),
    (Quantity(Amount.point(3), "drone"), Quantity(Amount.point(4), "drone"), CONFLICTS, 0),
    (Quantity(Amount.point(3), "drone"), Quantity(Amount.point(4), "ship"), UNLIKE, 0),
    (Quantity(Amount.point(20000), "people"), Quantity(Amount.point(19873), "people"), COMPATIBLE, 1),
    (Percent(Amount.point(5)), Percent(Amount.point(5), points=True), UNLIKE, 0),
    (Ordinal(1), Ordinal(2), CONFLICTS, 0),
    (Ordinal(1), Ordinal(-1), CONFLICTS, 0),
    (Ordinal(4), Ordinal(-1), UNLIKE, 0),
    (Ordinal(1), Percent(Amount.point(1)), UNLIKE, 0),
]


@pytest.mark.parametrize(("a", "b", "likeness", "finer"), CASES, ids=str)
def test_compare(a: Value, b: Value, likeness: Likeness, finer: int) -> None:
    there, back = compare(a, b), compare(b, a)
    assert (there.likeness, there.finer) == (likeness, finer)
    assert (back.likeness, back.finer) == (likeness, -finer)


amounts = st.builds(
    lambda low, span, step, approx: Amount(low, low + span if low is not None else None, step, approx),
    st.one_of(st.none(), st.decimals(-1000, 10**6, places=1)),
    st.decimals(0, 100, places=1),
    st.sampled_from([Decimal(1), Decimal(1000), Decimal("0.1")]),
    st.booleans(),
)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
values = st.one_of(
    amounts.map(Percent),
    st.builds(Money, amounts, st.sampled_from(["USD", "EUR"])),
    st.builds(Quantity, amounts, st.sampled_from(["drone", "km"])),
    days.map(lambda d: DateValue(d.isoformat(), d, d)),
    days.map(lambda d: DateValue(f"XXXX-{d:%m-%d}", weekday=d.weekday(), written=(None, d.month, d.day))),
    days.map(lambda d: DateValue(f"{d.year}", date(d.year, 1, 1), date(d.year, 12, 31))),
)


@given(values, values)
def test_symmetric(a: Value, b: Value) -> None:
    there, back = compare(a, b), compare(b, a)
    assert (there.likeness, there.finer) == (back.likeness, -back.finer)


@given(values)
def test_never_conflicts_with_itself(value: Value) -> None:
    assert compare(value, value).likeness is not Likeness.CONFLICTS


def test_calendar_arithmetic_names_the_years_that_fit() -> None:
    thursday = DateValue("XXXX-11-24", weekday=3, written=(None, 11, 24))
    assert calendar_clash(thursday, 2021) == (
        "24 November 2021 was a Wednesday, not a Thursday; 24 November is a Thursday in 2016, 2022 and 2033"
    )
    assert calendar_clash(thursday, 2022) is None
