"""The words of `zones.toml` as patterns over flat lines; every language is tried, for a page mixes them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from factcheck.sources.lines import flat


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    text = files("factcheck.sources").joinpath("zones.toml").read_text(encoding="utf-8")
    tables: dict[str, dict[str, list[str]]] = tomllib.loads(text)
    return tables


@cache
def words(role: str) -> tuple[str, ...]:
    """The flat words of a role in all languages, each once, the longest first."""
    found = {flat(word) for table in _tables().values() for word in table.get(role, ())}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def alternatives(choices: Iterable[str]) -> str:
    """A pattern of whole words: one of `choices`."""
    return "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in choices)


@cache
def opening(role: str) -> re.Pattern[str]:
    """Matches where a line begins with words of a role."""
    return re.compile(rf"\W{{0,4}}(?:{alternatives_at_start(words(role))})")


def alternatives_at_start(choices: Iterable[str]) -> str:
    """A pattern of words or signs that must end at a word's end, where they end in one."""
    return "|".join(re.escape(word) + (r"(?!\w)" if word[-1].isalnum() else "") for word in choices)


@cache
def anywhere(role: str) -> re.Pattern[str]:
    """Finds words of a role in a line; they are phrases long enough to need no edges."""
    return re.compile("|".join(map(re.escape, words(role))))
