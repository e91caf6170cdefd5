"""The small words that tell which part a name or noun plays: who did it, where it happened, what something is."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

PHRASES = ("share", "nearby", "against", "versus", "behind", "beyond", "hither", "whom")
"""The slots that hold phrases, not words."""


@dataclass(frozen=True, slots=True)
class Slots:
    """A language's small words by the part that they mark; all empty for a language without a table."""

    by: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    pronoun: frozenset[str] = frozenset()
    they: frozenset[str] = frozenset()
    he: frozenset[str] = frozenset()
    she: frozenset[str] = frozenset()
    it: frozenset[str] = frozenset()
    latter: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    copula: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    article: frozenset[str] = frozenset()
    stop: frozenset[str] = frozenset()
    together: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()
    carrying: frozenset[str] = frozenset()
    performing: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    whence: frozenset[str] = frozenset()
    whither: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    span: frozenset[str] = frozenset()
    start: frozenset[str] = frozenset()
    rise: frozenset[str] = frozenset()
    fall: frozenset[str] = frozenset()
    more: frozenset[str] = frozenset()
    than: frozenset[str] = frozenset()
    alike: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    comparative: frozenset[str] = frozenset()
    no_more: frozenset[str] = frozenset()
    less: frozenset[str] = frozenset()
    than_of: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    versus: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    beyond: frozenset[str] = frozenset()
    hither: frozenset[str] = frozenset()
    because: frozenset[str] = frozenset()
    contrast: frozenset[str] = frozenset()
    relative: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset()
    whose: frozenset[str] = frozenset()
    of_whom: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    that_of: frozenset[str] = frozenset()
    share: frozenset[str] = frozenset()
    portion: frozenset[str] = frozenset()
    among: frozenset[str] = frozenset()
    nearby: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()
    reflexive: frozenset[str] = frozenset()
    respective: frozenset[str] = frozenset()
    party: frozenset[str] = frozenset()
    having: frozenset[str] = frozenset()
    aged: frozenset[str] = frozenset()
    older: frozenset[str] = frozenset()
    younger: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()
    possessive: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()
    doing: frozenset[str] = frozenset()
    finite: frozenset[str] = frozenset()
    separable: frozenset[str] = frozenset()
    causing: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    lapsed: frozenset[str] = frozenset()
    unheld: frozenset[str] = frozenset()
    contrary: frozenset[str] = frozenset()
    every: frozenset[str] = frozenset()
    clipped: frozenset[str] = frozenset()
    one: frozenset[str] = frozenset()
    merely: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()
    nominative: frozenset[str] = frozenset()
    masculine: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()
    third: frozenset[str] = frozenset()
    unbound: frozenset[str] = frozenset()
    governing: frozenset[str] = frozenset()
    marked: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    doer: frozenset[str] = frozenset()
    simply: frozenset[str] = frozenset()
    sort: frozenset[str] = frozenset()
    have: frozenset[str] = frozenset()
    yet: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    by_the: frozenset[str] = frozenset()
    on_part: frozenset[str] = frozenset()
    genitive: frozenset[str] = frozenset()
    toward: frozenset[str] = frozenset()
    amid: frozenset[str] = frozenset()
    whom: frozenset[str] = frozenset()
    object_case: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()


@cache
def slots(language: str) -> Slots:
    rows = _tables().get(language, {})
    words = {
        ("place" if part == "in" else part): frozenset(said.split("|" if part in PHRASES else None))
        for part, said in rows.items()
    }
    return Slots(**words)


@cache
def _tables() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = tomllib.loads(
        files("factcheck.lang").joinpath("slots.toml").read_text(encoding="utf-8")
    )
    return tables
