"""Measures in other units, and fractions beside percentages: the same, about the same, or another figure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Claim, Source, verify
from factcheck.compare import Likeness, compare
from factcheck.extract import value_mentions
from factcheck.model import Amount, Quantity, Value
from factcheck.units import UNITS, convert


def value(text: str) -> Value:
    return value_mentions(text, "en", None)[0].value


@pytest.mark.parametrize(
    ("a", "b", "likeness"),
    [
        ("5 km", "3 miles", Likeness.COMPATIBLE),
        ("5 km", "5000 m", Likeness.COMPATIBLE),
        ("4,828 m", "4.9 km", Likeness.CONFLICTS),
        ("100 miles", "160 km", Likeness.COMPATIBLE),
        ("100 miles", "150 km", Likeness.CONFLICTS),
        ("2 tonnes", "2000 kg", Likeness.COMPATIBLE),
        ("2 tonnes", "20 kg", Likeness.CONFLICTS),
        ("40 hectares", "0.4 km²", Likeness.COMPATIBLE),
        ("40 hectares", "99 acres", Likeness.COMPATIBLE),
        ("68 °F", "20 °C", Likeness.COMPATIBLE),
        ("80 °F", "20 °C", Likeness.CONFLICTS),
        ("5 GW", "5000 MW", Likeness.COMPATIBLE),
        ("20 knots", "37 km/h", Likeness.COMPATIBLE),
        ("more than 5 km", "4 miles", Likeness.COMPATIBLE),
        ("more than 5 km", "1 mile", Likeness.CONFLICTS),
        ("3 miles", "3 ships", Likeness.UNLIKE),
        ("3 miles", "3 kg", Likeness.UNLIKE),
        ("25 %", "a quarter of the ships", Likeness.EQUAL),
        ("67 %", "two thirds of voters", Likeness.COMPATIBLE),
        ("63 %", "two thirds of voters", Likeness.UNLIKE),
        ("50 %", "two thirds of voters", Likeness.CONFLICTS),
        ("25 %", "25 ships", Likeness.UNLIKE),
        ("25 percentage points", "a quarter of the ships", Likeness.UNLIKE),
    ],
)
def test_likeness(a: str, b: str, likeness: Likeness) -> None:
    assert compare(value(a), value(b)).likeness is likeness
    assert compare(value(b), value(a)).likeness is likeness


@given(st.sampled_from(sorted(UNITS)), st.sampled_from(sorted(UNITS)), st.integers(1, 10**6))
def test_there_and_back(one: str, two: str, figure: int) -> None:
    there = convert(Quantity(Amount.point(figure), one), two)
    if there is None:
        assert UNITS[one].dimension != UNITS[two].dimension or UNITS[one] == UNITS[two]
        return
    back = convert(Quantity(there.amount, two), one)
    assert back is not None
    assert back.amount.low is not None
    assert abs(back.amount.low - figure) < Decimal("1e-15") * figure


@pytest.mark.parametrize(
    ("claim", "source", "language", "stance"),
    [
        ("The road is 5 km long", "La route est longue de 3 miles.", "fr", "supports"),
        ("The fire burned 40 hectares in Norway", "The fire burned 99 acres in Norway.", "en", "supports"),
        ("The fire burned 40 hectares in Norway", "The fire burned 150 acres in Norway.", "en", "conflicts"),
        ("A quarter of the ships in Oslo were old", "25 % of the ships in Oslo were old.", "en", "supports"),
        ("25 % of the ships in Oslo were old", "Un quart des navires d’Oslo étaient vieux.", "fr", "supports"),
        ("40 % of the ships in Oslo were old", "Un quart des navires d’Oslo étaient vieux.", "fr", "conflicts"),
    ],
)
def test_stance(claim: str, source: str, language: str, stance: str) -> None:
    report = verify([Claim("c", claim, language="en")], [Source.from_text("s", source, language=language)])
    assert str(report.claims[0].sources[0].stance) == stance
