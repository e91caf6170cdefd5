"""Agencies and other media: with which a whole text is credited, and which a passage names as where it has its words.

The names and words are in `media.toml`. A mere mention ("AFP closes an office") is neither.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from factcheck.model import Source, ZoneName

EDGE = 3
"""Lines at the start and the end of a text in which a credit may stand."""

SHORT = 8
"""Words of a line that may be no more than a credit or a byline."""


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("media.toml").read_text(encoding="utf-8"))


AGENCIES: dict[str, str] = {form: agency for agency, forms in _table()["agencies"].items() for form in forms}
"""An agency by each of its credit forms."""

LANGUAGES = tuple(key for key in _table() if key not in ("agencies", "all"))


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_AGENCY = rf"(?<![\w-])(?P<agency>{_any(tuple(AGENCIES))})(?![\w-])"
_DATELINE = re.compile(rf"[^\n]{{0,80}}?\({_AGENCY}\)\s*(?:[-–—:.]|$)")
_ENDING = re.compile(rf"(?:\(|/|[-–—]\s*){_AGENCY}[)/]?[.\s]*$")


@cache
def _credit_line() -> re.Pattern[str]:
    """A line that holds a credit and nothing else: "AFP", "Par AFP", "Source : Reuters", "(dpa)"."""
    opening = _any([word for language in LANGUAGES for key in ("byline", "source") for word in _table()[language][key]])
    return re.compile(rf"\W*(?:(?i:{opening})\b\W*)?(?:(?i:l)['’])?{_AGENCY}\W*$")


def credited(source: Source) -> str | None:
    """The agency that a text credits with all of itself: in its dateline, a line of its own, or its last words."""
    said = {agency for agency in _credits(source) if agency}
    return said.pop() if len(said) == 1 else None


def _credits(source: Source) -> Iterator[str]:
    lines = list(_lines(source))
    for place, line in enumerate(lines):
        if EDGE <= place < len(lines) - EDGE or _names(line, "picture"):
            continue
        whole = _credit_line().match(line) if len(line.split()) <= SHORT else None
        last = _ENDING.search(line) if place >= len(lines) - EDGE else None
        for match in (whole, _DATELINE.match(line) if place < EDGE else None, last):
            if match:
                yield AGENCIES[match["agency"]]


def _lines(source: Source) -> Iterator[str]:
    kept = {ZoneName.DATELINE, ZoneName.BODY}
    for zone in source.zones:
        if zone.zone in kept:
            yield from (line for line in source.text[zone.start : zone.end].splitlines() if line.strip())


def _names(line: str, key: str) -> bool:
    words = {word.lower() for word in re.findall(r"\w+", line)}
    return not words.isdisjoint(_table()["all"][key])


# --- what a passage has from somebody else ----------------------------------------------------------------------------

NAME = r"[A-ZÀ-ÖØ-Þ][\w’'&-]*(?:\s+(?:of|the|de|du|des|la|le|del|della|do|da|der|die)?\s*[A-ZÀ-ÖØ-Þ][\w’'&-]*){0,3}"
"""A medium's name in print."""

BETWEEN = r"(?:\W+[\w’']+){0,3}?\W+"
"""Articles and the trade's name between the citing word and the medium ("citing the French news agency AFP")."""


def cited(passage: str, language: str | None, outlets: Sequence[str] = ()) -> frozenset[str]:
    """The media that a passage says it has its words from: agencies, `outlets`, and any that is called a newspaper.

    Outlets are named as in `outlets`, agencies by their table's name.
    """
    found = {AGENCIES[match["agency"]] for match in _PARENTHESIS.finditer(passage)}
    for pattern in _citing(language, tuple(sorted(outlets))) if language in LANGUAGES else ():
        found |= {AGENCIES.get(said, said) for match in pattern.finditer(passage) if (said := match["medium"].strip())}
    return frozenset(found)


_PARENTHESIS = re.compile(rf"\({_AGENCY}\)")


@lru_cache(maxsize=64)
def _citing(language: str, outlets: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    words = _table()[language]
    named = rf"(?<![\w-])(?P<medium>{_any((*AGENCIES, *outlets))})(?![\w-])"
    trade = rf"(?i:{_any(words['medium'])})\s+(?:[a-zß-ÿ]+\s+)?[«“\"]?(?P<medium>{NAME})"
    before = rf"(?<!\w)(?i:{_any(words['from'])})"
    after = rf"(?:[»”\"]?\W+(?i:has|a|ha|avait|had)?\s*(?i:{_any(words['tells'])})(?!\w))"
    return (
        re.compile(rf"{before}{BETWEEN}{named}"),
        re.compile(rf"{named}{after}"),
        re.compile(rf"{before}{BETWEEN}{trade}"),
        re.compile(rf"{trade}{after}"),
    )
