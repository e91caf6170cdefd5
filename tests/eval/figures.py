"""A figure, and the floors that it must keep."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")
STEP = 10_000
"""Floors are kept to four digits, rounded to the side that a repeated run always passes."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured share or count of a set.

    `n` is what it was measured on; `misses` are lines that show what went wrong. Where `lower` is set less is better
    and the floor is a ceiling. An `aside` is only for reading and keeps no floor.
    """

    name: str
    n: int
    value: Fraction
    lower: bool = False
    aside: bool = False
    misses: tuple[str, ...] = ()

    def keeps(self, floor: float) -> bool:
        """Whether the figure is at least as good as its floor."""
        return self.value <= Fraction(str(floor)) if self.lower else self.value >= Fraction(str(floor))

    @property
    def floor(self) -> float:
        """The floor that this figure just keeps."""
        scaled = self.value * STEP
        return (
            -(-scaled.numerator // scaled.denominator) if self.lower else scaled.numerator // scaled.denominator
        ) / STEP


def share(
    name: str, right: int, n: int, misses: Iterable[str] = (), *, lower: bool = False, aside: bool = False
) -> Figure:
    """`right` out of `n`; a share of nothing is the worst there is, so that an empty set never passes."""
    worst = Fraction(1) if lower else Fraction(0)
    return Figure(name, n, Fraction(right, n) if n else worst, lower, aside, tuple(misses))


def count(name: str, found: int, n: int, misses: Iterable[str] = (), *, aside: bool = False) -> Figure:
    """A plain number of faults among `n`."""
    return Figure(name, n, Fraction(found), True, aside, tuple(misses))


def floors(path: Path = FLOORS) -> dict[str, dict[str, float]]:
    """The tables `floors` (what was reached once) and `targets` (what is asked for), by figure name."""
    with path.open("rb") as file:
        tables = tomllib.load(file)
    return {name: {key: float(value) for key, value in tables.get(name, {}).items()} for name in ("floors", "targets")}


def record(figures: Iterable[Figure], *, accept_lower: bool = False, path: Path = FLOORS) -> list[str]:
    """Raises the floors to the figures; lowers one only where `accept_lower` says so. Returns the names refused."""
    tables = floors(path)
    kept = tables["floors"]
    refused = []
    for figure in figures:
        if figure.aside or not figure.n:
            continue
        if figure.name in kept and not figure.keeps(kept[figure.name]) and not accept_lower:
            refused.append(figure.name)
            continue
        kept[figure.name] = figure.floor
    head = path.read_text(encoding="utf-8").split("[", 1)[0]
    blocks = (
        f"[{name}]\n" + "".join(f'"{key}" = {value:g}\n' for key, value in sorted(tables[name].items()))
        for name in ("targets", "floors")
    )
    path.write_text(head + "\n".join(blocks), encoding="utf-8")
    return refused
