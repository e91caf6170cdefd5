"""Measures across units, and shares across wordings: 3 miles and 4.8 km, 400 kg and 0.4 t, a quarter and 25 %.

Factors are exact by definition: the international yard and pound agreement of 1959, the United States' liquid gallon,
the oil barrel of 42 gallons, the international nautical mile (Hydrographic Bureau, 1929), the calorie of 4.184 J.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from factcheck.model import Amount, Percent, Quantity, Value, plain


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as `factor` of its dimension's base unit, with `zero` the base unit's figure where it reads 0.

    `system` tells metric units from the others: within one a figure is converted exactly, across two it is rounded.
    """

    dimension: str
    factor: Decimal
    system: str = "metric"
    zero: Decimal = Decimal(0)


def _units(dimension: str, system: str, factors: Mapping[str, str]) -> dict[str, Unit]:
    return {symbol: Unit(dimension, Decimal(factor), system) for symbol, factor in factors.items()}


UNITS: Mapping[str, Unit] = {
    **_units("length", "metric", {"km": "1000", "m": "1", "cm": "0.01", "mm": "0.001"}),
    **_units("length", "other", {"mi": "1609.344", "yd": "0.9144", "ft": "0.3048", "inch": "0.0254", "nmi": "1852"}),
    **_units("area", "metric", {"km²": "1000000", "ha": "10000", "m²": "1"}),
    **_units("area", "other", {"mi²": "2589988.110336", "acre": "4046.8564224", "ft²": "0.09290304"}),
    **_units("volume", "metric", {"km³": "1000000000000", "m³": "1000", "hL": "100", "L": "1", "mL": "0.001"}),
    **_units("volume", "other", {"bbl": "158.987294928", "gal": "3.785411784", "ft³": "28.316846592"}),
    **_units("mass", "metric", {"t": "1000000", "kg": "1000", "g": "1", "mg": "0.001"}),
    **_units("mass", "other", {"ton": "907184.74", "pound": "453.59237", "oz": "28.349523125"}),
    **_units("speed", "metric", {"km/h": "1", "m/s": "3.6"}),
    **_units("speed", "other", {"mph": "1.609344", "kn": "1.852"}),
    **_units("power", "metric", {"GW": "1000000000", "MW": "1000000", "kW": "1000", "W": "1"}),
    **_units("power", "other", {"hp": "745.69987158227022"}),
    **_units("energy", "metric", {"GWh": "3600000000000", "MWh": "3600000000", "kWh": "3600000", "J": "1"}),
    **_units("energy", "other", {"kcal": "4184", "cal": "4.184"}),
    **_units("frequency", "metric", {"GHz": "1000000000", "MHz": "1000000", "kHz": "1000", "Hz": "1"}),
    **_units(
        "bytes", "metric", {"TB": "1000000000000", "GB": "1000000000", "MB": "1000000", "kB": "1000", "byte": "1"}
    ),
    **_units("pressure", "metric", {"hPa": "1", "mbar": "1"}),
    "°C": Unit("temperature", Decimal(1)),
    "°F": Unit("temperature", Decimal(5) / 9, "other", Decimal(-160) / 9),
}
"""The units that are converted, by their symbol in `Quantity`."""

NAMES: Mapping[str, str] = {
    "kilometre": "km", "kilometer": "km", "metre": "m", "meter": "m", "centimetre": "cm", "millimetre": "mm",
    "mile": "mi", "foot": "ft", "yard": "yd", "tonne": "t", "kilo": "kg", "kilogramme": "kg", "kilogram": "kg",
    "litre": "L", "liter": "L", "gallon": "gal", "barrel": "bbl", "baril": "bbl", "hectare": "ha", "lb": "pound",
    "gigawatt": "GW", "megawatt": "MW", "mégawatt": "MW", "kilowatt": "kW", "knot": "kn", "nœud": "kn",
}  # fmt: skip
"""Units by a name that the recogniser leaves as a noun, as CLDR has it not for that language."""

ROUNDED = Decimal("0.02")
"""The share by which a figure that was converted between systems may be off: writers round ("100 miles (160 km)")."""


@dataclass(frozen=True, slots=True)
class Converted:
    """An amount in another unit, with the share that rounding may have cost."""

    amount: Amount
    slack: Decimal


def unit_of(name: str) -> Unit | None:
    return UNITS.get(NAMES.get(name, name))


def convert(quantity: Quantity, to: str) -> Converted | None:
    """A quantity in another unit; None where the two do not measure the same, or are one unit."""
    here, there = unit_of(quantity.unit), unit_of(to)
    if here is None or there is None or here.dimension != there.dimension or here == there:
        return None

    def moved(number: Decimal | None) -> Decimal | None:
        return None if number is None else (number * here.factor + here.zero - there.zero) / there.factor

    amount = quantity.amount
    step = amount.step * here.factor / there.factor
    exact = here.system == there.system or here.dimension == "temperature"
    return Converted(
        Amount(moved(amount.low), moved(amount.high), step, amount.approx), Decimal(0) if exact else ROUNDED
    )


def share_of(value: Value) -> Percent | None:
    """A fraction of something ("a quarter of the ships") in percent; None for any other value."""
    if not isinstance(value, Quantity):
        return None
    low, high = value.amount.low, value.amount.high
    if low is None or low != high or not 0 < low < 1:
        return None
    return Percent(Amount.point((low * 100).quantize(HUNDREDTH), HUNDREDTH, value.amount.approx))


HUNDREDTH = Decimal("0.01")

FRACTION_REACH = Decimal(1)
FRACTION_OFF = Decimal(5)
"""Percentage points within which a fraction states a percentage, and beyond which it denies it; between, it is open."""


def comparable(a: Value, b: Value) -> bool:
    """Whether two values may be of one thing: of one type, or a percentage and a fraction."""
    return type(a) is type(b) or any(
        isinstance(x, Percent) and not x.points and share_of(y) is not None for x, y in ((a, b), (b, a))
    )


def spoken(amount: Amount) -> Amount:
    """A converted amount as a person would write it: in three digits or four."""
    low, high = (None if x is None else Decimal(plain(Decimal(f"{x:.4g}"))) for x in (amount.low, amount.high))
    return Amount(low, high, amount.step, amount.approx)
